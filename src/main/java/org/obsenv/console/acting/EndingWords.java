package org.obsenv.console.acting;

import org.obsenv.words.Explanation;

/**
 * An ending to be read.
 *
 * @param disk what the disk shows; empty where it was not looked at for this
 * @param contact whom to call; empty when the site names nobody
 * @param command what a person types to do the same by hand
 * @param report all of it in plain text
 */
public record EndingWords(
        Tone tone, Explanation explanation, String disk, String contact, String command, String report) {
    /** Whether it was done as asked. */
    public enum Tone {
        DONE,
        /** Done, and something that came out of it is to be looked at. */
        NOTED,
        NOT_DONE,
        /** Not known; the disk is looked at. */
        UNKNOWN
    }
}
