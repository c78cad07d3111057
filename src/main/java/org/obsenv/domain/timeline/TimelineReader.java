package org.obsenv.domain.timeline;

import org.obsenv.domain.Known;

/** Reads the past of an environment. Blocks; one thread at a time. */
public interface TimelineReader {
    /** Unknown as a whole when the generations cannot even be listed. */
    Known<TimelineFacts> read();
}
