package org.obsenv.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Review;
import org.obsenv.yaml.Nearest;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;

/**
 * The base list: which tag or commit each package has in the base environment.
 *
 * @param file how the list is named in complaints
 * @param sha256 of the bytes it was read from, 64 lower-case hexadecimal digits; base's manifest bears the same while
 *     base was built from this very text
 * @param pins in the order of the file
 * @param cycle the cycle build the list belongs to, e.g. {@code c0044.007}
 */
public record BaseList(
        String file,
        String sha256,
        Map<PackageName, ListedPin> pins,
        Optional<String> cycle,
        Optional<Review> reviewed) {
    public BaseList {
        pins = Collections.unmodifiableMap(new LinkedHashMap<>(pins));
    }

    /** Reads the list; one that cannot be opened, or is no regular file, is a complaint too. */
    public static BaseList read(Path file) throws YamlProblem {
        byte[] bytes;
        try {
            // Before opening: a FIFO in its place would block for ever.
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new YamlProblem(file.toString(), 0, "", "expected a regular file");
            }
            if (Files.size(file) > StrictYaml.LARGE) {
                throw new YamlProblem(file.toString(), 0, "", "expected at most " + StrictYaml.LARGE + " bytes");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new YamlProblem(
                    file.toString(), 0, "", "cannot be read: " + e.getClass().getSimpleName());
        }
        return parse(file.toString(), bytes);
    }

    /** Reads the bytes of a list; {@code name} stands for the file in complaints. */
    public static BaseList parse(String name, byte[] bytes) throws YamlProblem {
        return new BaseListText(name, bytes).read();
    }

    public Optional<ListedPin> pin(PackageName name) {
        return Optional.ofNullable(pins.get(name));
    }

    /** A complaint for each package the list names and the site does not have; names are matched whole. */
    public List<YamlProblem> foreignTo(Collection<PackageName> site) {
        List<YamlProblem> problems = new ArrayList<>();
        List<String> known = new ArrayList<>(BaseListText.OURS);
        site.forEach(each -> known.add(each.text()));
        pins.forEach((name, pin) -> {
            if (!site.contains(name)) {
                String meant = Nearest.to(name.text(), known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
                problems.add(new YamlProblem(
                        file, pin.line(), name.text(), "the site file has no package of this name" + meant));
            }
        });
        return problems;
    }

    /** The packages of the site that the list does not name, neither with a pin nor under {@code unpinned}. */
    public List<PackageName> missing(Collection<PackageName> site) {
        return site.stream().filter(name -> !pins.containsKey(name)).toList();
    }
}
