package org.obsenv.site;

import java.time.Duration;

/**
 * How the auto-pull behaves.
 *
 * @param interval between the end of a pass and the next one
 * @param ask how long a remote may take to name the tip of its deploy branch
 * @param fetch how long it may take to send what is new
 * @param retry how long a remote that does not answer is left alone at most, before it is asked again
 * @param atOnce how many remotes are asked at a time
 * @param freeSpace fewer bytes than these free on the environment's disk raise an alarm
 * @param freeInodes fewer inodes than these free there do, too
 * @param trace what raises an alarm about the traceability of what runs
 */
public record SyncSettings(
        Duration interval,
        Duration ask,
        Duration fetch,
        Duration retry,
        int atOnce,
        long freeSpace,
        long freeInodes,
        TraceSettings trace) {
    public static final SyncSettings DEFAULT = new SyncSettings(
            Duration.ofSeconds(20),
            Duration.ofSeconds(10),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            8,
            2L << 30,
            100_000,
            TraceSettings.DEFAULT);
}
