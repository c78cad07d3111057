package org.obsenv.site;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;

/**
 * The site file without its packages. A switch needs none of them, and of a thousand the scanning alone is a fifth of a
 * roll back. Same parser, same rules; only what nobody asks for is not read.
 */
public final class SwitchSite {
    private static final String PACKAGES = "packages";

    private SwitchSite() {}

    /** The environment's root, where it stands before the packages; what stands after them is not looked at. */
    public static Optional<Path> root(String name, byte[] bytes) {
        try {
            Fields top = StrictYaml.mappingBefore(PACKAGES, name, bytes, StrictYaml.LARGE);
            return Optional.of(top.mapping("environment").value("root", "an absolute path", SiteFile::absolute));
        } catch (YamlProblem e) {
            return Optional.empty();
        }
    }

    /**
     * The bytes of a sound site file without the lines of its packages.
     *
     * @return empty unless reading them comes to the same as reading all, packages aside: not where something else
     *     stands in the same lines
     */
    public static Optional<byte[]> cut(String name, byte[] bytes) throws YamlProblem {
        Fields top = StrictYaml.mapping(name, bytes, StrictYaml.LARGE);
        byte[] rest = withoutLines(bytes, top.line(PACKAGES), lineAfterPackages(top));
        Site whole = SiteFile.parse(top, (fields, defaults) -> {
            fields.mappings(PACKAGES);
            return UnreadPackages.UNREAD;
        });
        try {
            return parse(name, rest).equals(whole) ? Optional.of(rest) : Optional.empty();
        } catch (YamlProblem e) {
            return Optional.empty();
        }
    }

    /** Reads what {@link #cut} returned: the site, its packages unread. */
    public static Site parse(String name, byte[] rest) throws YamlProblem {
        return SiteFile.parse(
                StrictYaml.mapping(name, rest, StrictYaml.LARGE), (fields, defaults) -> UnreadPackages.UNREAD);
    }

    private static int lineAfterPackages(Fields top) {
        int after = Integer.MAX_VALUE;
        for (String key : top.keys()) {
            if (top.line(key) > top.line(PACKAGES)) {
                after = Math.min(after, top.line(key));
            }
        }
        return after;
    }

    /** Without the lines from one to before another, counted from 1. */
    private static byte[] withoutLines(byte[] bytes, int from, int before) {
        byte[] kept = new byte[bytes.length];
        int length = 0;
        int line = 1;
        for (byte each : bytes) {
            if (line < from || line >= before) {
                kept[length++] = each;
            }
            if (each == '\n') {
                line++;
            }
        }
        return Arrays.copyOf(kept, length);
    }
}
