package org.obsenv.console.changes;

import org.obsenv.domain.diff.FileText;
import org.obsenv.domain.diff.Span;
import org.obsenv.words.Visible;

/**
 * A line as it is shown: tabs reach to the next stop, what cannot be seen appears as its code, and a very long line is
 * cut. Keeps where each character went.
 */
final class ShownLine {
    /** The most characters of a line that are shown. */
    static final int LONGEST = 2_000;

    private static final int TAB = 8;
    private static final char TAB_SIGN = '→';
    private static final String RETURN_SIGN = "␍";

    private final String text;

    /** Where each character of the written line begins in the shown one, and where the last one ends. */
    private final int[] starts;

    private final int left;

    private ShownLine(String text, int[] starts, int left) {
        this.text = text;
        this.starts = starts;
        this.left = left;
    }

    String text() {
        return text;
    }

    /** How many characters, or bytes of a line that was not read to its end, are not shown. */
    int left() {
        return left;
    }

    /** @param showsReturn whether a carriage return at its end is to be seen */
    static ShownLine of(FileText from, int line, boolean showsReturn) {
        String written = from.line(line);
        boolean hasReturn = from.endsWithReturn(line) && written.endsWith("\r");
        String body = hasReturn ? written.substring(0, written.length() - 1) : written;
        int most = Math.min(body.length(), LONGEST);
        StringBuilder shown = new StringBuilder(most + 8);
        int[] starts = new int[most + 1];
        for (int at = 0; at < most; ) {
            int character = body.codePointAt(at);
            int next = Math.min(most, at + Character.charCount(character));
            for (int i = at; i < next; i++) {
                starts[i] = shown.length();
            }
            put(shown, character);
            at = next;
        }
        starts[most] = shown.length();
        if (hasReturn && showsReturn) {
            shown.append(RETURN_SIGN);
        }
        return new ShownLine(shown.toString(), starts, body.length() - most + from.cut(line));
    }

    private static void put(StringBuilder shown, int character) {
        if (character == '\t') {
            shown.append(TAB_SIGN);
            while (shown.length() % TAB != 0) {
                shown.append(' ');
            }
        } else if (character < 0x7f && character >= ' ') {
            shown.append((char) character);
        } else {
            shown.append(Visible.of(Character.toString(character)));
        }
    }

    /** Where a part of the written line is in the shown one; what is cut is not there. */
    Span span(int begin, int end) {
        int last = starts.length - 1;
        return new Span(starts[Math.min(begin, last)], starts[Math.min(end, last)]);
    }
}
