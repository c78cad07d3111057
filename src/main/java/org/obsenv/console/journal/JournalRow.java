package org.obsenv.console.journal;

import java.time.Instant;
import java.util.List;

/**
 * One act of the journal in words.
 *
 * @param time UTC, with the day where it was not this night
 * @param word what kind of act it was
 * @param tone which colour the word has; never the only difference
 * @param text who did what
 * @param detail what moved, from where to where, how long: shown when the row is chosen
 */
public record JournalRow(
        Instant at, String time, String word, Tone tone, String text, String host, List<String> detail) {
    /** The kinds that are told apart at a glance. */
    public enum Tone {
        ROLLBACK("tone-hold"),
        PULL("tone-info"),
        BASE("tone-good"),
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

    public JournalRow {
        detail = List.copyOf(detail);
    }

    /** The row as one line of plain text. */
    public String line() {
        return String.join("  ", time, word, text, host);
    }
}
