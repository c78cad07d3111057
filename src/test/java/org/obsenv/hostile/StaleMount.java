package org.obsenv.hostile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.obsenv.fixture.Ran;

/**
 * A mount whose server is silent: whoever asks anything of it waits for ever, a stat included. Over a directory it
 * stands for an NFS server that died (a real one needs a kernel server beside this one). It is a FUSE mount whose
 * daemon never answers a request, not even the first; needs root. Closed, it is gone and those who wait get an error.
 */
public final class StaleMount implements AutoCloseable {
    private static final String SILENT_DAEMON = """
            [ -e /dev/fuse ] || mknod -m 600 /dev/fuse c 10 229
            exec 3<>/dev/fuse
            mount -i -t fuse -o fd=3,rootmode=40000,user_id=0,group_id=0,allow_other stale "$1"
            echo mounted
            read -r _
            """;

    private final Path directory;
    private final Process daemon;

    private StaleMount(Path directory, Process daemon) {
        this.directory = directory;
        this.daemon = daemon;
    }

    /** Hides what the directory holds; whoever has a file of it open goes on undisturbed. */
    public static StaleMount over(Path directory) {
        try {
            Process daemon = new ProcessBuilder("/bin/sh", "-ec", SILENT_DAEMON, "sh", directory.toString())
                    .redirectErrorStream(true)
                    .start();
            BufferedReader said = daemon.inputReader(StandardCharsets.UTF_8);
            String first = said.readLine();
            if (!"mounted".equals(first)) {
                throw new AssertionError("no FUSE mount can be made here: " + first);
            }
            return new StaleMount(directory, daemon);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Ran.must("umount", "-l", directory.toString());
        daemon.destroyForcibly();
    }
}
