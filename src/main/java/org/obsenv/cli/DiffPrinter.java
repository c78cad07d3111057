package org.obsenv.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.obsenv.domain.diff.Comparison;
import org.obsenv.domain.diff.Edit;
import org.obsenv.domain.diff.FileText;
import org.obsenv.domain.diff.Hunk;

/** Prints the hunks of a comparison as {@code git diff} does, up to a limit of lines; what is beyond is counted. */
final class DiffPrinter {
    private final Screen screen;
    private final Comparison comparison;
    private int left;
    private long cut;

    DiffPrinter(Screen screen, Comparison comparison, int limit) {
        this.screen = screen;
        this.comparison = comparison;
        this.left = limit;
    }

    /** Returns how many lines were not printed. */
    long print() {
        Hunk.of(comparison).forEach(this::print);
        return cut;
    }

    private void print(Hunk hunk) {
        line(Screen.Style.FAINT, "", hunk.header());
        int line = hunk.beginA();
        for (int i = hunk.firstEdit(); i < hunk.endEdit(); i++) {
            Edit edit = comparison.edits().get(i);
            context(line, edit.beginA());
            lines(Screen.Style.BAD, "-", comparison.before(), edit.beginA(), edit.endA());
            lines(Screen.Style.GOOD, "+", comparison.after(), edit.beginB(), edit.endB());
            line = edit.endA();
        }
        context(line, hunk.endA());
    }

    private void context(int begin, int end) {
        lines(Screen.Style.PLAIN, " ", comparison.before(), begin, end);
    }

    private void lines(Screen.Style style, String sign, FileText text, int begin, int end) {
        int shown = begin + Math.min(end - begin, left);
        for (int i = begin; i < shown; i++) {
            line(style, sign, shown(text, i));
        }
        cut += end - shown;
        if (end > begin && end == text.lines() && !text.endsWithLineFeed()) {
            line(Screen.Style.FAINT, "", "\\ No newline at end of file");
        }
    }

    private String shown(FileText text, int line) {
        // On a terminal what hides or moves text is made visible; a tab stays one, and a pipe gets what is there.
        return screen.isTerminal()
                ? Arrays.stream(text.line(line).split("\t", -1))
                        .map(screen::foreign)
                        .collect(Collectors.joining("\t"))
                : text.whole(line);
    }

    private void line(Screen.Style style, String sign, String text) {
        if (left == 0) {
            cut++;
            return;
        }
        left--;
        screen.line(style, sign + text);
    }
}
