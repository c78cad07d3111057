package org.obsenv.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes JSON: ASCII only, so that no terminal and no locale can change it. */
final class Json {
    private final StringBuilder text = new StringBuilder();

    /**
     * One document with a final line feed.
     *
     * @param value texts, numbers, booleans, empty or filled Optionals (empty is null), lists, and maps in their order
     */
    static String write(Object value) {
        Json json = new Json();
        json.value(value, "\n");
        return json.text.append('\n').toString();
    }

    private void value(Object value, String line) {
        switch (value) {
            case Optional<?> optional when optional.isEmpty() -> text.append("null");
            case Optional<?> optional -> value(optional.get(), line);
            case Map<?, ?> map -> map(map, line);
            case List<?> list -> list(list, line);
            case Number number -> text.append(number);
            case Boolean truth -> text.append(truth);
            default -> string(value.toString());
        }
    }

    private void map(Map<?, ?> map, String line) {
        String inner = line + "  ";
        String separator = "{";
        for (Map.Entry<?, ?> each : map.entrySet()) {
            text.append(separator).append(inner);
            string(each.getKey().toString());
            text.append(": ");
            value(each.getValue(), inner);
            separator = ",";
        }
        text.append(map.isEmpty() ? "{}" : line + "}");
    }

    private void list(List<?> list, String line) {
        String inner = line + "  ";
        String separator = "[";
        for (Object each : list) {
            text.append(separator).append(inner);
            value(each, inner);
            separator = ",";
        }
        text.append(list.isEmpty() ? "[]" : line + "]");
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            switch (each) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                default -> {
                    if (each < ' ' || each > '~') {
                        text.append(String.format("\\u%04x", (int) each));
                    } else {
                        text.append(each);
                    }
                }
            }
        }
        text.append('"');
    }
}
