package org.obsenv.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * What is ours against a yardstick, measured in pairs, one right after the other, so that a busy moment of the machine
 * falls on both.
 *
 * @param bound the largest ratio that is good enough; infinite where a ratio is only told
 */
record Comparison(String what, String yardstick, double bound, List<Long> ours, List<Long> theirs) {
    private static final int WARM_UP = 2;

    static Comparison measure(
            String what, String yardstick, double bound, int pairs, LongSupplier ours, LongSupplier theirs) {
        List<Long> first = new ArrayList<>();
        List<Long> second = new ArrayList<>();
        for (int i = -WARM_UP; i < pairs; i++) {
            long own = ours.getAsLong();
            long other = theirs.getAsLong();
            if (i >= 0) {
                first.add(own);
                second.add(other);
            }
        }
        return new Comparison(what, yardstick, bound, first, second);
    }

    /** The median of the pairs' ratios. */
    double ratio() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add((double) ours.get(i) / theirs.get(i));
        }
        ratios.sort(null);
        return ratios.get(ratios.size() / 2);
    }

    boolean holds() {
        return ratio() <= bound;
    }

    private boolean isBound() {
        return bound < Double.POSITIVE_INFINITY;
    }

    /** A row of the table in docs/performance.md. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %.2f | %s | %s |",
                what,
                yardstick,
                shown(median(ours)),
                shown(median(theirs)),
                ratio(),
                isBound() ? String.format(Locale.ROOT, "%.2f", bound) : "",
                isBound() ? holds() ? "yes" : "**no**" : "");
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static String shown(long nanos) {
        if (nanos >= 100_000_000) {
            return String.format(Locale.ROOT, "%.0f ms", nanos / 1e6);
        }
        return nanos >= 1_000_000
                ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.1f µs", nanos / 1e3);
    }
}
