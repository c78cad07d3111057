package org.obsenv.console.environment;

/**
 * The verdict and what stands below it.
 *
 * @param verdict one sentence, readable from two metres
 * @param sub the reasons and the ages
 */
public record Headline(Mood mood, String verdict, String sub) {
    /** What the verdict says at a glance; only what is known to be at base is good. */
    public enum Mood {
        WAITING,
        GOOD,
        DIFFERS,
        UNKNOWN
    }
}
