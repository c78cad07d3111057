package org.obsenv.console.letpass;

/** Where the refused head of the package whose detail is open stands. */
public sealed interface LetPassState {
    /** No detail is open, or its package's head is not refused. */
    record Absent() implements LetPassState {}

    /** It is told, with the way to let it pass. */
    record Told(RefusedHead head) implements LetPassState {}

    /**
     * A maintainer says why it may pass.
     *
     * @param head as it was when she began: that very commit travels with the request
     */
    record Choosing(RefusedHead head) implements LetPassState {}

    record Running(RefusedHead head) implements LetPassState {}
}
