package org.obsenv.console.support;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.obsenv.words.Words;

/** Times and ages as people read them: UTC first, ages in the largest unit that says enough. */
public final class Times {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Duration SAME_NIGHT = Duration.ofHours(20);

    private final Words words;

    public Times(Words words) {
        this.words = words;
    }

    /** {@code 14 s}, {@code 41 min}, {@code 3 h}, {@code 9 d}, {@code 12 wk}, {@code 3 y}; what lies ahead is 0 s. */
    public String age(Instant since, Instant now) {
        return duration(Duration.between(since, now));
    }

    /** As {@link #age}, of a duration. */
    public String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return words.text("age.seconds", "n", seconds);
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return words.text("age.minutes", "n", minutes);
        }
        long hours = minutes / 60;
        if (hours < 24) {
            return words.text("age.hours", "n", hours);
        }
        long days = hours / 24;
        if (days < 60) {
            return words.text("age.days", "n", days);
        }
        return days < 365 ? words.text("age.weeks", "n", days / 7) : words.text("age.years", "n", days / 365);
    }

    /** How long until then, the hours of the last day too: {@code 5 d 20 h}. */
    public String until(Instant then, Instant now) {
        Duration left = Duration.between(now, then);
        long days = left.toDays();
        return days == 0
                ? duration(left)
                : words.text(
                        "age.days-hours",
                        "days",
                        days,
                        "hours",
                        left.minusDays(days).toHours());
    }

    /** How long an act took, to a tenth of a second: {@code 0.8 s}. */
    public String took(Duration duration) {
        if (duration.toSeconds() >= 60) {
            return duration(duration);
        }
        if (duration.toMillis() < 50) {
            return words.text("age.under-tenth"); // "0.0 s" reads as if nothing had been measured
        }
        return words.text("age.tenths", "n", String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0));
    }

    /** {@code 03:13:02}, UTC. */
    public static String clock(Instant instant) {
        return SECONDS.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** {@code 03:13} UTC for what happened this night, {@code 20 Nov 22:05} for what is longer ago. */
    public static String since(Instant instant, Instant now) {
        boolean tonight = Duration.between(instant, now).compareTo(SAME_NIGHT) < 0;
        return (tonight ? MINUTES : DAY).format(instant.atOffset(ZoneOffset.UTC));
    }

    /** {@code 06:00} UTC for an end within a night of that time, {@code 22 Nov 06:00} for one further away. */
    public static String end(Instant end, Instant now) {
        boolean isNear = Duration.between(end, now).abs().compareTo(SAME_NIGHT) < 0;
        return (isNear ? MINUTES : DAY).format(end.atOffset(ZoneOffset.UTC));
    }

    /** {@code 03:13:02} this night, {@code 20 Nov 22:05} before it; UTC. */
    public static String moment(Instant instant, Instant now) {
        boolean tonight = Duration.between(instant, now).compareTo(SAME_NIGHT) < 0;
        return (tonight ? SECONDS : DAY).format(instant.atOffset(ZoneOffset.UTC));
    }

    /** {@code 2026-11-21 03:13:02 UTC}, for whoever wants it exactly. */
    public String exact(Instant instant) {
        return words.text("time.exact", "time", EXACT.format(instant.atOffset(ZoneOffset.UTC)));
    }

    /** {@code 00:12 Chile}: the site's time and what the site calls it. */
    public static String atSite(Instant instant, ZoneId zone) {
        return MINUTES.format(instant.atZone(zone)) + " " + placeOf(zone);
    }

    /** {@code Chile}: what the site calls its time. */
    public static String placeOf(ZoneId zone) {
        String name = zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        String suffix = " Time";
        return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }
}
