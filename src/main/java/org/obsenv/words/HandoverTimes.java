package org.obsenv.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in a text that is read on another day: UTC, with the day wherever it is not the night's own. */
final class HandoverTimes {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** {@code 03:13}, of a time in the night. */
    String clock(Instant at) {
        return CLOCK.format(at.atOffset(ZoneOffset.UTC));
    }

    /** {@code 20 Nov 22:05}. */
    String moment(Instant at) {
        return MOMENT.format(at.atOffset(ZoneOffset.UTC));
    }

    /** {@code 2026-11-21 08:02}. */
    String written(Instant at) {
        return WRITTEN.format(at.atOffset(ZoneOffset.UTC));
    }

    /** {@code 20 November 2026}. */
    String day(LocalDate day) {
        return DAY.format(day);
    }
}
