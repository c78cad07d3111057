package org.obsenv.helper;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How what failed for what may be the machine's fault is tried once more after a while, and then not again. What is
 * remembered of it is a text: the rule, and after a first failure the end of the pause.
 */
record SecondLook(String rule) {
    /** After which it is tried once more. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    /** Between the rule and the end of the pause. */
    private static final String UNTIL = " until ";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Whether that is of one that failed once. */
    boolean isFirst(String under) {
        return under.startsWith(rule + UNTIL);
    }

    /** Whether it is not tried yet. */
    boolean isInPause(String under, Instant now) {
        if (!isFirst(under)) {
            return false;
        }
        try {
            Duration left = Duration.between(now, Instant.parse(under.substring((rule + UNTIL).length())));
            // Longer than the pause is only what a clock said that went wrong.
            return left.isPositive() && left.compareTo(PAUSE) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** What to remember of one that has failed now. */
    String under(boolean isAgain, Instant now) {
        return isAgain ? rule : rule + UNTIL + end(now);
    }

    /** When it is tried again, for people. */
    static String time(Instant now) {
        return TIME.format(end(now));
    }

    private static Instant end(Instant now) {
        return now.plus(PAUSE).truncatedTo(ChronoUnit.SECONDS);
    }
}
