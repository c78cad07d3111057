package org.obsenv.console.rollback;

/** Where the button stands. */
public sealed interface RollbackState {
    record Ready(Offer offer) implements RollbackState {}

    /** Clicked; it can still be cancelled. */
    record CountingDown(Offer offer, long seconds) implements RollbackState {}

    /** Asked for; it can no longer be cancelled. */
    record Running(Offer offer, String step) implements RollbackState {}

    /** Done by the helper's word, while this workstation's disk does not show it yet: nothing to ask for again. */
    record Awaiting(Offer offer) implements RollbackState {}
}
