package org.obsenv.domain.signoff;

/** One rung of the ladder that a candidate climbs, in the policy's order. */
public sealed interface Step {
    /** Somebody proposed it, with a reason. */
    record Proposal() implements Step {}

    /** A meeting agreed to it. */
    record Meeting(String id, String title) implements Step {}

    /** Every notebook repository passed on every deployment where it is supplied. */
    record Checks() implements Step {}

    /** A ticket was opened, with watchers. */
    record Ticket() implements Step {}

    /** Every seat acknowledged it. */
    record SignOff() implements Step {}

    /** The recommended tag was moved to it, in a window. */
    record Promotion() implements Step {}
}
