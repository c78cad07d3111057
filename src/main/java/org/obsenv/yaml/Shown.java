package org.obsenv.yaml;

import java.util.Locale;

/** Foreign text made fit to be shown in a complaint: what moves a cursor or turns the direction shows as its code. */
public final class Shown {
    private static final int VALUE = 60;
    private static final int LINE = 240;

    private Shown() {}

    /** A value: at most sixty characters. */
    public static String shortened(String text) {
        return shown(text, VALUE);
    }

    /** A key's path or a sentence that quotes the document. */
    public static String line(String text) {
        return shown(text, LINE);
    }

    private static String shown(String text, int most) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(most).forEach(each -> {
            if (isVisible(each)) {
                shown.appendCodePoint(each);
            } else {
                shown.append(String.format(Locale.ROOT, "\\u%04x", each));
            }
        });
        return text.codePointCount(0, text.length()) > most ? shown.append("…").toString() : shown.toString();
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
