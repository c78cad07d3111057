package org.obsenv.yaml;

import java.util.Locale;

/**
 * Refuses what a person who reads the file does not see as it is read: control characters, the line ends that only
 * YAML knows (one line in an editor, two to the parser) and direction marks ("Trojan source", CVE-2021-42574). Escaped
 * in double quotes they may stand.
 */
final class Characters {
    private static final int BYTE_ORDER_MARK = 0xfeff;
    private static final int STRETCH = 256;

    private Characters() {}

    /** Whether every byte is a printable character of ASCII or a line feed: then there is nothing to decode or to check. */
    static boolean arePlain(byte[] bytes) {
        for (int at = 0; at < bytes.length; at += STRETCH) {
            // In stretches: a short loop that is entered often is compiled long before a long one that is entered once.
            if (!arePlain(bytes, at, Math.min(bytes.length, at + STRETCH))) {
                return false;
            }
        }
        return true;
    }

    private static boolean arePlain(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            byte each = bytes[at];
            if ((each < ' ' || each > '~') && each != '\n') {
                return false;
            }
        }
        return true;
    }

    static void check(String file, String text) throws YamlProblem {
        int line = 1;
        int at = 0;
        while (at < text.length()) {
            int end = lineEnd(text, at);
            checkLine(file, line, text, at, end);
            at = end;
            line++;
        }
    }

    /** Behind the line's end, which is {@code \n}, {@code \r} or both. */
    private static int lineEnd(String text, int from) {
        int feed = text.indexOf('\n', from);
        int end = feed < 0 ? text.length() : feed + 1;
        int carriage = text.indexOf('\r', from, end);
        return carriage < 0 || carriage + 2 == end ? end : carriage + 1;
    }

    private static void checkLine(String file, int line, String text, int from, int end) throws YamlProblem {
        int at = from;
        while (at < end) {
            int each = text.codePointAt(at);
            if (isRefused(each, at)) {
                String code = String.format(Locale.ROOT, "U+%04X", each);
                throw new YamlProblem(
                        file, line, "", "the character " + code + " is not allowed here; write it escaped in quotes");
            }
            at += Character.charCount(each);
        }
    }

    private static boolean isRefused(int codePoint, int at) {
        if (codePoint >= ' ' && codePoint <= '~') {
            return false;
        }
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
