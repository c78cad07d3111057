package org.obsenv.console.changes;

/** What the keys of a page ask of the pane that shows a file's diff. Where there is nothing to go to, nothing happens. */
public interface DiffPane {
    /** Goes to the next change of the file; past the last it stays. */
    void nextChange();

    /** Goes to the change before; at the first it stays. */
    void previousChange();

    /** Ignores white space, or minds it again. */
    void toggleWhiteSpace();
}
