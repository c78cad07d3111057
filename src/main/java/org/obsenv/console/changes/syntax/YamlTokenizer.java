package org.obsenv.console.changes.syntax;

import java.util.Set;

/** YAML; what stays open is a quoted string, or a block of text that is indented deeper than its key. */
final class YamlTokenizer implements Tokenizer {
    private static final int SINGLE = 1;
    private static final int DOUBLE = 2;

    /** The state of a block is this and the indentation of its key. */
    private static final int BLOCK = 16;

    private static final Set<String> WORDS =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "True", "False", "Null", "~");

    @Override
    public Tokens tokens(String text, int state) {
        Line line = new Line(text);
        if (state >= BLOCK) {
            if (line.indent() < 0 || line.indent() > state - BLOCK) {
                line.takeRest(Kind.STRING);
                return new Tokens(line.tokens(), state);
            }
        } else if (state != START && !quoted(line, 0, state)) {
            return new Tokens(line.tokens(), state);
        }
        int next = START;
        if (line.begins("---") || line.begins("...") || line.begins("%")) {
            line.take(line.begins("%") ? text.length() : 3, Kind.MARKUP);
        }
        while (!line.isAtEnd()) {
            next = one(line);
        }
        return new Tokens(line.tokens(), next);
    }

    private static int one(Line line) {
        char here = line.here();
        boolean isFirst =
                line.at() == 0 || Character.isWhitespace(line.ahead(-1)) || "[{,".indexOf(line.ahead(-1)) >= 0;
        if (here == '#' && isFirst) {
            line.takeRest(Kind.COMMENT);
        } else if (isFirst && (here == '"' || here == '\'')) {
            int kind = here == '"' ? DOUBLE : SINGLE;
            return quoted(line, 1, kind) ? START : kind;
        } else if (isFirst && (here == '|' || here == '>')) {
            int key = Math.max(0, line.indent());
            line.takeRest(Kind.MARKUP);
            return BLOCK + key;
        } else if (isFirst && (here == '&' || here == '*' || here == '!')) {
            line.take(line.endOfName("&*!_-./:"), Kind.MARKUP);
        } else if (isFirst && !Character.isWhitespace(here)) {
            word(line);
        } else {
            line.skip(1);
        }
        return START;
    }

    private static void word(Line line) {
        int end = line.endOfName("_-./+:~$<>=@ ");
        int colon = line.indexOf(":", line.at());
        boolean isKey = colon >= line.at()
                && colon < end
                && (colon + 1 == line.at() + line.rest().length()
                        || Character.isWhitespace(line.ahead(colon - line.at() + 1)));
        if (isKey) {
            line.take(colon, Kind.NAME);
            line.skip(1);
            return;
        }
        int wordEnd = line.endOfName("_-./+:~$<>=@");
        String word = line.upTo(Math.max(wordEnd, line.at()));
        if (word.isEmpty() || word.equals("-")) {
            line.skip(1);
        } else if (WORDS.contains(word)) {
            line.take(wordEnd, Kind.KEYWORD);
        } else if (word.matches("[-+]?[0-9][0-9_]*(\\.[0-9]*)?([eE][-+]?[0-9]+)?|0x[0-9a-fA-F]+")) {
            line.take(wordEnd, Kind.NUMBER);
        } else {
            line.skip(word.length());
        }
    }

    private static boolean quoted(Line line, int skipped, int kind) {
        if (kind == DOUBLE) {
            return line.takeString(line.at() + skipped, "\"", true);
        }
        int from = line.at() + skipped;
        while (line.takeString(from, "'", false)) {
            if (line.here() != '\'') {
                return true;
            }
            // Two of them within a string stand for one.
            from = line.at() + 1;
        }
        return false;
    }
}
