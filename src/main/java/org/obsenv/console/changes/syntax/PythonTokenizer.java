package org.obsenv.console.changes.syntax;

import java.util.Locale;
import java.util.Set;

/** Python 3; what stays open from line to line is a string in three quotes, or one whose line ends with a backslash. */
final class PythonTokenizer implements Tokenizer {
    private static final Set<String> KEYWORDS = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "case",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "match",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");

    private static final Set<String> PREFIXES = Set.of("r", "u", "b", "f", "t", "br", "rb", "fr", "rf", "tr", "rt");

    /** What is open is the state: its index here, from 1. */
    private static final String[] OPEN = {"'''", "\"\"\"", "'", "\""};

    private static final int FIRST_SHORT = 2;

    @Override
    public Tokens tokens(String text, int state) {
        Line line = new Line(text);
        int open = state;
        if (open != START) {
            open = string(line, 0, open - 1);
        }
        boolean isDefined = false;
        while (!line.isAtEnd()) {
            char here = line.here();
            if (here == '#') {
                line.takeRest(Kind.COMMENT);
            } else if (here == '"' || here == '\'') {
                open = string(line, 0);
            } else if (Character.isDigit(here)) {
                line.take(line.endOfName("._"), Kind.NUMBER);
            } else if (here == '@' && line.indent() == line.at()) {
                line.skip(1);
                line.take(line.endOfName("._"), Kind.NAME);
            } else if (Character.isLetter(here) || here == '_') {
                String word = line.upTo(line.endOfName("_"));
                char after = line.ahead(word.length());
                if ((after == '"' || after == '\'') && PREFIXES.contains(word.toLowerCase(Locale.ROOT))) {
                    open = string(line, word.length());
                } else {
                    line.take(line.at() + word.length(), kind(word, isDefined, line));
                    isDefined = word.equals("def") || word.equals("class");
                }
            } else {
                line.skip(1);
            }
        }
        return new Tokens(line.tokens(), open);
    }

    private static Kind kind(String word, boolean isDefined, Line line) {
        if (isDefined) {
            return Kind.NAME;
        }
        if (!KEYWORDS.contains(word)) {
            return Kind.PLAIN;
        }
        // Both are names elsewhere, and mostly: re.match(...), case = 1.
        boolean isSoft = word.equals("match") || word.equals("case");
        return isSoft && !(line.indent() == line.at() && line.rest().endsWith(":")) ? Kind.PLAIN : Kind.KEYWORD;
    }

    /** Takes a string that begins here after a prefix; returns what it leaves open. */
    private static int string(Line line, int prefix) {
        for (int i = 0; i < OPEN.length; i++) {
            if (line.rest().startsWith(OPEN[i], prefix)) {
                return string(line, prefix + OPEN[i].length(), i);
            }
        }
        throw new IllegalStateException("no quote here");
    }

    private static int string(Line line, int skipped, int which) {
        boolean isContinued = line.rest().endsWith("\\");
        if (line.takeString(line.at() + skipped, OPEN[which], true)) {
            return START;
        }
        return which < FIRST_SHORT || isContinued ? which + 1 : START;
    }
}
