package org.obsenv.yaml;

import java.util.List;
import java.util.Map;

/** A parsed node with its line in the file, from 1. */
sealed interface YamlNode {
    int line();

    /** A word for people: what this is. */
    String kind();

    /** {@code plain} is false for quoted text, which is text even when it is empty. */
    record Text(int line, String value, boolean plain) implements YamlNode {
        @Override
        public String kind() {
            return isNothing() ? "nothing" : "text";
        }

        boolean isNothing() {
            return plain && (value.isEmpty() || value.equals("~") || value.equalsIgnoreCase("null"));
        }
    }

    record Sequence(int line, List<YamlNode> items) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys in the order of the file. */
    record Mapping(int line, Map<String, Entry> entries) implements YamlNode {
        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A key's line and its value. */
    record Entry(int line, YamlNode value) {}
}
