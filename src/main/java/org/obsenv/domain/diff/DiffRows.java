package org.obsenv.domain.diff;

import java.util.Arrays;
import java.util.Objects;

/**
 * The rows of a comparison. Kept as runs of like rows, so that a hundred thousand of them cost as many numbers as there
 * are edits; a row is made when it is asked for.
 */
public final class DiffRows {
    /** How many unchanged lines are shown before and after an edit. */
    public static final int CONTEXT = 3;

    /** Fewer unchanged lines than this are not worth a fold. */
    private static final int LEAST_FOLDED = 3;

    private final Comparison comparison;
    private final Layout layout;
    private final Unfolded unfolded;
    private final int[] editRows;
    private DiffRow.Kind[] kinds = new DiffRow.Kind[64];
    private int[] firstRows = new int[64];
    private int[] before = new int[64];
    private int[] after = new int[64];
    private int runs;
    private int rows;

    private DiffRows(Comparison comparison, Layout layout, Unfolded unfolded) {
        this.comparison = comparison;
        this.layout = layout;
        this.unfolded = unfolded;
        Edits edits = comparison.edits();
        editRows = new int[edits.size()];
        int lineA = 0;
        int lineB = 0;
        for (int i = 0; i < edits.size(); i++) {
            stretch(i, lineA, edits.beginA(i), lineB);
            editRows[i] = rows;
            edit(edits.beginA(i), edits.endA(i), edits.beginB(i), edits.endB(i));
            lineA = edits.endA(i);
            lineB = edits.endB(i);
        }
        stretch(edits.size(), lineA, comparison.before().lines(), lineB);
    }

    public static DiffRows of(Comparison comparison, Layout layout, Unfolded unfolded) {
        return new DiffRows(comparison, layout, unfolded);
    }

    private void stretch(int index, int beginA, int endA, int beginB) {
        int leading = index == 0 ? 0 : CONTEXT;
        int trailing = index == comparison.edits().size() ? 0 : CONTEXT;
        int folded = endA - beginA - leading - trailing;
        if (folded < LEAST_FOLDED || unfolded.holds(index)) {
            same(beginA, endA - beginA, beginB);
            return;
        }
        same(beginA, leading, beginB);
        run(DiffRow.Kind.FOLD, beginA + leading, beginB + leading, 1);
        same(endA - trailing, trailing, beginB + leading + folded);
    }

    private void same(int lineA, int count, int lineB) {
        if (count == 0) {
            return;
        }
        run(DiffRow.Kind.SAME, lineA, lineB, count);
        if (lineA + count == comparison.before().lines()
                && lineB + count == comparison.after().lines()
                && !comparison.after().endsWithLineFeed()) {
            noLineFeed(lineA + count - 1, lineB + count - 1);
        }
    }

    private void edit(int beginA, int endA, int beginB, int endB) {
        switch (layout) {
            case UNIFIED -> {
                run(DiffRow.Kind.REMOVED, beginA, beginB, endA - beginA);
                if (endA > beginA
                        && endA == comparison.before().lines()
                        && !comparison.before().endsWithLineFeed()) {
                    noLineFeed(endA - 1, -1);
                }
                run(DiffRow.Kind.ADDED, beginA, beginB, endB - beginB);
                if (endB > beginB
                        && endB == comparison.after().lines()
                        && !comparison.after().endsWithLineFeed()) {
                    noLineFeed(-1, endB - 1);
                }
            }
            case SIDE_BY_SIDE -> run(DiffRow.Kind.CHANGED, beginA, beginB, Math.max(endA - beginA, endB - beginB));
        }
    }

    private void noLineFeed(int lineA, int lineB) {
        if (layout == Layout.UNIFIED) {
            run(DiffRow.Kind.NO_LINE_FEED, lineA, lineB, 1);
        }
    }

