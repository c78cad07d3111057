package org.obsenv.console.changes.syntax;

import java.util.ArrayList;
import java.util.List;

/** A line as a tokenizer goes through it, and the tokens it found. What no token names is plain. */
final class Line {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Line(String text) {
        this.text = text;
    }

    List<Token> tokens() {
        return tokens;
    }

    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /** The character here; what is not in the line is 0. */
    char here() {
        return ahead(0);
    }

    char ahead(int by) {
        int index = at + by;
        return index >= 0 && index < text.length() ? text.charAt(index) : 0;
    }

    boolean begins(String wanted) {
        return text.startsWith(wanted, at);
    }

    String rest() {
        return text.substring(at);
    }

    void skip(int characters) {
        at = Math.min(text.length(), at + characters);
    }

    /** The characters up to there are of that kind. */
    void take(int end, Kind kind) {
        int last = Math.min(text.length(), end);
        if (last > at && kind != Kind.PLAIN) {
            tokens.add(new Token(at, last, kind));
        }
        at = Math.max(at, last);
    }

    void takeRest(Kind kind) {
        take(text.length(), kind);
    }

    /** Where the name that begins here ends: letters, digits, and these signs. */
    int endOfName(String signs) {
        int end = at;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || signs.indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    String upTo(int end) {
        return text.substring(at, end);
    }

    int indexOf(String wanted, int from) {
        return text.indexOf(wanted, from);
    }

    /** Takes a string up to and with its closing sign, past what a backslash escapes; false when it goes on. */
    boolean takeString(int begin, String closing, boolean hasEscapes) {
        int end = begin;
        while (end < text.length()) {
            if (hasEscapes && text.charAt(end) == '\\') {
                end += 2;
            } else if (text.startsWith(closing, end)) {
                take(end + closing.length(), Kind.STRING);
                return true;
            } else {
                end++;
            }
        }
        takeRest(Kind.STRING);
        return false;
    }

    /** How many blanks it begins with; −1 for one that has nothing else. */
    int indent() {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
