package org.obsenv.domain.notebooks;

/**
 * Looks at a person's own notebooks' setup file and changes it, as that person and never through sudo. Blocks; called
 * on a background thread.
 */
public interface NotebooksGateway {
    Notebooks look();

    /**
     * Moves what is there to the home directory and writes one that sources base's setup file.
     *
     * @param seen what the person was shown; another state changes nothing
     */
    NotebooksEnding toBase(Notebooks.Elsewhere seen);

    /** Brings back what was there before, where what is there is still what was written then. */
    NotebooksEnding undo(Notebooks.AtBase seen);
}
