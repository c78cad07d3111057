package org.obsenv.cli;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How a command tells and passes the time.
 *
 * @param pause waits; a test lets time pass instead
 */
public record Waiting(InstantSource clock, Pause pause) {
    /** Lets that much time pass. */
    public interface Pause {
        void of(Duration span) throws InterruptedException;
    }
}
