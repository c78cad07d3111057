package org.obsenv.domain.diff;

/**
 * One row of a diff on show.
 *
 * @param before a line of the old text, from 0; −1 for none
 * @param after a line of the new text, from 0; −1 for none
 * @param lines how many lines the row stands for: 1, or those that are folded away
 */
public record DiffRow(Kind kind, int before, int after, int lines) {
    public enum Kind {
        /** The same on both sides. */
        SAME,
        /** Unified: the line {@code before} is gone; {@code after} is what stands in its place, if anything does. */
        REMOVED,
        /** Unified: the line {@code after} is new; {@code before} is what it stands in place of, if anything is. */
        ADDED,
        /** Side by side: what changed at this place, either side or both. */
        CHANGED,
        /** So many lines that are the same, from these on, are not shown. */
        FOLD,
        /** Unified: the line above is the last of its text and has no line feed; it is the one that is named. */
        NO_LINE_FEED
    }
}
