package org.obsenv.hostile.history;

/** Something that must not be. */
public record Violation(Kind kind, String what) {
    /** The kinds. */
    public enum Kind {
        /** Somebody read another link than base's, and nobody who had seen the roll back had undone it. */
        ROLL_BACK_UNDONE,
        /** An acknowledged move was not there, and nobody else had moved the link. */
        MOVE_LOST,
        /** A verb moved a link away that was not the one its person had seen. */
        STALE_ACCEPTED,
        /** An acknowledged move has no entry, or more than one, or an entry that tells something else. */
        UNRECORDED,
        /** The journal tells a move that was refused, or that nobody asked for. */
        UNASKED,
        /** The entries do not follow from each other, or stand in another order than the acts took place in. */
        DISORDER,
        /** A place in the journal is no entry. */
        SPOILT,
        /** A link was seen that no entry tells of. */
        UNEXPLAINED,
        /** A package was not there. */
        MISSING,
        /** A file had content that nobody published. */
        PARTIAL,
        /** A package's file was of another commit than the generation's. */
        MIXED
    }
}
