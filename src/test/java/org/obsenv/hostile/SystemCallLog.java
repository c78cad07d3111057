package org.obsenv.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code strace -f -y -o FILE} wrote: calls in the order in which they were begun. */
final class SystemCallLog {
    private static final Pattern WHOLE = Pattern.compile("(\\d+) +(\\w+)\\((.*)\\) += (.*)");
    private static final Pattern BEGUN = Pattern.compile("(\\d+) +(\\w+)\\((.*) <(?:unfinished|detached) \\.\\.\\.>");
    private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>(.*)\\) += (.*)");

    private final List<SystemCall> calls = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<Integer, Integer> open = new HashMap<>();

    private SystemCallLog() {}

    static List<SystemCall> read(Path file) throws IOException {
        SystemCallLog log = new SystemCallLog();
        for (String line :
                Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList()) {
            log.take(line);
        }
        return log.calls;
    }

    private void take(String line) {
        Matcher resumed = RESUMED.matcher(line);
        Matcher begun = BEGUN.matcher(line);
        Matcher whole = WHOLE.matcher(line);
        if (resumed.matches()) {
            resume(resumed);
        } else if (begun.matches()) {
            open.put(Integer.valueOf(begun.group(1)), calls.size());
            add(begun, "");
        } else if (whole.matches()) {
            add(whole, whole.group(4));
        }
    }

    private void resume(Matcher line) {
        Integer index = open.remove(Integer.valueOf(line.group(1)));
        if (index != null) {
            SystemCall call = calls.get(index);
            calls.set(
                    index,
                    new SystemCall(
                            call.thread(),
                            call.name(),
                            call.ordinal(),
                            call.arguments() + line.group(3),
                            line.group(4)));
        }
    }

    private void add(Matcher line, String result) {
        int ordinal = counts.merge(line.group(1) + " " + line.group(2), 1, Integer::sum);
        calls.add(new SystemCall(Integer.parseInt(line.group(1)), line.group(2), ordinal, line.group(3), result));
    }
}
