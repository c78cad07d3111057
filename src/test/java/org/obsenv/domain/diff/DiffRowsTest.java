package org.obsenv.domain.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class DiffRowsTest {
    private static final String TWENTY = lines(1, 20);

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }

    private static DiffRows rows(String before, String after, Layout layout, Unfolded unfolded) {
        return DiffRows.of(Comparison.of(FileText.of(before), FileText.of(after), WhiteSpace.SHOWN), layout, unfolded);
    }

    private static List<String> shown(DiffRows rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> {
                    DiffRow row = rows.row(i);
                    return row.kind() + " " + row.before() + " " + row.after()
                            + (row.lines() == 1 ? "" : " x" + row.lines());
                })
                .toList();
    }

    @Test
    void unchangedLinesAreFoldedBeforeBetweenAndAfterTheEdits() {
        String after = TWENTY.replace("10\n", "ten\nand\n");
        DiffRows rows = rows(TWENTY, after, Layout.UNIFIED, Unfolded.NONE);
        assertThat(shown(rows))
                .containsExactly(
                        "FOLD 0 0 x6",
                        "SAME 6 6",
                        "SAME 7 7",
                        "SAME 8 8",
                        "REMOVED 9 9",
                        "ADDED 9 9",
                        "ADDED -1 10",
                        "SAME 10 11",
                        "SAME 11 12",
                        "SAME 12 13",
                        "FOLD 13 14 x7");
        assertThat(rows.stretchOf(0)).isZero();
        assertThat(rows.stretchOf(10)).isEqualTo(1);
        assertThat(rows.rowOfEdit(0)).isEqualTo(4);
        assertThat(List.of(rows.editAfter(-1), rows.editAfter(3), rows.editAfter(4)))
                .containsExactly(0, 0, 1);
        assertThat(shown(rows(TWENTY, after, Layout.UNIFIED, Unfolded.NONE.and(0))))
                .startsWith("SAME 0 0", "SAME 1 1")
                .endsWith("FOLD 13 14 x7");
        assertThat(shown(rows(TWENTY, after, Layout.UNIFIED, Unfolded.ALL)))
                .hasSize(22)
                .noneMatch(row -> row.startsWith("FOLD"));
    }

    @Test
    void sideBySideStandsOppositeWhatTookItsPlace() {
        assertThat(shown(rows("a\nb\nc\n", "a\nB\nx\nc\n", Layout.SIDE_BY_SIDE, Unfolded.NONE)))
                .containsExactly("SAME 0 0", "CHANGED 1 1", "CHANGED -1 2", "SAME 2 3");
        assertThat(shown(rows("a\nb\nx\nc\n", "a\nB\nc\n", Layout.SIDE_BY_SIDE, Unfolded.NONE)))
                .containsExactly("SAME 0 0", "CHANGED 1 1", "CHANGED 2 -1", "SAME 3 2");
    }

    @Test
    void aMissingLineFeedHasARowAfterItsLine() {
        assertThat(shown(rows("a\nb", "a\nb\n", Layout.UNIFIED, Unfolded.NONE)))
                .containsExactly("SAME 0 0", "REMOVED 1 1", "NO_LINE_FEED 1 -1", "ADDED 1 1");
        assertThat(shown(rows("a\nb", "x\nb", Layout.UNIFIED, Unfolded.NONE)))
                .containsExactly("REMOVED 0 0", "ADDED 0 0", "SAME 1 1", "NO_LINE_FEED 1 1");
        assertThat(shown(rows("", "a", Layout.UNIFIED, Unfolded.NONE)))
                .containsExactly("ADDED -1 0", "NO_LINE_FEED -1 0");
    }

    @Test
    void textsWithoutADifferenceAreOneFold() {
        assertThat(shown(rows(TWENTY, TWENTY, Layout.UNIFIED, Unfolded.NONE))).containsExactly("FOLD 0 0 x20");
        assertThat(rows("", "", Layout.UNIFIED, Unfolded.NONE).size()).isZero();
    }

    /** Row by row, in every layout: both texts are there whole, in order, and each line is found again by its number. */
    @Test
    void everyLineHasItsRowWhateverTheTexts() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            String before = text(random);
            String after = text(random);
            for (Layout layout : Layout.values()) {
                for (Unfolded unfolded : List.of(Unfolded.NONE, Unfolded.NONE.and(1), Unfolded.ALL)) {
                    check(rows(before, after, layout, unfolded), "seed " + seed + " " + layout);
                }
            }
        }
    }

    private static void check(DiffRows rows, String what) {
        int a = 0;
        int b = 0;
        for (int i = 0; i < rows.size(); i++) {
            DiffRow row = rows.row(i);
            boolean hasOld = row.before() >= 0 && row.kind() != DiffRow.Kind.ADDED;
            boolean hasNew = row.after() >= 0 && row.kind() != DiffRow.Kind.REMOVED;
            if (row.kind() == DiffRow.Kind.NO_LINE_FEED) {
                continue;
            }
            if (hasOld) {
                assertThat(row.before()).as(what).isEqualTo(a);
                assertThat(rows.rowOf(a, -1)).as("%s old line %d", what, a).isEqualTo(i);
                a += row.lines();
                assertThat(rows.rowOf(a - 1, -1))
                        .as("%s old line %d", what, a - 1)
                        .isEqualTo(i);
            }
            if (hasNew) {
                assertThat(row.after()).as(what).isEqualTo(b);
                assertThat(rows.rowOf(-1, b)).as("%s new line %d", what, b).isEqualTo(i);
                b += row.lines();
            }
        }
        assertThat(a).isEqualTo(rows.comparison().before().lines());
        assertThat(b).isEqualTo(rows.comparison().after().lines());
    }

    private static String text(Random random) {
        String text =
                random.ints(random.nextInt(60), 0, 9).mapToObj(i -> i + "\n").collect(Collectors.joining());
        return random.nextBoolean() && !text.isEmpty() ? text.substring(0, text.length() - 1) : text;
    }

    @Test
    void hundredThousandEditsAreLaidOutAtOnce() {
        String before = lines(1, 300_000);
        String after = before.replace("7\n", "seven\n");
        DiffRows rows = rows(before, after, Layout.UNIFIED, Unfolded.NONE);
        assertThat(rows.edits()).isEqualTo(30_000);
        assertThat(rows.row(rows.size() - 1).kind()).isEqualTo(DiffRow.Kind.SAME);
        assertThat(rows.row(rows.rowOf(-1, 150_006))).isEqualTo(new DiffRow(DiffRow.Kind.ADDED, 150_006, 150_006, 1));
    }
}
