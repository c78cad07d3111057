package org.obsenv.helper;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes that are on disk when the call returns, and names that appear whole or not at all. */
final class Durable {
    private Durable() {}

    /** Writes a new file, mode 0644 whatever the umask, and forces it. */
    static void create(Path file, byte[] bytes) throws IOException {
        create(file, bytes, "rw-r--r--");
    }

    private static void create(Path file, byte[] bytes, String mode) throws IOException {
        Set<PosixFilePermission> meant = PosixFilePermissions.fromString(mode);
        try (FileChannel channel =
                FileChannel.open(file, Set.of(CREATE_NEW, WRITE), PosixFilePermissions.asFileAttribute(meant))) {
            Files.setPosixFilePermissions(file, meant);
            writeFully(channel, ByteBuffer.wrap(bytes), 0);
            channel.force(true);
        }
    }

    /** Replaces a file as a whole: readers see the old bytes or the new ones. */
    static void replace(Path file, byte[] bytes) throws IOException {
        replace(file, bytes, "rw-r--r--");
    }

    /** As {@link #replace}, for what nobody but this account may read. */
    static void replacePrivate(Path file, byte[] bytes) throws IOException {
        replace(file, bytes, "rw-------");
    }

    /** As {@link #replace}, for what everybody may start. */
    static void replaceProgram(Path file, byte[] bytes) throws IOException {
        replace(file, bytes, "rwxr-xr-x");
    }

    private static void replace(Path file, byte[] bytes, String mode) throws IOException {
        Path next = Unique.beside(file);
        try {
            create(next, bytes, mode);
            rename(next, file);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /** Makes a link's name appear, replacing what was there, in one rename. */
    static void replaceLink(Path link, String text) throws IOException {
        Path next = Unique.beside(link);
        try {
            Files.createSymbolicLink(next, Path.of(text));
            rename(next, link);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /** {@code rename(2)}, then forces the directory. */
    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        forceDirectory(parent(to));
    }

    /** Makes a directory unless it is there; its mode is this one whatever the umask. */
    static void directory(Path directory, String mode) throws IOException {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectory(directory);
            }
        } catch (FileAlreadyExistsException e) {
            // Two begin at once: the other was quicker.
            if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
        }
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(mode));
    }

    static void forceDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    /** Forces everything under a directory, whoever wrote it: its whole file system ({@code syncfs(2)}). */
    static void forceAll(Path directory) throws IOException {
        ProgramRun.Ended ended = ProgramRun.run(
                List.of("/usr/bin/sync", "-f", directory.toString()), directory, Map.of(), Duration.ofMinutes(10));
        if (ended.exit() != 0) {
            throw new IOException("sync -f " + directory + ": " + ended.complaint());
        }
    }

    static void writeFully(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    static Path parent(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("has no parent: " + path);
        }
        return parent;
    }
}
