package org.obsenv.console.reading;

import java.time.Instant;
import java.util.Optional;
import org.obsenv.domain.EnvironmentReading;

/** What the console knows of the environment now. */
public sealed interface Sight {
    /** The first look has not come back yet. */
    record NotYet() implements Sight {}

    /** The environment could be looked at; single packages may still be unknown. */
    record Seen(EnvironmentReading reading) implements Sight {}

    /**
     * Nothing is known: the environment cannot be read, or the read does not come back.
     *
     * @param reading every package unknown, with the reason; never the facts of an older look
     * @param since when something was last known; at the latest when the console began to look
     */
    record Blind(EnvironmentReading reading, Instant since) implements Sight {}

    /** What a page shows; empty before the first look. */
    default Optional<EnvironmentReading> shown() {
        return switch (this) {
            case NotYet none -> Optional.empty();
            case Seen(EnvironmentReading reading) -> Optional.of(reading);
            case Blind(EnvironmentReading reading, Instant since) -> Optional.of(reading);
        };
    }
}
