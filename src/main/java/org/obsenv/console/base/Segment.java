package org.obsenv.console.base;

/** Which packages the table shows. */
enum Segment {
    ALL,
    CHANGES,
    PROBLEMS;

    boolean holds(BaseRow row) {
        return switch (this) {
            case ALL -> true;
            case CHANGES -> row.kind() == BaseRow.Kind.CHANGED || row.kind() == BaseRow.Kind.STUCK;
            case PROBLEMS -> row.kind() == BaseRow.Kind.STUCK || row.kind() == BaseRow.Kind.NOTED;
        };
    }
}
