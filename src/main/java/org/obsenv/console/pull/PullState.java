package org.obsenv.console.pull;

/** How the offer to pull now stands. */
public sealed interface PullState {
    /** There is nothing that could be pulled for, as far as it is seen. */
    record Absent() implements PullState {}

    record Offered() implements PullState {}

    /** Not for this person, and why. */
    record Blocked(String why) implements PullState {}

    /** At work; {@code text} says how far. */
    record Running(String text) implements PullState {}
}
