package org.obsenv.domain.diff;

import java.util.Arrays;

/**
 * Two texts and what changed from one to the other.
 *
 * @param isCoarse whether it was given up to look for more that is the same: right, and larger than need be
 */
public record Comparison(FileText before, FileText after, WhiteSpace white, Edits edits, boolean isCoarse) {
    /** Compares; takes a second at most, whatever the texts. */
    public static Comparison of(FileText before, FileText after, WhiteSpace white) {
        return of(before, after, white, LineDiff.WORK);
    }

    /** The same texts, compared in the other way. */
    public Comparison with(WhiteSpace other) {
        return other == white ? this : of(before, after, other);
    }

    static Comparison of(FileText before, FileText after, WhiteSpace white, long work) {
        int most = Math.min(before.lines(), after.lines());
        int same = 0;
        while (same < most && LineNumbers.isSame(before, same, after, same, white)) {
            same++;
        }
        int end = 0;
        while (end < most - same
                && LineNumbers.isSame(before, before.lines() - end - 1, after, after.lines() - end - 1, white)) {
            end++;
        }
        int endA = before.lines() - end;
        int endB = after.lines() - end;
        boolean[] removed = new boolean[before.lines()];
        boolean[] added = new boolean[after.lines()];
        boolean isCoarse = false;
        if (same == endA || same == endB) {
            Arrays.fill(removed, same, endA, true);
            Arrays.fill(added, same, endB, true);
        } else {
            LineNumbers.Both numbers = LineNumbers.of(before, same, endA, after, same, endB, white);
            LineDiff.Found found = LineDiff.find(numbers.a(), numbers.b(), numbers.count(), work);
            System.arraycopy(found.removed(), 0, removed, same, endA - same);
            System.arraycopy(found.added(), 0, added, same, endB - same);
            isCoarse = found.isCoarse();
        }
        Slides.slide(before, removed, after, added, white);
        return new Comparison(before, after, white, Edits.of(removed, added), isCoarse);
    }
}
