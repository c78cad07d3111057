package org.obsenv.git;

import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** How many lines a change adds and removes. */
record LineCounts(int added, int removed) {
    static LineCounts of(RawText before, RawText after) {
        int added = 0;
        int removed = 0;
        for (Edit each : edits(before, after)) {
            added += each.getLengthB();
            removed += each.getLengthA();
        }
        return new LineCounts(added, removed);
    }

    static EditList edits(RawText before, RawText after) {
        return new HistogramDiff().diff(RawTextComparator.DEFAULT, before, after);
    }
}
