package org.obsenv.words;

import java.util.List;

/**
 * One part of a handover.
 *
 * @param lines a fact a line, as a person reads it
 * @param tone how much it wants to be seen
 */
public record HandoverSection(String title, List<String> lines, Tone tone) {
    /** What colour and sign a page gives it; the words say it too. */
    public enum Tone {
        /** There is nothing in it. */
        EMPTY,
        PLAIN,
        /** Somebody has to do something about it. */
        ATTENTION,
        UNKNOWN
    }

    public HandoverSection {
        lines = List.copyOf(lines);
    }
}
