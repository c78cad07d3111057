package org.obsenv.hostile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A place to die: before the {@code ordinal}-th call of that name takes effect. strace counts per thread, so the first
 * thread to come so far dies, and its whole process with it.
 *
 * @param path only calls about exactly this path, as the call gives it, are counted; empty where the path is another
 *     in every run
 */
record KillPoint(String call, Optional<String> path, int ordinal) {
    private static final Set<String> NAMING = Set.of("rename");
    private static final Pattern OF_A_FILE = Pattern.compile("\\d+<(/[^>]*)>.*");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern RANDOM = Pattern.compile(".*(\\.new-|tmp_|\\.tmp-).*");

    /** One for every call that writes under the directory, in the order of the calls. */
    static List<KillPoint> of(List<SystemCall> calls, Path directory) {
        Set<KillPoint> points = new LinkedHashSet<>();
        Map<String, Integer> counts = new HashMap<>();
        for (SystemCall call : calls) {
            Optional<String> path = path(call);
            int ordinal = path.map(
                            each -> counts.merge(call.thread() + " " + call.name() + " " + each, 1, Integer::sum))
                    .orElse(call.ordinal());
            if (call.writesUnder(directory)) {
                points.add(new KillPoint(call.name(), path, ordinal));
            }
        }
        return List.copyOf(points);
    }

    // Of two paths strace compares the first one only.
    private static Optional<String> path(SystemCall call) {
        if (call.name().startsWith("symlink")) {
            return Optional.empty();
        }
        Matcher file = OF_A_FILE.matcher(call.arguments());
        Optional<String> first = file.matches()
                ? Optional.of(file.group(1))
                : QUOTED.matcher(call.arguments()).results().findFirst().map(each -> each.group(1));
        return first.filter(each -> !RANDOM.matcher(each).matches());
    }

    /** Every rename, and of the rest every {@code step}-th. */
    static List<KillPoint> some(List<KillPoint> all, int step) {
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0 || NAMING.contains(all.get(i).call()))
                .mapToObj(all::get)
                .toList();
    }

    /** strace's options for a death at it. */
    String[] options() {
        return inject("signal=KILL:when=" + ordinal);
    }

    /** strace's options for its failing with that error: once, or from then on when a plus follows. */
    String[] failing(String error) {
        String plus = error.endsWith("+") ? "+" : "";
        return inject("error=" + error.replace("+", "") + ":when=" + ordinal + plus);
    }

    private String[] inject(String what) {
        List<String> options = new ArrayList<>(List.of("-e", "inject=" + call + ":" + what));
        path.ifPresent(each -> options.addAll(List.of("-P", each)));
        return options.toArray(String[]::new);
    }
}
