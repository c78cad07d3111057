package org.obsenv.console.timeline;

/** Where the acts of the page stand; one at a time. */
public sealed interface ActState {
    record Idle() implements ActState {}

    /** Counts down to going to that generation; until then it can be taken back. */
    record Counting(ActOffer.Offered offer, long seconds) implements ActState {}

    record Returning(ActOffer.Offered offer) implements ActState {}

    record Marking(ActOffer.Offered offer) implements ActState {}
}
