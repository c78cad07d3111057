package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many bytes trees take on the disk: what is allocated, which is what comes free. */
final class DiskUse {
    private static final String DU = "/usr/bin/du";
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Map<Path, Long> sizes;

    private DiskUse(Map<Path, Long> sizes) {
        this.sizes = sizes;
    }

    /** Of these directories, and of what is in them down to that depth. */
    static DiskUse of(List<Path> directories, int depth) throws IOException {
        List<String> command = new ArrayList<>(List.of(DU, "-B1", "-x", "--max-depth=" + depth, "--"));
        directories.forEach(each -> command.add(each.toString()));
        // What it cannot look at it complains of; that tree's size is then too small, which harms nobody.
        ProgramRun.Ended ended =
                ProgramRun.run(command, Path.of("/"), Map.of("LC_ALL", "C.UTF-8", "PATH", "/usr/bin:/bin"), LIMIT);
        Map<Path, Long> sizes = new HashMap<>();
        ended.text().lines().forEach(line -> {
            int tab = line.indexOf('\t');
            if (tab > 0 && line.substring(0, tab).matches("[0-9]{1,18}")) {
                sizes.put(Path.of(line.substring(tab + 1)), Long.parseLong(line.substring(0, tab)));
            }
        });
        return new DiskUse(sizes);
    }

    long bytes(Path tree) {
        return Optional.ofNullable(sizes.get(tree)).orElse(0L);
    }
}
