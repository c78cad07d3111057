package org.obsenv.console.acting;

import java.time.Duration;
import java.time.Instant;
import org.obsenv.domain.EnvironmentReading;

/** What this workstation's own look at the disk says of an act. The helper's word is one thing, the disk the proof. */
public sealed interface Sighting {
    /** Nothing to look for: the act changed nothing. */
    record NotSought() implements Sighting {}

    /** The disk does not show it, or does not show it yet; a mount may lag behind for this long. */
    record Waiting(Duration upTo) implements Sighting {}

    /** The disk shows it. */
    record Seen(EnvironmentReading reading, Instant at) implements Sighting {}

    /** The disk did not show it within the limit; looking goes on. */
    record NotSeen(Duration after) implements Sighting {}
}
