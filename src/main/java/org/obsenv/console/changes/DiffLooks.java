package org.obsenv.console.changes;

import java.util.ArrayList;
import java.util.List;
import org.obsenv.console.changes.DiffLook.Part;
import org.obsenv.console.changes.syntax.Highlighting;
import org.obsenv.console.changes.syntax.Token;
import org.obsenv.domain.diff.Comparison;
import org.obsenv.domain.diff.DiffRow;
import org.obsenv.domain.diff.FileText;
import org.obsenv.domain.diff.LineEnds;
import org.obsenv.domain.diff.Span;
import org.obsenv.domain.diff.WordMarks;
import org.obsenv.words.Words;

/** Makes what is to be seen of a row: decoded, coloured and marked when it is looked at. Used on one thread. */
final class DiffLooks {
    private static final String ADDED = "+";
    private static final String REMOVED = "−";

    private final Words words;
    private final Comparison comparison;
    private final Highlighting old;
    private final Highlighting now;
    private final boolean showsReturns;

    DiffLooks(Words words, Comparison comparison, Highlighting old, Highlighting now) {
        this.words = words;
        this.comparison = comparison;
        this.old = old;
        this.now = now;
        LineEnds before = comparison.before().lineEnds();
        LineEnds after = comparison.after().lineEnds();
        // Where every line has one, or none, a sign at each tells nothing.
        this.showsReturns = before == LineEnds.MIXED
                || after == LineEnds.MIXED
                || (before != after && before != LineEnds.NONE && after != LineEnds.NONE);
    }

    /** A row of the unified layout that has a line. */
    DiffLook unified(DiffRow row, DiffFinds finds) {
        return switch (row.kind()) {
            case SAME -> line(row.after(), false, -1, numbers(row.before(), row.after()), finds);
            case ADDED -> line(row.after(), false, row.before(), numbers(-1, row.after()), finds);
            case REMOVED -> line(row.before(), true, row.after(), numbers(row.before(), -1), finds);
            case CHANGED, FOLD, NO_LINE_FEED -> throw new IllegalArgumentException(row + " has no line here");
        };
    }

    /** One side of a row of the layout side by side. */
    DiffLook side(DiffRow row, boolean isOld, DiffFinds finds) {
        int line = isOld ? row.before() : row.after();
        if (line < 0) {
            return DiffLook.nothing();
        }
        int other = isOld ? row.after() : row.before();
        List<String> number = List.of(Integer.toString(line + 1));
        return row.kind() == DiffRow.Kind.SAME
                ? same(line, isOld, number, finds)
                : line(line, isOld, other, number, finds);
    }

    private static List<String> numbers(int before, int after) {
        return List.of(before < 0 ? "" : Integer.toString(before + 1), after < 0 ? "" : Integer.toString(after + 1));
    }

    private DiffLook same(int line, boolean isOld, List<String> numbers, DiffFinds finds) {
        return look(line, isOld, numbers, "", List.of(), finds);
    }

    private DiffLook line(int line, boolean isOld, int partner, List<String> numbers, DiffFinds finds) {
        if (numbers.size() == 2
                && !numbers.getFirst().isEmpty()
                && !numbers.getLast().isEmpty()) {
            return same(line, isOld, numbers, finds);
        }
        WordMarks marks = partner < 0 ? WordMarks.NONE : words(isOld ? line : partner, isOld ? partner : line);
        return look(line, isOld, numbers, isOld ? REMOVED : ADDED, isOld ? marks.before() : marks.after(), finds);
    }

    private WordMarks words(int oldLine, int newLine) {
        return WordMarks.of(
                comparison.before().line(oldLine), comparison.after().line(newLine), comparison.white());
    }

    private DiffLook look(
            int line, boolean isOld, List<String> numbers, String sign, List<Span> changed, DiffFinds finds) {
        FileText from = isOld ? comparison.before() : comparison.after();
        boolean isChanged = !sign.isEmpty();
        ShownLine shown = ShownLine.of(from, line, showsReturns && isChanged);
        List<Part> marks = new ArrayList<>();
        for (Span each : changed) {
            mark(marks, shown, each, isOld ? DiffInk.REMOVED_WORD : DiffInk.ADDED_WORD);
        }
        for (int each : finds.in(line, isOld)) {
            mark(marks, shown, finds.get(each).span(), each == finds.current() ? DiffInk.HIT_HERE : DiffInk.HIT);
        }
        boolean isUnendedHere = numbers.size() == 1 && !from.isEnded(line);
        return new DiffLook(
                numbers,
                sign,
                isOld ? DiffInk.REMOVED_SIGN : DiffInk.ADDED_SIGN,
                isChanged ? isOld ? DiffInk.REMOVED_GROUND : DiffInk.ADDED_GROUND : DiffInk.SAME_GROUND,
                shown.text(),
                runs((isOld ? old : now).tokens(line), shown),
                marks,
                shown.left() > 0
                        ? words.count("changes.line-cut", shown.left())
                        : isUnendedHere ? words.text("changes.no-line-feed") : "",
                spoken(sign, isOld, line, shown));
    }

    private String spoken(String sign, boolean isOld, int line, ShownLine shown) {
        String key = sign.isEmpty() ? "changes.spoken.same" : isOld ? "changes.spoken.removed" : "changes.spoken.added";
        return words.text(key, "line", line + 1, "text", shown.text());
    }

    private static void mark(List<Part> marks, ShownLine shown, Span span, DiffInk ink) {
        Span place = shown.span(span.begin(), span.end());
        if (place.end() > place.begin()) {
            marks.add(new Part(place.begin(), place.end(), ink));
        }
    }

    private static List<Part> runs(List<Token> tokens, ShownLine shown) {
        List<Part> runs = new ArrayList<>();
        int at = 0;
        for (Token each : tokens) {
            Span place = shown.span(each.begin(), each.end());
            if (place.end() > place.begin()) {
                run(runs, at, place.begin(), DiffInk.PLAIN);
                run(runs, place.begin(), place.end(), DiffInk.of(each.kind()));
                at = place.end();
            }
        }
        run(runs, at, shown.text().length(), DiffInk.PLAIN);
        return runs;
    }

    private static void run(List<Part> runs, int begin, int end, DiffInk ink) {
        if (end > begin) {
            runs.add(new Part(begin, end, ink));
        }
    }
}
