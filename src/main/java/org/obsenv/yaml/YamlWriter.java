package org.obsenv.yaml;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes documents that {@link StrictYaml} reads back to the same values.
 *
 * <p>Written by hand because SnakeYAML's dumper makes anchors of a list that stands twice, {@code !!binary} of a text
 * with a control character, and costs a roll back the loading of a hundred classes.
 */
public final class YamlWriter {
    // What stands unquoted: it can be nothing but itself to any reader of YAML 1.1 or 1.2.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./+ -]*[A-Za-z0-9_/]|[A-Za-z_]");
    private static final Pattern WORD_OF_YAML =
            Pattern.compile("y|n|yes|no|on|off|true|false|null|nan|inf", Pattern.CASE_INSENSITIVE);
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    private YamlWriter() {}

    /**
     * One document in block style, a line for every value, with a final newline and no document markers. Pure ASCII:
     * what else a text holds is escaped, so that no control or direction character of a reason or a commit reaches a
     * terminal, and no line of the document can be taken for a marker.
     *
     * @param values texts, whole numbers, booleans, and maps and lists of them, in the order they are to be written
     * @throws IllegalArgumentException for a value of another kind
     */
    public static String write(Map<String, ?> values) {
        YamlWriter writer = new YamlWriter();
        if (values.isEmpty()) {
            return "{}\n";
        }
        writer.entries(values, "", "");
        return writer.text.toString();
    }

    private void entries(Map<?, ?> map, String firstIndent, String indent) {
        String before = firstIndent;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(before);
            scalar(entry.getKey());
            text.append(':');
            value(entry.getValue(), indent, indent + INDENT);
            before = indent;
        }
    }

    private void items(List<?> list, String indent) {
        for (Object item : list) {
            text.append(indent).append('-');
            if (item instanceof Map<?, ?> map && !map.isEmpty()) {
                entries(map, " ", indent + INDENT);
            } else if (item instanceof List<?> inner && !inner.isEmpty()) {
                text.append('\n');
                items(inner, indent + INDENT);
            } else {
                value(item, indent, indent);
            }
        }
    }

    /** What stands after a key or a dash, to the end of its last line. */
    private void value(Object value, String listIndent, String mapIndent) {
        switch (value) {
            case Map<?, ?> map when map.isEmpty() -> text.append(" {}\n");
            case List<?> list when list.isEmpty() -> text.append(" []\n");
            case Map<?, ?> map -> {
                text.append('\n');
                entries(map, mapIndent, mapIndent);
            }
            case List<?> list -> {
                text.append('\n');
                items(list, listIndent);
            }
            default -> {
                text.append(' ');
                scalar(value);
                text.append('\n');
            }
        }
    }

    private void scalar(Object value) {
        switch (value) {
            case String written when isPlain(written) -> text.append(written);
            case String written -> quoted(written);
            case Integer number -> text.append(number.intValue());
            case Long number -> text.append(number.longValue());
            case Boolean choice -> text.append(choice.booleanValue());
            default ->
                throw new IllegalArgumentException(
                        "not a text, whole number, boolean, map or list: " + value.getClass());
        }
    }

    private static boolean isPlain(String written) {
        return PLAIN.matcher(written).matches()
                && !WORD_OF_YAML.matcher(written).matches();
    }

    private void quoted(String written) {
        text.append('"');
        written.codePoints().forEach(each -> {
            switch (each) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> {
                    if (each >= ' ' && each <= '~') {
                        text.append((char) each);
                    } else {
                        text.append(escaped(each));
                    }
                }
            }
        });
        text.append('"');
    }

    private static String escaped(int codePoint) {
        String form = codePoint <= 0xff ? "\\x%02x" : codePoint <= 0xffff ? "\\u%04x" : "\\U%08x";
        return String.format(Locale.ROOT, form, codePoint);
    }
}
