package org.obsenv.domain.signoff;

/** How a cell of the matrix of checks stands. An empty one is not a pass. */
public sealed interface CellState {
    record Passed(Act act, Deed.Checked deed) implements CellState {}

    record Failed(Act act, Deed.Checked deed) implements CellState {}

    /** No result for this image. */
    record Missing() implements CellState {}
}
