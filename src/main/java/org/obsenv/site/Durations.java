package org.obsenv.site;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them in the site file: {@code 200 ms}, {@code 2 s}, {@code 5 min}, {@code 3 h}. */
public final class Durations {
    public static final String EXPECTED = "a duration such as 200 ms, 2 s, 5 min or 3 h";

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,6}) ?(ms|s|min|h)");

    private Durations() {}

    public static Optional<Duration> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "min" -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                });
    }
}
