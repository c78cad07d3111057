package org.obsenv.domain.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a text stands in a diff: in the lines of the new text, and in those of the old one that are gone; in the order
 * of the unified rows. Capitals count when there is one in what is looked for.
 *
 * @param hits at most as many as were wanted
 * @param isWhole false when there are more
 */
public record DiffSearch(List<Hit> hits, boolean isWhole) {
    /** Nothing found, as where nothing was looked for. */
    public static final DiffSearch NOTHING = new DiffSearch(List.of(), true);

    /**
     * One place.
     *
     * @param before the line of the old text, or −1: exactly one of the two is given
     * @param after the line of the new text, or −1
     */
    public record Hit(int before, int after, Span span) {}

    public DiffSearch {
        hits = List.copyOf(hits);
    }

    /** Looks through all of it, folded or not. Takes time in proportion to the texts. */
    public static DiffSearch of(Comparison comparison, String wanted, int most) {
        if (wanted.isEmpty()) {
            return NOTHING;
        }
        Walk walk = new Walk(wanted, most);
        int line = 0;
        for (int i = 0; i < comparison.edits().size(); i++) {
            Edit edit = comparison.edits().get(i);
            walk.through(comparison.after(), line, edit.beginB(), false);
            walk.through(comparison.before(), edit.beginA(), edit.endA(), true);
            walk.through(comparison.after(), edit.beginB(), edit.endB(), false);
            line = edit.endB();
        }
        walk.through(comparison.after(), line, comparison.after().lines(), false);
        return new DiffSearch(walk.hits, walk.hits.size() < most);
    }

    private static final class Walk {
        private final String wanted;
        private final boolean isExact;
        private final int most;
        private final List<Hit> hits = new ArrayList<>();

        Walk(String wanted, int most) {
            String small = wanted.toLowerCase(Locale.ROOT);
            this.isExact = !small.equals(wanted);
            this.wanted = wanted;
            this.most = most;
        }

        void through(FileText text, int begin, int end, boolean isOld) {
            for (int line = begin; line < end && hits.size() < most; line++) {
                find(text.line(line), isOld ? line : -1, isOld ? -1 : line);
            }
        }

        private void find(String line, int before, int after) {
            for (int at = next(line, 0); at >= 0 && hits.size() < most; at = next(line, at + wanted.length())) {
                hits.add(new Hit(before, after, new Span(at, at + wanted.length())));
            }
        }

        private int next(String line, int from) {
            if (isExact) {
                return line.indexOf(wanted, from);
            }
            for (int at = from; at + wanted.length() <= line.length(); at++) {
                if (line.regionMatches(true, at, wanted, 0, wanted.length())) {
                    return at;
                }
            }
            return -1;
        }
    }
}
