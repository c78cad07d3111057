package org.obsenv.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.obsenv.words.Words;

/** ClockTimes as the night keeps them: UTC first, the site's own clock beside it where it differs. */
final class ClockTimes {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private ClockTimes() {}

    /** E.g. {@code 2026-11-21 03:13 UTC (00:13 here)}. */
    static String of(Instant at, ZoneId zone) {
        Words words = Texts.words();
        String utc = words.text("time.utc", "time", DAY.format(at.atOffset(ZoneOffset.UTC)));
        boolean isUtc = zone.getRules().getOffset(at).equals(ZoneOffset.UTC);
        return isUtc ? utc : words.text("time.both", "utc", utc, "here", MINUTES.format(at.atZone(zone)));
    }

    /** E.g. {@code 03:13:02 UTC}. */
    static String exact(Instant at) {
        return Texts.words().text("time.utc", "time", SECONDS.format(at.atOffset(ZoneOffset.UTC)));
    }

    /** E.g. {@code 03:13 UTC}. */
    static String clock(Instant at) {
        return Texts.words().text("time.utc", "time", MINUTES.format(at.atOffset(ZoneOffset.UTC)));
    }
}
