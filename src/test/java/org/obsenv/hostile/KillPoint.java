package org.obsenv.hostile;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A place to die: before the {@code ordinal}-th call of that name takes effect. strace counts per thread, so the first
 * thread to come so far dies, and its whole process with it.
 */
record KillPoint(String call, int ordinal) {
    private static final Set<String> NAMING = Set.of("rename");

    /** One for every call that writes under the directory, in the order of the calls. */
    static List<KillPoint> of(List<SystemCall> calls, Path directory) {
        return calls.stream()
                .filter(call -> call.writesUnder(directory))
                .map(call -> new KillPoint(call.name(), call.ordinal()))
                .distinct()
                .toList();
    }

    /** Every rename, and of the rest every {@code step}-th. */
    static List<KillPoint> some(List<KillPoint> all, int step) {
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0 || NAMING.contains(all.get(i).call()))
                .mapToObj(all::get)
                .toList();
    }

    String injection() {
        return "inject=" + call + ":signal=KILL:when=" + ordinal;
    }
}
