package org.obsenv.cycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.PackageName;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;

/**
 * A cycle build's list: what was built together, by version.
 *
 * @param file how the list is named in complaints
 * @param settings in the order of the file, by their whole names
 */
public record CycleBuild(String file, Map<String, Setting> settings) {
    private static final String CYCLE = "CYCLE";
    private static final String REVISION = "rev";

    public CycleBuild {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * Reads the list.
     *
     * @throws YamlProblem with file, line and name, when it cannot be opened or a line is not {@code name=value}
     */
    public static CycleBuild read(Path file) throws YamlProblem {
        String name = file.toString();
        try {
            // Before opening: a FIFO in its place would block for ever.
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new YamlProblem(name, 0, "", "expected a regular file");
            }
            if (Files.size(file) > StrictYaml.LARGE) {
                throw new YamlProblem(name, 0, "", "expected at most " + StrictYaml.LARGE + " bytes");
            }
            return parse(name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new YamlProblem(name, 0, "", "cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /** Reads the bytes of a list; {@code name} stands for the file in complaints. */
    public static CycleBuild parse(String name, byte[] bytes) throws YamlProblem {
        return new CycleBuild(name, new CycleText(name).settings(bytes));
    }

    /** Such as {@code c0044.007}, or {@code main}; empty where the list names no cycle. */
    public Optional<String> cycle() {
        return value(CYCLE).map(cycle -> cycle + value(REVISION).orElse(""));
    }

    /** The version that the list has for a package; names are matched whole. */
    public Optional<String> version(PackageName name) {
        return value(name.text());
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(settings.get(name)).map(Setting::value).filter(value -> !value.isEmpty());
    }
}
