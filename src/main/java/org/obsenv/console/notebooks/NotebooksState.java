package org.obsenv.console.notebooks;

import org.obsenv.domain.notebooks.Notebooks;
import org.obsenv.domain.notebooks.NotebooksEnding;

/** What the strip shows. */
public sealed interface NotebooksState {
    /** Nobody asked. */
    record Closed() implements NotebooksState {}

    /** The file is being read. */
    record Looking() implements NotebooksState {}

    /** What is there, and what can be done. */
    record Shown(Notebooks notebooks) implements NotebooksState {}

    /** It is being written, or brought back. */
    record Acting() implements NotebooksState {}

    /** How the way to base ended, or the way back. */
    record Ended(NotebooksEnding ending, boolean isUndo) implements NotebooksState {}
}
