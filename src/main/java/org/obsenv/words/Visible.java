package org.obsenv.words;

import java.util.Locale;

/**
 * Foreign text (commit subjects, names, reasons, keys of a file) made fit to be shown: what moves a cursor, turns the
 * direction or is not seen at all appears as its code, so that no text can pose as another ("Trojan source").
 */
public final class Visible {
    /** A long subject line, and all that a table or a report needs. */
    private static final int LINE = 400;

    /** Enough to know a value by. */
    private static final int VALUE = 60;

    private Visible() {}

    /** All of it, on one line. */
    public static String of(String text) {
        return cut(text, Integer.MAX_VALUE);
    }

    /** One line of a list or a table: a tab is blanks, and a very long one is cut. */
    public static String line(String text) {
        return cut(text.replace("\t", "    "), LINE);
    }

    /** A value that is quoted in a complaint. */
    public static String value(String text) {
        return cut(text, VALUE);
    }

    /** At most so many characters, and an ellipsis where there were more. */
    public static String cut(String text, int most) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), LINE));
        text.codePoints().limit(most).forEach(each -> {
            if (isHidden(each)) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", each));
            } else {
                shown.appendCodePoint(each);
            }
        });
        return text.codePointCount(0, text.length()) > most ? shown.append('…').toString() : shown.toString();
    }

    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
