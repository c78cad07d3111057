package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.obsenv.layout.LayoutPaths;

/** The clones that adopt put aside, {@code .obsenv/adopted/<utc>/<package>}: kept until somebody names them. */
final class OldClones {
    private OldClones() {}

    /** Their names below {@code adopted}, in order. */
    static List<String> of(LayoutPaths paths) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path time : children(paths.adopted())) {
            for (Path clone : children(time)) {
                names.add(paths.adopted().relativize(clone).toString());
            }
        }
        return names;
    }

    /**
     * Takes away what an adopt that died left here: links of ours that waited to be exchanged for a clone, and
     * directories with nothing in them. Whatever stood at the root before stays.
     */
    static void sweep(LayoutPaths paths) throws IOException {
        for (Path time : children(paths.adopted())) {
            boolean isEmpty = true;
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(time)) {
                for (Path each : entries) {
                    if (StablePaths.isOurs(each)) {
                        Files.delete(each);
                    } else {
                        isEmpty = false;
                    }
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
            if (isEmpty) {
                Files.delete(time);
            }
        }
    }

    private static List<Path> children(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }
}
