package org.obsenv.domain.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A night by the site's clock, from noon to noon, called after the day on which it begins.
 *
 * @param zone the site's
 */
public record Night(LocalDate day, ZoneId zone) {
    /** The night in which a time is; noon itself begins one. */
    public static Night at(Instant time, ZoneId zone) {
        LocalDate today = time.atZone(zone).toLocalDate();
        Night begun = new Night(today, zone);
        return time.isBefore(begun.start()) ? new Night(today.minusDays(1), zone) : begun;
    }

    public Instant start() {
        return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }

    /** The next noon; not always after 24 hours. */
    public Instant end() {
        return new Night(day.plusDays(1), zone).start();
    }

    public boolean contains(Instant time) {
        return !time.isBefore(start()) && time.isBefore(end());
    }
}
