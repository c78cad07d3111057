package org.obsenv.site;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** The keys {@code sync} and {@code trace} of the site file; what it leaves out is as in {@link SyncSettings#DEFAULT}. */
final class SyncRules {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,6}) ?(MiB|GiB|TiB)");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final int MOST_AT_ONCE = 64;

    private SyncRules() {}

    static SyncSettings of(Fields top) throws YamlProblem {
        TraceSettings trace = TraceRules.of(top);
        Optional<Fields> fields = top.optionalMapping("sync");
        SyncSettings usual = SyncSettings.DEFAULT;
        if (fields.isEmpty()) {
            return new SyncSettings(
                    usual.interval(),
                    usual.ask(),
                    usual.fetch(),
                    usual.retry(),
                    usual.atOnce(),
                    usual.freeSpace(),
                    usual.freeInodes(),
                    trace);
        }
        SyncSettings settings = settings(fields.get(), usual, trace);
        fields.get().end();
        return settings;
    }

    private static SyncSettings settings(Fields fields, SyncSettings usual, TraceSettings trace) throws YamlProblem {
        return new SyncSettings(
                longerThanZero(fields, "interval", usual.interval()),
                longerThanZero(fields, "ask", usual.ask()),
                longerThanZero(fields, "fetch", usual.fetch()),
                longerThanZero(fields, "retry", usual.retry()),
                fields.optionalValue("at-once", "a number from 1 to " + MOST_AT_ONCE, SyncRules::atOnce)
                        .orElse(usual.atOnce()),
                fields.optionalValue("free-space", "a size such as 500 MiB or 2 GiB", SyncRules::size)
                        .orElse(usual.freeSpace()),
                fields.optionalValue("free-inodes", "a number", SyncRules::count)
                        .orElse(usual.freeInodes()),
                trace);
    }

    private static Duration longerThanZero(Fields fields, String key, Duration usual) throws YamlProblem {
        Duration duration =
                fields.optionalValue(key, Durations.EXPECTED, Durations::parse).orElse(usual);
        if (duration.isZero()) {
            throw fields.problem(key, "expected more than 0 s");
        }
        return duration;
    }

    private static Optional<Integer> atOnce(String text) {
        return count(text)
                .filter(number -> number >= 1 && number <= MOST_AT_ONCE)
                .map(Math::toIntExact);
    }

    private static Optional<Long> count(String text) {
        return COUNT.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static Optional<Long> size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int shift =
                switch (matcher.group(2)) {
                    case "MiB" -> 20;
                    case "GiB" -> 30;
                    default -> 40;
                };
        return Optional.of(Long.parseLong(matcher.group(1)) << shift);
    }
}
