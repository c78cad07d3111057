package org.obsenv.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time of day, or two minutes more: nobody waits a minute for one picture. */
final class ShiftedClock implements InstantSource {
    private static final Duration SHIFT = Duration.ofMinutes(2);

    private volatile Duration ahead = Duration.ZERO;

    void advance() {
        ahead = SHIFT;
    }

    void advance(Duration by) {
        ahead = by;
    }

    void restore() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead);
    }
}
