package org.obsenv.console.timeline;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.GenerationId;

/**
 * One act that moved a link, in words.
 *
 * @param id the act's own in the journal
 * @param generation what the link came to name; empty where that is not known
 * @param time UTC, with the day where it was not this night
 * @param tone which colour the word has; never the only difference
 * @param live how long it was live, or that it never was, or that this is not known
 * @param isRunning whether importing processes get it now
 * @param good who found its generation good; empty when nobody did
 */
public record TurnRow(
        String id,
        Optional<GenerationId> generation,
        String time,
        String word,
        Tone tone,
        String change,
        String by,
        String live,
        boolean isRunning,
        String good,
        String hint) {
    /** The kinds that are told apart at a glance. */
    public enum Tone {
        HOLD("tone-hold"),
        PULL("tone-info"),
        BASE("tone-good"),
        TEST("tone-warn"),
        BAD("tone-bad"),
        OTHER("tone-plain");

        private final String styleClass;

        Tone(String styleClass) {
            this.styleClass = styleClass;
        }

        String styleClass() {
            return styleClass;
        }
    }

    /** The row as one line of plain text. */
    public String line(String running) {
        return String.join("  ", List.of(time, word, change, by, live, isRunning ? running : "", good))
                .strip();
    }
}
