package org.obsenv.domain.signoff;

import java.time.Instant;

/** How far a candidate got on one rung. */
public sealed interface StepState {
    record Done(Instant at) implements StepState {}

    /** So many of so many are there. */
    record Partly(int there, int wanted) implements StepState {}

    record Open() implements StepState {}

    /** Something speaks against it: a failed check, an objection, a meeting that did not agree. */
    record Against() implements StepState {}
}
