package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.obsenv.layout.Links;

/**
 * Links made while there was room, so that a full disk cannot stop a switch: renaming one needs neither a block nor an
 * inode. Used only under the switch lock.
 */
final class ReadyLinks {
    /** So many of each target: roll back, resume and roll back again on a disk that stays full. */
    private static final int EACH = 3;

    private final Path directory;

    ReadyLinks(Path directory) {
        this.directory = directory;
    }

    /** A link with that text under a name of its own: a ready one, or else a new one. */
    Path take(String text) throws IOException {
        for (Path link : all()) {
            if (Links.text(link).equals(Optional.of(text))) {
                return link;
            }
        }
        Path link = directory.resolve(Unique.beside(directory).getFileName());
        Files.createSymbolicLink(link, Path.of(text));
        return link;
    }

    /** Keeps the right number of links to each target and removes those to any other. */
    void replenish(Set<String> targets) throws IOException {
        Map<String, Integer> kept = new HashMap<>();
        for (Path link : all()) {
            String text = Links.text(link).orElse("");
            if (targets.contains(text) && kept.getOrDefault(text, 0) < EACH) {
                kept.merge(text, 1, Integer::sum);
            } else {
                Files.delete(link);
            }
        }
        for (String target : targets) {
            for (int i = kept.getOrDefault(target, 0); i < EACH; i++) {
                Files.createSymbolicLink(
                        directory.resolve(Unique.beside(directory).getFileName()), Path.of(target));
            }
        }
        Durable.forceDirectory(directory);
    }

    private List<Path> all() throws IOException {
        List<Path> links = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            entries.forEach(links::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return links;
    }
}
