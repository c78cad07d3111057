package org.obsenv.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.obsenv.domain.GenerationId;

/**
 * The shell file by which a process keeps to one generation. It names the directory of the generation it is in: whoever
 * opened it through {@code current} or {@code base} has one choice of every package, whatever these links name later.
 */
public final class PinnedSetup {
    public static final String NAME = "auto_env_setup_pinned.sh";

    /** Before each package's name in its line. */
    public static final String PREFIX = "\"$obs_env_generation\"/";

    private PinnedSetup() {}

    /** The first line, without its end. */
    public static String head(LayoutPaths paths, GenerationId id) {
        return "obs_env_generation=" + quoted(paths.generation(id));
    }

    /** Whether that generation's file sets up that generation; those of older builds followed what runs. */
    public static boolean isOwn(LayoutPaths paths, GenerationId id) throws IOException {
        List<String> lines = Files.readAllLines(paths.generation(id).resolve(NAME));
        return !lines.isEmpty()
                && lines.getFirst().equals(head(paths, id))
                && lines.stream().skip(1).allMatch(line -> line.contains(" -r " + PREFIX));
    }

    /** The path as one word of a shell. */
    public static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
