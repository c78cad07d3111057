package org.obsenv.console.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.diff.DiffSearch;

/** What was found in a diff, and which of it the reader is at. */
final class DiffFinds {
    static final DiffFinds NONE = new DiffFinds("", DiffSearch.NOTHING, -1);

    private final String wanted;
    private final DiffSearch search;
    private final int current;
    private final Map<Integer, List<Integer>> byOldLine;
    private final Map<Integer, List<Integer>> byNewLine;

    DiffFinds(String wanted, DiffSearch search, int current) {
        this(wanted, search, current, new HashMap<>(), new HashMap<>());
        for (int i = 0; i < search.hits().size(); i++) {
            DiffSearch.Hit hit = search.hits().get(i);
            Map<Integer, List<Integer>> lines = hit.after() < 0 ? byOldLine : byNewLine;
            lines.computeIfAbsent(Math.max(hit.before(), hit.after()), line -> new ArrayList<>())
                    .add(i);
        }
    }

    private DiffFinds(
            String wanted,
            DiffSearch search,
            int current,
            Map<Integer, List<Integer>> byOldLine,
            Map<Integer, List<Integer>> byNewLine) {
        this.wanted = wanted;
        this.search = search;
        this.current = current;
        this.byOldLine = byOldLine;
        this.byNewLine = byNewLine;
    }

    String wanted() {
        return wanted;
    }

    int count() {
        return search.hits().size();
    }

    boolean isWhole() {
        return search.isWhole();
    }

    /** Which one the reader is at, from 0; −1 for none. */
    int current() {
        return current;
    }

    Optional<DiffSearch.Hit> hit() {
        return current < 0 ? Optional.empty() : Optional.of(search.hits().get(current));
    }

    /** The one so many further on, round and round. */
    DiffFinds step(int by) {
        return count() == 0 ? this : at(Math.floorMod(current + by, count()));
    }

    DiffFinds at(int index) {
        return new DiffFinds(wanted, search, index, byOldLine, byNewLine);
    }

    /** The first at this new line or below it, or at all. */
    DiffFinds from(int newLine) {
        for (int i = 0; i < count(); i++) {
            if (search.hits().get(i).after() >= newLine) {
                return at(i);
            }
        }
        return count() == 0 ? this : at(0);
    }

    /** Indices of what is in that line of the old text, or of the new one. */
    List<Integer> in(int line, boolean isOld) {
        return (isOld ? byOldLine : byNewLine).getOrDefault(line, List.of());
    }

    DiffSearch.Hit get(int index) {
        return search.hits().get(index);
    }
}
