package org.obsenv.domain.window;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/**
 * A window that comes again and again.
 *
 * @param name what people call it
 * @param day the weekday in the zone
 * @param ofMonth which of that weekday in a month, 1 to 5, or -1 for the last; empty for every week
 * @param start the local time it opens at, whatever that is in UTC on the day
 * @param duration how long it is by the clock on the wall of the universe: an hour of daylight saving inside it counts
 * @param deployments what is worked on, in that order
 * @param managers who say of single sessions whether and when they take place; where nobody is named, whoever records
 */
public record WindowRule(
        String name,
        DayOfWeek day,
        Optional<Integer> ofMonth,
        LocalTime start,
        ZoneId zone,
        Duration duration,
        List<String> deployments,
        List<String> managers) {
    /** The site's windows where the site file names none. */
    public static final List<WindowRule> DEFAULTS = List.of(
            new WindowRule(
                    "Summit",
                    DayOfWeek.WEDNESDAY,
                    Optional.of(1),
                    LocalTime.of(13, 0),
                    ZoneId.of("America/Santiago"),
                    Duration.ofHours(4),
                    List.of("test stand", "base", "summit"),
                    List.of()),
            new WindowRule(
                    "Patch Thursday",
                    DayOfWeek.THURSDAY,
                    Optional.empty(),
                    LocalTime.of(15, 0),
                    ZoneId.of("America/Los_Angeles"),
                    Duration.ofHours(2),
                    List.of(),
                    List.of()));

    public WindowRule {
        deployments = List.copyOf(deployments);
        managers = List.copyOf(managers);
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("a window needs a duration: " + name);
        }
    }

    /** Whether it opens on that local day. */
    boolean opensOn(LocalDate date) {
        if (date.getDayOfWeek() != day) {
            return false;
        }
        return ofMonth.map(each -> date.equals(date.with(
                        each < 0 ? TemporalAdjusters.lastInMonth(day) : TemporalAdjusters.dayOfWeekInMonth(each, day))))
                .orElse(true);
    }

    /** The session of a local day; a start that daylight saving skips is as much later as the clocks went forward. */
    WindowSession on(LocalDate date) {
        ZonedDateTime opens = ZonedDateTime.of(date, start, zone);
        return new WindowSession(
                name,
                new SessionName.Planned(date),
                opens.toInstant(),
                opens.toInstant().plus(duration),
                Optional.empty());
    }
}
