package org.obsenv.domain.basing;

import java.time.Instant;
import java.util.Optional;

/**
 * A text that the base list had, kept for good.
 *
 * @param number from 1, in the order in which they were kept
 * @param sha256 of its bytes
 * @param at when it came to be the list
 * @param by who brought it; of one that was edited by hand, the account that the file belonged to
 * @param how how it came to be
 * @param cycle the cycle that it names
 */
public record ListVersion(
        int number,
        String sha256,
        Instant at,
        String by,
        Optional<String> initials,
        How how,
        Optional<String> reason,
        Optional<String> cycle) {
    /** How a text came to be the list. */
    public enum How {
        /** By {@code set-base}, as it was asked. */
        ASKED,
        /** In an editor; the verb found it. */
        BY_HAND
    }

    /** The account, with the initials where it is a shared one. */
    public String who() {
        return initials.map(each -> by + " (" + each + ")").orElse(by);
    }
}
