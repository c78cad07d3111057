package org.obsenv.domain.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * Edits that stand so close together that their context is one, as {@code git diff} groups them.
 *
 * @param firstEdit the index of the first; {@code endEdit} is after the last
 * @param beginA the first line of the old text that is shown, from 0; the others likewise
 */
public record Hunk(int firstEdit, int endEdit, int beginA, int endA, int beginB, int endB) {
    /** All of a comparison's. */
    public static List<Hunk> of(Comparison comparison) {
        Edits edits = comparison.edits();
        List<Hunk> hunks = new ArrayList<>();
        int first = 0;
        while (first < edits.size()) {
            int last = first;
            while (last + 1 < edits.size() && edits.beginA(last + 1) - edits.endA(last) <= 2 * DiffRows.CONTEXT) {
                last++;
            }
            hunks.add(new Hunk(
                    first,
                    last + 1,
                    Math.max(0, edits.beginA(first) - DiffRows.CONTEXT),
                    Math.min(comparison.before().lines(), edits.endA(last) + DiffRows.CONTEXT),
                    Math.max(0, edits.beginB(first) - DiffRows.CONTEXT),
                    Math.min(comparison.after().lines(), edits.endB(last) + DiffRows.CONTEXT)));
            first = last + 1;
        }
        return hunks;
    }

    /** As git writes it, without the function's name. */
    public String header() {
        return "@@ -" + range(beginA, endA) + " +" + range(beginB, endB) + " @@";
    }

    /** From 1, the count left out when it is 1; an empty side starts at the line before. */
    private static String range(int begin, int end) {
        int count = end - begin;
        int start = count == 0 ? begin : begin + 1;
        return count == 1 ? Integer.toString(start) : start + "," + count;
    }
}
