package org.obsenv.helper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.site.Site;
import org.obsenv.site.SiteFile;
import org.obsenv.site.SwitchSite;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;

/**
 * The site file as a verb found it. What a build has read strictly a switch need not scan again while the bytes are the
 * same: the build leaves, in the environment, a copy of the file and behind it the file without its packages.
 *
 * <p>A copy and not a digest: a comparison is exact, and waking Java's digests costs a cold JVM 10 ms.
 */
final class SiteText {
    private final Path file;
    private final byte[] bytes;

    private SiteText(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    static SiteText of(Path file) throws YamlProblem {
        return new SiteText(file, SiteFile.bytes(file));
    }

    Site whole() throws YamlProblem {
        return SiteFile.parse(file.toString(), bytes);
    }

    /**
     * The site with its packages unread, where a build has read this very text; as a whole where none has, and whenever
     * there is anything odd about what it left.
     */
    Site forSwitch(TrustedPath trusted) throws YamlProblem {
        Optional<Path> root = SwitchSite.root(file.toString(), bytes);
        if (root.isPresent()) {
            Path copy = new LayoutPaths(root.get()).siteCopy();
            try {
                trusted.require(copy);
                Optional<byte[]> rest = left(copy);
                if (rest.isPresent()) {
                    return SwitchSite.parse(file.toString(), rest.get());
                }
            } catch (IOException | RefusedException | YamlProblem e) {
                // What was left is a help, not a source: the file itself decides, and complaints must name its lines.
            }
        }
        return whole();
    }

    /**
     * Leaves what switches need, unless it is there; where it cannot be written they read the whole file. Used only
     * under the build lock.
     */
    void keep(LayoutPaths paths) {
        Path copy = paths.siteCopy();
        try {
            if (left(copy).isEmpty()) {
                Optional<byte[]> rest = SwitchSite.cut(file.toString(), bytes);
                if (rest.isPresent()) {
                    Durable.replacePrivate(copy, join(start(), rest.get()));
                }
            }
        } catch (IOException | YamlProblem e) {
            // The next build tries again.
        }
    }

    /** The file without its packages, where the copy before it is of this text. */
    private Optional<byte[]> left(Path copy) throws IOException {
        if (!Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS) || Files.size(copy) > 2L * StrictYaml.LARGE) {
            return Optional.empty();
        }
        byte[] found = Files.readAllBytes(copy);
        byte[] start = start();
        boolean isOfThis = found.length > start.length && Arrays.equals(found, 0, start.length, start, 0, start.length);
        return isOfThis ? Optional.of(Arrays.copyOfRange(found, start.length, found.length)) : Optional.empty();
    }

    /** Its length first, so that a longer text is not taken for this one. */
    private byte[] start() {
        return join((bytes.length + "\n").getBytes(StandardCharsets.US_ASCII), bytes);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
