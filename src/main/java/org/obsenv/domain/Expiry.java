package org.obsenv.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When something is meant to end, as a person says it. It only reminds: nothing happens then by itself. Pure. */
public final class Expiry {
    /** Longer is no test and no hold for the night any more. */
    public static final Duration LONGEST = Duration.ofDays(90);

    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,3})\\s*(min|h|d)");
    private static final Pattern TIME = Pattern.compile("[0-2]?[0-9]:[0-5][0-9]");

    private Expiry() {}

    /**
     * Reads {@code 06:00} (the next time it is that in UTC), {@code 2026-11-22T06:00Z}, or {@code 8h}, {@code 90min},
     * {@code 2d} from now.
     *
     * @return empty when it is none of these, is over, or lies further away than {@link #LONGEST}
     */
    public static Optional<Instant> parse(String text, Instant now) {
        return read(text.strip(), now).filter(end -> end.isAfter(now) && !end.isAfter(now.plus(LONGEST)));
    }

    private static Optional<Instant> read(String text, Instant now) {
        Matcher span = SPAN.matcher(text);
        if (span.matches()) {
            long count = Long.parseLong(span.group(1));
            return Optional.of(now.plus(
                    switch (span.group(2)) {
                        case "min" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    }));
        }
        try {
            return Optional.of(
                    TIME.matcher(text).matches()
                            ? next(text, now)
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant next(String clock, Instant now) {
        LocalTime time = LocalTime.parse(clock.length() == 4 ? "0" + clock : clock);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Instant end = today.atTime(time).toInstant(ZoneOffset.UTC);
        return end.isAfter(now) ? end : today.plusDays(1).atTime(time).toInstant(ZoneOffset.UTC);
    }
}
