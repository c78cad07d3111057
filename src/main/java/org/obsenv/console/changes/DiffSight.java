package org.obsenv.console.changes;

import org.obsenv.domain.diff.DiffRow;
import org.obsenv.domain.diff.Layout;

/** What the rows of a diff are painted from. */
interface DiffSight {
    Layout arranged();

    DiffLooks looks();

    DiffFinds finds();

    /** How many digits the largest line number has. */
    int digits();

    /** The words of a row that has no line. */
    String remark(DiffRow row);
}
