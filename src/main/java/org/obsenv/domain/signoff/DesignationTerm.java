package org.obsenv.domain.signoff;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The ends of a designation as a person writes them: days of the site's, the last one to its end; or instants. */
public final class DesignationTerm {
    private DesignationTerm() {}

    /** When it begins; empty where that is no day. */
    public static Optional<Instant> begin(String text, ZoneId zone) {
        return at(text, zone, 0);
    }

    /** When it is over: behind the last day. */
    public static Optional<Instant> end(String text, ZoneId zone) {
        return at(text, zone, 1);
    }

    private static Optional<Instant> at(String text, ZoneId zone, int daysOn) {
        try {
            return Optional.of(
                    LocalDate.parse(text).plusDays(daysOn).atStartOfDay(zone).toInstant());
        } catch (DateTimeException notADay) {
            return instant(text);
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
