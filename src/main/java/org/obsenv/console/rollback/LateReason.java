package org.obsenv.console.rollback;

/** What became of a reason that was given after the roll back. */
public enum LateReason {
    NONE,
    SENDING,
    /** The helper heard it; what it recorded is in the journal. */
    HANDED_OVER,
    /** It is in the report only. */
    NOT_TAKEN
}
