package org.obsenv.domain.window;

import java.time.Instant;
import java.util.Optional;

/**
 * One time that a window is open: from {@code start} up to, not including, {@code end}.
 *
 * @param name which one it is, also when it was moved
 * @param confirmedBy who said that it takes place; while nobody did it is tentative
 */
public record WindowSession(String window, SessionName name, Instant start, Instant end, Optional<String> confirmedBy) {
    public WindowSession {
        requireOrder(window, start, end);
    }

    static void requireOrder(String window, Instant start, Instant end) {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a session must end after its start: " + window + " " + start);
        }
    }

    public boolean isTentative() {
        return confirmedBy.isEmpty();
    }

    public boolean isOpenAt(Instant time) {
        return !time.isBefore(start) && time.isBefore(end);
    }

    /** At the same time, whoever confirmed it. */
    public boolean isAtTheTimeOf(WindowSession other) {
        return start.equals(other.start) && end.equals(other.end);
    }

    WindowSession tentative() {
        return new WindowSession(window, name, start, end, Optional.empty());
    }

    WindowSession at(Instant from, Instant to, String by) {
        return new WindowSession(window, name, from, to, Optional.of(by));
    }
}
