package org.obsenv.domain.window;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a named person said of one session. Later ones add to earlier ones: a session that was moved may be confirmed,
 * cancelled, and confirmed again.
 */
public sealed interface WindowChange {
    String window();

    String by();

    /** It takes place as it stands. */
    record Confirmed(String window, LocalDate planned, String by) implements WindowChange {}

    /** It takes place at another time. */
    record Moved(String window, LocalDate planned, Instant start, Instant end, String by) implements WindowChange {}

    /** It goes on for longer than planned. */
    record Overran(String window, LocalDate planned, Instant end, String by) implements WindowChange {}

    /** It does not take place. */
    record Cancelled(String window, LocalDate planned, String by) implements WindowChange {}

    /** One more, of no rule. */
    record Added(String window, Instant start, Instant end, String by) implements WindowChange {}
}
