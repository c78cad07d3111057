package org.obsenv.domain;

/**
 * One file that differs between two commits.
 *
 * @param path the new path; for a deleted file the old one
 * @param oldPath the old path, the same as {@code path} unless renamed
 * @param added lines added, −1 when not counted (binary)
 * @param removed lines removed, −1 when not counted (binary)
 */
public record FileChange(Kind kind, String path, String oldPath, int added, int removed) {
    /** What happened to the file. */
    public enum Kind {
        ADDED,
        MODIFIED,
        DELETED,
        RENAMED,
        TYPE_CHANGED
    }
}
