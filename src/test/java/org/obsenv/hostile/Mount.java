package org.obsenv.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.obsenv.fixture.Ran;

/** A tmpfs of its own for a test; needs root. Unmounted when closed, whatever happened on it. */
public final class Mount implements AutoCloseable {
    private final Path directory;

    private Mount(Path directory) {
        this.directory = directory;
    }

    public static Mount tmpfs(Path directory, String options) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Ran.must("mount", "-t", "tmpfs", "-o", "mode=0755," + options, "tmpfs", directory.toString());
        return new Mount(directory);
    }

    public Path directory() {
        return directory;
    }

    public void remount(String options) {
        Ran.must("mount", "-o", "remount," + options, directory.toString());
    }

    @Override
    public void close() {
        // Lazily: a process that a failed test left behind must not keep it.
        Ran.must("umount", "-l", directory.toString());
    }
}
