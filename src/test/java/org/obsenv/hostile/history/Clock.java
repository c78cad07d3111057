package org.obsenv.hostile.history;

import java.time.Duration;
import java.time.Instant;
import org.obsenv.domain.SwitchToken;

/** How the kernel dates links. */
final class Clock {
    /** A link's change time is taken from the last timer tick, which comes every 10 ms at the slowest. */
    private static final Duration TICK = Duration.ofMillis(20);

    private Clock() {}

    /** Whether the rename that the link was put in place by may have come at or after that moment. */
    static boolean mayBeSince(SwitchToken token, Instant moment) {
        return !token.changed().isBefore(moment.minus(TICK));
    }

    /** Whether it may have come at or before it. */
    static boolean mayBeUntil(SwitchToken token, Instant moment) {
        return !token.changed().isAfter(moment.plus(TICK));
    }
}
