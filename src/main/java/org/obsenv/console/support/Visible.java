package org.obsenv.console.support;

/**
 * Texts of others (commit subjects, names, reasons) made safe to look at: control and direction characters become
 * visible escapes, so that a text cannot pose as another ("Trojan source"), and a very long one is cut.
 */
public final class Visible {
    private static final int LONGEST = 400;

    private Visible() {}

    /** One line. */
    public static String line(String text) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), LONGEST) + 8);
        int[] characters = text.codePoints().limit(LONGEST).toArray();
        for (int each : characters) {
            if (each == '\t') {
                shown.append("    ");
            } else if (isHidden(each)) {
                shown.append(String.format("\\u%04x", each));
            } else {
                shown.appendCodePoint(each);
            }
        }
        if (text.codePointCount(0, text.length()) > characters.length) {
            shown.append('…');
        }
        return shown.toString();
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
