package org.obsenv.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A CSC that runs something unsanctioned for a test on sky. Only written down: containers are not touched.
 *
 * @param version what runs for the test
 * @param returnTo what to return to
 * @param since when it was put down so
 * @param by the account that did
 * @param until when the test is meant to end; it only reminds
 * @param steps how to return, in a maintainer's words, a line a step
 */
public record CscUnderTest(
        String name, String version, String returnTo, Instant since, String by, Optional<Instant> until, String steps) {
    /** Whether it was meant to end before then. */
    public boolean isOverdue(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isPresent();
    }
}
