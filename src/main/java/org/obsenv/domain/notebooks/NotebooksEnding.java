package org.obsenv.domain.notebooks;

/** How putting one's notebooks at base, or undoing it, ended. */
public sealed interface NotebooksEnding {
    /** How they stand afterwards, read again from the disk. */
    Notebooks now();

    /** It was done. */
    record Done(Notebooks now) implements NotebooksEnding {}

    /** It is no longer what the person saw; nothing was changed. */
    record Changed(Notebooks now) implements NotebooksEnding {}

    /**
     * It did not work; what was there still is.
     *
     * @param problem the file and the system's word
     */
    record Failed(String problem, Notebooks now) implements NotebooksEnding {}
}
