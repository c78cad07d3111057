package org.obsenv.console.changes.syntax;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shells; what stays open is a quoted string, or a here-document. */
final class ShellTokenizer implements Tokenizer {
    private static final int SINGLE = 1;
    private static final int DOUBLE = 2;

    /** The state of a here-document is this and a hash of the word that ends it. */
    private static final int HERE = 1 << 28;

    private static final Pattern HERE_BEGIN = Pattern.compile("<<-?\\s*(['\"]?)(?<word>[A-Za-z_][A-Za-z0-9_]*)\\1");

    private static final Set<String> KEYWORDS = Set.of(
            "if",
            "then",
            "else",
            "elif",
            "fi",
            "for",
            "while",
            "until",
            "do",
            "done",
            "case",
            "esac",
            "in",
            "select",
            "function",
            "return",
            "exit",
            "local",
            "export",
            "readonly",
            "declare",
            "unset",
            "set",
            "shift",
            "source",
            "trap",
            "break",
            "continue",
            "eval",
            "exec",
            "cd",
            "echo",
            "printf",
            "test");

    @Override
    public Tokens tokens(String text, int state) {
        Line line = new Line(text);
        if (state >= HERE) {
            boolean isEnd = here(text.strip()) == state;
            line.takeRest(isEnd ? Kind.KEYWORD : Kind.STRING);
            return new Tokens(line.tokens(), isEnd ? START : state);
        }
        int open = state;
        int document = START;
        if (open != START) {
            open = line.takeString(0, open == DOUBLE ? "\"" : "'", open == DOUBLE) ? START : open;
        }
        while (!line.isAtEnd()) {
            char here = line.here();
            if (here == '\'' || here == '"') {
                int kind = here == '"' ? DOUBLE : SINGLE;
                open = line.takeString(line.at() + 1, String.valueOf(here), kind == DOUBLE) ? START : kind;
            } else if (here == '\\') {
                line.skip(2);
            } else if (here == '#' && isBegin(line)) {
                line.takeRest(Kind.COMMENT);
            } else if (here == '$') {
                variable(line);
            } else if (line.begins("<<") && !line.begins("<<<")) {
                Matcher begin = HERE_BEGIN.matcher(line.rest());
                document = begin.lookingAt() ? here(begin.group("word")) : document;
                line.take(line.at() + (begin.lookingAt() ? begin.end() : 2), Kind.KEYWORD);
            } else if (Character.isLetterOrDigit(here) || here == '_') {
                word(line);
            } else {
                line.skip(1);
            }
        }
        return new Tokens(line.tokens(), open != START ? open : document);
    }

    private static int here(String word) {
        return HERE + (word.hashCode() & HERE - 1);
    }

    private static boolean isBegin(Line line) {
        return line.at() == 0 || " \t;&|(".indexOf(line.ahead(-1)) >= 0;
    }

    private static void variable(Line line) {
        if (line.ahead(1) == '{') {
            int end = line.indexOf("}", line.at());
            line.take(end < 0 ? line.at() + 2 : end + 1, Kind.NAME);
        } else if (Character.isLetter(line.ahead(1)) || line.ahead(1) == '_') {
            int begin = line.at();
            line.skip(1);
            int end = line.endOfName("_");
            line.skip(begin - line.at());
            line.take(end, Kind.NAME);
        } else {
            line.take(line.at() + ("0123456789@*#?$!-".indexOf(line.ahead(1)) >= 0 ? 2 : 1), Kind.NAME);
        }
    }

    private static void word(Line line) {
        boolean isBegin = isBegin(line);
        int end = line.endOfName("_-./");
        String word = line.upTo(end);
        if (isBegin && KEYWORDS.contains(word)) {
            line.take(end, Kind.KEYWORD);
        } else if (isBegin && line.ahead(end - line.at()) == '=') {
            line.take(end, Kind.NAME);
        } else if (word.matches("[0-9]+")) {
            line.take(end, Kind.NUMBER);
        } else {
            line.skip(word.length());
        }
    }
}
