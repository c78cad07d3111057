package org.obsenv.domain;

/**
 * One line of a unified diff.
 *
 * @param oldNumber its number in the old file from 1, 0 where it is not in it
 * @param newNumber its number in the new file from 1, 0 where it is not in it
 */
public record DiffLine(Kind kind, int oldNumber, int newNumber, String text) {
    public enum Kind {
        HUNK,
        CONTEXT,
        ADDED,
        REMOVED,
        /** Words of ours about the diff, such as "binary file". */
        NOTE
    }
}
