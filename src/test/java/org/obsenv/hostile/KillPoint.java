package org.obsenv.hostile;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * A place to die: before the {@code ordinal}-th call of that name takes effect. strace counts per thread, so the first
 * thread to come so far dies, and its whole process with it.
 */
record KillPoint(String call, int ordinal) implements Comparable<KillPoint> {
    /** One for every call that writes under the directory. */
    static List<KillPoint> of(List<SystemCall> calls, Path directory) {
        TreeSet<KillPoint> points = new TreeSet<>();
        calls.stream()
                .filter(call -> call.writesUnder(directory))
                .forEach(call -> points.add(new KillPoint(call.name(), call.ordinal())));
        return List.copyOf(points);
    }

    String injection() {
        return "inject=" + call + ":signal=KILL:when=" + ordinal;
    }

    @Override
    public int compareTo(KillPoint other) {
        return Comparator.comparing(KillPoint::call)
                .thenComparingInt(KillPoint::ordinal)
                .compare(this, other);
    }
}