    private void run(DiffRow.Kind kind, int lineA, int lineB, int count) {
        if (count == 0) {
            return;
        }
        if (runs == firstRows.length) {
            kinds = Arrays.copyOf(kinds, runs * 2);
            firstRows = Arrays.copyOf(firstRows, runs * 2);
            before = Arrays.copyOf(before, runs * 2);
            after = Arrays.copyOf(after, runs * 2);
        }
        kinds[runs] = kind;
        firstRows[runs] = rows;
        before[runs] = lineA;
        after[runs] = lineB;
        runs++;
        rows += count;
    }

    public Comparison comparison() {
        return comparison;
    }

    public Layout layout() {
        return layout;
    }

    public Unfolded unfolded() {
        return unfolded;
    }

    public int size() {
        return rows;
    }

    /**
     * One row, laid out now.
     *
     * @throws IndexOutOfBoundsException for a row that there is not
     */
    public DiffRow row(int index) {
        Objects.checkIndex(index, rows);
        int run = runOf(index);
        int within = index - firstRows[run];
        int a = before[run];
        int b = after[run];
        return switch (kinds[run]) {
            case SAME -> new DiffRow(DiffRow.Kind.SAME, a + within, b + within, 1);
            case FOLD -> new DiffRow(DiffRow.Kind.FOLD, a, b, folded(run));
            case NO_LINE_FEED -> new DiffRow(DiffRow.Kind.NO_LINE_FEED, a, b, 1);
            case REMOVED -> new DiffRow(DiffRow.Kind.REMOVED, a + within, within(b + within, endB(a, b)), 1);
            case ADDED -> new DiffRow(DiffRow.Kind.ADDED, within(a + within, endA(a, b)), b + within, 1);
            case CHANGED ->
                new DiffRow(DiffRow.Kind.CHANGED, within(a + within, endA(a, b)), within(b + within, endB(a, b)), 1);
        };
    }

    private int runOf(int row) {
        int found = Arrays.binarySearch(firstRows, 0, runs, row);
        return found >= 0 ? found : -found - 2;
    }

    private static int within(int line, int end) {
        return line < end ? line : -1;
    }

    private int endA(int beginA, int beginB) {
        return comparison.edits().endA(editAt(beginA, beginB));
    }

    private int endB(int beginA, int beginB) {
        return comparison.edits().endB(editAt(beginA, beginB));
    }

    /** The edit that begins there. */
    private int editAt(int beginA, int beginB) {
        Edits edits = comparison.edits();
        int low = 0;
        int high = edits.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edits.beginA(middle) < beginA || edits.beginB(middle) < beginB) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int folded(int run) {
        int end = run + 1 < runs ? before[run + 1] : comparison.before().lines();
        return end - before[run];
    }

    /** How many edits there are. */
    public int edits() {
        return editRows.length;
    }

    /** The row that the edit begins at. */
    public int rowOfEdit(int edit) {
        return editRows[edit];
    }

    /** The first edit that begins after the row; {@link #edits} when none does. */
    public int editAfter(int row) {
        int found = Arrays.binarySearch(editRows, row + 1);
        return found >= 0 ? found : -found - 1;
    }

    /** The stretch of unchanged lines that the row's fold hides, as {@link Unfolded} counts them. */
    public int stretchOf(int row) {
        return editAfter(row);
    }

    /** Where the line is on show, or the fold that hides it. Exactly one of the two lines is given; −1 for the other. */
    public int rowOf(int lineBefore, int lineAfter) {
        boolean isOld = lineAfter < 0;
        int low = 0;
        int high = runs - 1;
        int found = 0;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if ((isOld ? before[middle] : after[middle]) <= (isOld ? lineBefore : lineAfter)) {
                found = middle;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        while (found > 0 && !shows(found, isOld)) {
            found--;
        }
        int within =
                kinds[found] == DiffRow.Kind.FOLD ? 0 : isOld ? lineBefore - before[found] : lineAfter - after[found];
        return firstRows[found] + within;
    }

    private boolean shows(int run, boolean isOld) {
        return switch (kinds[run]) {
            case SAME, FOLD, CHANGED -> true;
            case NO_LINE_FEED -> false;
            case REMOVED -> isOld;
            case ADDED -> !isOld;
        };
    }
}
