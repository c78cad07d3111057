package org.obsenv.helper;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undoes Python's {@code unicode_escape}. */
final class Escapes {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|[\\\\nrt])");

    private Escapes() {}

    static String undone(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> {
            String code = match.group(1);
            String plain =
                    switch (code.charAt(0)) {
                        case '\\' -> "\\";
                        case 'n' -> "\n";
                        case 'r' -> "\r";
                        case 't' -> "\t";
                        default -> Character.toString(Integer.parseInt(code.substring(1), 16));
                    };
            return Matcher.quoteReplacement(plain);
        });
    }
}
