package org.obsenv.git;

import org.obsenv.domain.diff.Comparison;
import org.obsenv.domain.diff.Edits;
import org.obsenv.domain.diff.FileText;
import org.obsenv.domain.diff.WhiteSpace;

/** How many lines a change adds and removes. */
record LineCounts(int added, int removed) {
    static LineCounts of(FileText before, FileText after) {
        Edits edits = Comparison.of(before, after, WhiteSpace.SHOWN).edits();
        return new LineCounts(edits.added(), edits.removed());
    }
}
