package org.obsenv.yaml;

import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/** One text as it is written into a document that people keep by hand. */
final class ScalarText {
    // What no reader of YAML 1.1 or 1.2 takes for anything but text, nor for the end of one.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./+ -]*[A-Za-z0-9_/+-]|[A-Za-z_]");
    // A hand-kept list has commits and versions unquoted; these are text to every reader, too.
    private static final Pattern VERSION = Pattern.compile(
            "[0-9]+\\.[0-9]+\\.[A-Za-z0-9_.+-]*[A-Za-z0-9]|" + "(?=[0-9a-f]*[a-df])(?![0-9]+e[0-9]+$)[0-9a-f]{7,40}");
    private static final Pattern WORD =
            Pattern.compile("y|n|yes|no|on|off|true|false|null|nan|inf", Pattern.CASE_INSENSITIVE);

    private ScalarText() {}

    /** In the form that the text before it had; empty for a form that spreads over lines of its own. */
    static Optional<String> like(ScalarStyle style, String value, boolean isMissing) {
        return switch (style) {
            case SINGLE_QUOTED -> Optional.of(single(value));
            case DOUBLE_QUOTED -> Optional.of(twice(value));
            case PLAIN -> isMissing ? Optional.empty() : Optional.of(plainOrQuoted(value));
            case LITERAL, FOLDED, JSON_SCALAR_STYLE -> Optional.empty();
        };
    }

    static String plainOrQuoted(String value) {
        boolean isPlain =
                (PLAIN.matcher(value).matches() || VERSION.matcher(value).matches())
                        && !WORD.matcher(value).matches();
        return isPlain ? value : twice(value);
    }

    private static String single(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static String twice(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
