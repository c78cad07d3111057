package org.obsenv.domain.trace;

import java.time.Instant;
import java.util.Optional;

/**
 * One alarm. It latches: it is on show until somebody acknowledged it, also when its cause has gone meanwhile.
 *
 * @param raised when the cause was first seen
 * @param cleared when the cause was first seen to be gone; empty while it holds
 */
public record Alarm(Cause cause, Instant raised, Optional<Instant> cleared, Optional<Acknowledgement> acknowledged) {
    /** The journal's word for one that was raised. */
    public static final String ACT = "alarm";

    /** One that was raised now. */
    static Alarm of(Cause cause, Instant now) {
        return new Alarm(cause, now, Optional.empty(), Optional.empty());
    }

    public String id() {
        return cause.id();
    }

    /** Whether it waits for somebody. */
    public boolean isOpen() {
        return acknowledged.isEmpty();
    }

    Alarm holding() {
        return new Alarm(cause, raised, Optional.empty(), acknowledged);
    }

    Alarm cleared(Instant now) {
        return new Alarm(cause, raised, Optional.of(cleared.orElse(now)), acknowledged);
    }

    Alarm acknowledged(Acknowledgement by) {
        return new Alarm(cause, raised, cleared, Optional.of(by));
    }
}
