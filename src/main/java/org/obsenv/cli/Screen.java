package org.obsenv.cli;

import java.io.PrintWriter;
import org.obsenv.words.Visible;

/**
 * Where a command prints. Styled on a terminal, plain elsewhere.
 *
 * @param isTerminal whether a person looks at it
 * @param width the columns there are, at least 80
 */
public record Screen(PrintWriter out, PrintWriter err, boolean isTerminal, int width) {
    private static final int NARROWEST = 80;
    private static final String RESET = "\u001b[0m";

    /** How a text stands out; its words always say the same. */
    enum Style {
        PLAIN(""),
        STRONG("\u001b[1m"),
        FAINT("\u001b[2m"),
        GOOD("\u001b[32m"),
        WARNING("\u001b[33m"),
        BAD("\u001b[31m");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    public Screen {
        width = Math.max(width, NARROWEST);
    }

    /** Prints a line of our own words. */
    void line(Style style, String text) {
        out.println(styled(style, text));
    }

    String styled(Style style, String text) {
        return isTerminal && style != Style.PLAIN && !text.isEmpty() ? style.code + text + RESET : text;
    }

    /** Foreign text on one line: nothing in it is invisible or moves its neighbours. */
    String foreign(String text) {
        return Visible.of(text);
    }

    /** Foreign text that must not break a person's lines; whole when a program reads it. */
    String fitted(String text, int columns) {
        String shown = foreign(text);
        return isTerminal ? cut(shown, columns) : shown;
    }

    static String cut(String text, int columns) {
        int count = text.codePointCount(0, text.length());
        if (count <= columns) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, Math.max(0, columns - 1))) + "…";
    }
}
