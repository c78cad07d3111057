package org.obsenv.domain.trace;

import org.obsenv.domain.Known;

/** Reads the alarms. Blocks; safe to call from several background threads. */
public interface AlarmReader {
    /** Unknown when they cannot be read, or nobody has looked yet: never none then. */
    Known<Alarms> read();
}
