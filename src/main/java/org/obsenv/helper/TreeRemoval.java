package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Removes an unfinished tree, directories included that nobody may enter or that lie deeper than a path can say; follows
 * no link.
 */
final class TreeRemoval {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private TreeRemoval() {}

    static void remove(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            removeEach(tree);
        } catch (IOException e) {
            // Their programs go by open directories, however long the way is. Neither follows a link that it meets.
            run("/usr/bin/chmod", "-R", "u+rwx", "--", tree.toString());
            run("/usr/bin/rm", "-rf", "--", tree.toString());
            if (Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
        }
    }

    private static void removeEach(Path path) throws IOException {
        try {
            if (Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isDirectory()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
                try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
                    for (Path each : entries) {
                        removeEach(each);
                    }
                } catch (DirectoryIteratorException e) {
                    throw e.getCause();
                }
            }
            Files.delete(path);
        } catch (NoSuchFileException e) {
            // It went meanwhile.
        }
    }

    private static void run(String... command) throws IOException {
        ProgramRun.run(List.of(command), Path.of("/"), Map.of("LC_ALL", "C.UTF-8", "PATH", "/usr/bin:/bin"), PATIENCE);
    }
}
