package org.obsenv.domain.window;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One time that a window is open: from {@code start} up to, not including, {@code end}.
 *
 * @param planned the local day its rule names, also when it was moved; empty for an extra session
 * @param confirmedBy who said that it takes place; while nobody did it is tentative
 */
public record WindowSession(
        String window, Optional<LocalDate> planned, Instant start, Instant end, Optional<String> confirmedBy) {
    public WindowSession {
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
}
