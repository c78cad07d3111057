package org.obsenv.console.rollback;

/** Where the button stands. */
public sealed interface RollbackState {
    record Ready(Offer offer) implements RollbackState {}

    /** Clicked; it can still be cancelled. */
    record CountingDown(Offer offer, long seconds) implements RollbackState {}

    /** Asked for; it can no longer be cancelled. */
    record Running(Offer offer, String step) implements RollbackState {}
}
