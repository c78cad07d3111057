package org.obsenv.domain;

import java.time.Duration;

/**
 * Looks at an environment. Blocks; call it from one background thread at a time. Never throws for what it finds: what
 * cannot be read is unknown in the reading.
 */
public interface EnvironmentReader extends AutoCloseable {
    /** A workstation's NFS mount with default attribute caching shows a switch within this time. */
    Duration SEEN_WITHIN = Duration.ofSeconds(60);

    /**
     * The state now. When nothing changed this costs a handful of file stats and returns the facts of last time with
     * a new {@link EnvironmentReading#readAt()}.
     */
    EnvironmentReading refresh();

    /** As {@link #refresh()}, reading everything again whatever the stats say. */
    EnvironmentReading rescan();

    @Override
    void close();
}
