package org.obsenv.protocol;

import org.obsenv.domain.Outcome;

/** What a verb says while it works; the last one is its outcome. */
public sealed interface Event {
    /**
     * A step of the work.
     *
     * @param step a key of the bundle {@code endings} under {@code step.}
     * @param subject what it works on, e.g. a package's name; may be empty
     * @param done how many of {@code total} are done
     */
    record Progress(String step, String subject, int done, int total) implements Event {}

    record Ended(Outcome outcome) implements Event {}
}
