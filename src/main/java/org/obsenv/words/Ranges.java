package org.obsenv.words;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.obsenv.domain.GenerationId;

/** Generations as people list them: {@code 3-17, 19}. */
public final class Ranges {
    private static final int NAMED = 12;

    private Ranges() {}

    /** The first of them, and how many ranges there are more. */
    public static String of(SortedSet<GenerationId> generations) {
        List<String> ranges = new ArrayList<>();
        int first = 0;
        int last = -1;
        for (GenerationId each : generations) {
            if (each.number() != last + 1 || first == 0) {
                add(ranges, first, last);
                first = each.number();
            }
            last = each.number();
        }
        add(ranges, first, last);
        int more = ranges.size() - NAMED;
        String named = String.join(", ", ranges.subList(0, Math.min(NAMED, ranges.size())));
        return more > 0 ? named + " (+" + more + ")" : named;
    }

    private static void add(List<String> ranges, int first, int last) {
        if (first > 0) {
            ranges.add(first == last ? Integer.toString(first) : first + "-" + last);
        }
    }
}
