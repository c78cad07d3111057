package org.obsenv.console.alarm;

import java.time.Instant;
import java.util.List;

/** What is to be said of the alarms. */
public sealed interface AlarmLook {
    /** None waits for anybody, or nobody has looked yet: the strip says nothing. */
    record None() implements AlarmLook {}

    /** They cannot be read. */
    record Unknown(String text) implements AlarmLook {}

    /**
     * Some wait.
     *
     * @param line all of them in a line
     */
    record Shown(String line, List<Detail> details) implements AlarmLook {
        public Shown {
            details = List.copyOf(details);
        }
    }

    /**
     * One of them.
     *
     * @param id and {@code raised}: which one a request means
     * @param title the package and what is wrong
     * @param since when it was raised, and that its cause has gone
     */
    record Detail(String id, Instant raised, String title, String since, String means, String next) {}
}
