package org.obsenv.console.changes.syntax;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** reStructuredText; what stays open is a literal block or a comment, which are indented deeper than what begins them. */
final class RestTokenizer implements Tokenizer {
    /** The state of a literal block is this and the indentation of its paragraph; of a comment, the other. */
    private static final int LITERAL = 16;

    private static final int COMMENT = 1 << 20;

    private static final Pattern RULE = Pattern.compile("([=\\-`:.'\"~^_*+#])\\1{2,}\\s*");
    private static final Pattern DIRECTIVE = Pattern.compile("\\s*\\.\\.\\s+(\\|[^|]+\\|\\s+)?[\\w:-]+::");
    private static final Pattern TARGET = Pattern.compile("\\s*\\.\\.\\s+(_[^:]*:|\\[[^\\]]+\\])");
    private static final Pattern FIELD = Pattern.compile("\\s*:[^:\\s][^:]*:(?=\\s|$)");
    private static final Pattern INLINE = Pattern.compile(
            "(?<literal>``.+?``)|(?<role>:[\\w:.+-]+:`[^`]+`|`[^`]+`_?_?)|(?<strong>\\*\\*[^*]+\\*\\*|\\*[^*\\s][^*]*\\*)");

    @Override
    public Tokens tokens(String text, int state) {
        Line line = new Line(text);
        if (state != START && (line.indent() < 0 || line.indent() > state % COMMENT - LITERAL)) {
            line.takeRest(state >= COMMENT ? Kind.COMMENT : Kind.STRING);
            return new Tokens(line.tokens(), state);
        }
        int indent = Math.max(0, line.indent());
        Matcher directive = DIRECTIVE.matcher(text);
        Matcher target = TARGET.matcher(text);
        if (RULE.matcher(text).matches()) {
            line.takeRest(Kind.MARKUP);
        } else if (directive.lookingAt()) {
            line.skip(indent);
            line.take(directive.end(), Kind.KEYWORD);
        } else if (target.lookingAt()) {
            line.skip(indent);
            line.take(target.end(), Kind.NAME);
        } else if (text.strip().equals("..") || text.stripLeading().startsWith(".. ")) {
            line.takeRest(Kind.COMMENT);
            return new Tokens(line.tokens(), COMMENT + LITERAL + indent);
        } else {
            Matcher field = FIELD.matcher(text);
            if (field.lookingAt()) {
                line.skip(indent);
                line.take(field.end(), Kind.NAME);
            }
        }
        boolean isOpened = text.stripTrailing().endsWith("::") && !directive.lookingAt();
        inline(line, text);
        return new Tokens(line.tokens(), isOpened ? LITERAL + indent : START);
    }

    private static void inline(Line line, String text) {
        Matcher matcher = INLINE.matcher(text);
        while (line.at() < text.length() && matcher.find(line.at())) {
            line.skip(matcher.start() - line.at());
            line.take(
                    matcher.end(),
                    matcher.group("literal") != null
                            ? Kind.STRING
                            : matcher.group("role") != null ? Kind.MARKUP : Kind.KEYWORD);
        }
    }
}
