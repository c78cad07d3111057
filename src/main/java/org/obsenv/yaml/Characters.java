package org.obsenv.yaml;

import java.util.Locale;

/**
 * Refuses what a person who reads the file does not see as it is read: control characters, the line ends that only
 * YAML knows (one line in an editor, two to the parser) and direction marks ("Trojan source", CVE-2021-42574). Escaped
 * in double quotes they may stand.
 */
final class Characters {
    private static final int BYTE_ORDER_MARK = 0xfeff;

    private Characters() {}

    static void check(String file, String text) throws YamlProblem {
        int line = 1;
        int at = 0;
        while (at < text.length()) {
            int each = text.codePointAt(at);
            if (isRefused(each, at)) {
                String code = String.format(Locale.ROOT, "U+%04X", each);
                throw new YamlProblem(
                        file, line, "", "the character " + code + " is not allowed here; write it escaped in quotes");
            }
            at += Character.charCount(each);
            if (each == '\n' || (each == '\r' && !text.startsWith("\n", at))) {
                line++;
            }
        }
    }

    private static boolean isRefused(int codePoint, int at) {
        return switch (codePoint) {
            case '\t', '\n', '\r' -> false;
            case BYTE_ORDER_MARK -> at > 0;
            default ->
                codePoint < ' '
                        || within(codePoint, 0x7f, 0x9f)
                        || within(codePoint, 0x2028, 0x202e)
                        || within(codePoint, 0x2066, 0x2069)
                        || (codePoint & 0xfffe) == 0xfffe;
        };
    }

    private static boolean within(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
