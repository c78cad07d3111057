package org.obsenv.yaml;

import org.obsenv.yaml.YamlOutline.Span;

/** The lines of a text that is edited, whichever of the three line ends they have. */
final class EditedLines {
    private final String text;

    EditedLines(String text) {
        this.text = text;
    }

    /** The line end that the text has; of a text of one line, a line feed. */
    String end() {
        int at = endOf(0);
        if (at == text.length()) {
            return "\n";
        }
        return text.startsWith("\r\n", at) ? "\r\n" : text.substring(at, at + 1);
    }

    /** Where the line ends that a character stands in, before its line end. */
    int endOf(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    int startOf(int from) {
        int at = from;
        while (at > 0 && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\r') {
            at--;
        }
        return at;
    }

    /** The lines that a span touches, with the last one's end. */
    Span whole(Span span) {
        int end = endOf(span.to());
        int after = text.startsWith("\r\n", end) ? end + 2 : Math.min(text.length(), end + 1);
        return new Span(startOf(span.from()), after);
    }

    /** From 1. */
    int number(int at) {
        int number = 1;
        for (int i = 0; i < at; i++) {
            boolean isPair = text.charAt(i) == '\r' && text.startsWith("\n", i + 1);
            if (text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !isPair)) {
                number++;
            }
        }
        return number;
    }
}
