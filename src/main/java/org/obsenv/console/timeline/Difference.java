package org.obsenv.console.timeline;

import java.util.List;

/**
 * Two generations side by side, in words.
 *
 * @param range from which to which
 * @param count how many packages differ; empty where that is not known
 * @param note why there is no row, or how many packages are the same
 */
public record Difference(String range, String count, List<DifferenceRow> rows, String note) {
    static final Difference NONE = new Difference("", "", List.of(), "");

    public Difference {
        rows = List.copyOf(rows);
    }
}
