package org.obsenv.domain.trace;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody has seen an alarm and says what comes of it.
 *
 * @param by the account that sudo proved
 * @param initials who sat at a shared account
 */
public record Acknowledgement(Instant at, String by, Optional<String> initials, String note) {
    public Acknowledgement {
        if (note.isBlank()) {
            throw new IllegalArgumentException("an acknowledgement says something");
        }
    }
}
