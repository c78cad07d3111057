package org.obsenv.yaml;

import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes documents that {@link StrictYaml} reads back to the same values. */
public final class YamlWriter {
    private YamlWriter() {}

    /**
     * One document in block style, with a final newline and no document markers. Pure ASCII: what else a text holds
     * is escaped, so that no control or direction character of a reason or a commit reaches a terminal.
     *
     * @param values texts, numbers, booleans, and maps and lists of them, in the order they are to be written
     */
    public static String write(Map<String, ?> values) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(false);
        options.setSplitLines(false);
        options.setWidth(Integer.MAX_VALUE);
        options.setDefaultScalarStyle(DumperOptions.ScalarStyle.PLAIN);
        return new Yaml(options).dump(values);
    }
}
