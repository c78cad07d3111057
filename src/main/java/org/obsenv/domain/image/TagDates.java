package org.obsenv.domain.image;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/** The days behind versions that are dates. */
final class TagDates {
    private TagDates() {}

    /** Empty for versions that are no dates, and for days and ISO weeks that do not exist. */
    static Optional<LocalDate> of(ImageType type, List<Integer> version) {
        return switch (type) {
            case WEEKLY -> thursday(version.get(0), version.get(1));
            case DAILY -> day(version.get(0), version.get(1), version.get(2));
            case RELEASE, CANDIDATE, EXPERIMENTAL, ALIAS, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<LocalDate> thursday(int year, int week) {
        if (week < 1) {
            return Optional.empty();
        }
        // The Thursday of an ISO week is the day that decides which year the week belongs to.
        LocalDate first = LocalDate.of(year, 1, 4).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate thursday = first.plusWeeks(week - 1L).plusDays(3);
        return thursday.getYear() == year && thursday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == week
                ? Optional.of(thursday)
                : Optional.empty();
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
