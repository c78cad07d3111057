package org.obsenv.console.timeline;

/**
 * A part of the night in which one generation was live.
 *
 * @param share of the night so far, from 0 to 1
 * @param label what was new in it, as short as can be
 * @param hint from when to when it was live, and what made it so
 */
public record NightSpan(double share, String label, Kind kind, boolean isNow, String hint) {
    /** What it was, beside its label. */
    public enum Kind {
        DEPLOY,
        BASE,
        /** The journal does not reach so far back. */
        UNKNOWN
    }
}
