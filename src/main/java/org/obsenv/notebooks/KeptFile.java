package org.obsenv.notebooks;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.UUID;

/**
 * Moves of a person's file that leave, at every instant, the old or the new one in place, and the old one somewhere. A
 * symbolic link is moved as a link.
 */
final class KeptFile {
    private KeptFile() {}

    /**
     * The same file by another name, which must not be taken yet: another name of its bytes, or on another file system a
     * copy on disk.
     */
    static void keep(Path file, Path kept) throws IOException {
        if (Files.isSymbolicLink(file)) {
            Path target = Files.readSymbolicLink(file);
            Path relative = parent(kept).relativize(parent(file));
            // From where it is kept it still leads to the same.
            Files.createSymbolicLink(kept, target.isAbsolute() ? target : relative.resolve(target));
        } else {
            try {
                Files.createLink(kept, file);
            } catch (FileAlreadyExistsException e) {
                throw e;
            } catch (FileSystemException | UnsupportedOperationException e) {
                copy(file, kept);
            }
        }
        force(parent(kept));
    }

    /** A new file is there whole, with these permissions, or what was there before is. */
    static void replace(Path file, String text, Set<PosixFilePermission> permissions) throws IOException {
        Path next = beside(file);
        try {
            try (FileChannel channel = FileChannel.open(next, CREATE_NEW, WRITE)) {
                Files.setPosixFilePermissions(next, permissions);
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
        force(parent(file));
    }

    /** What was kept is in its place again, in one rename, and no longer where it was kept. */
    static void bringBack(Path kept, Path file) throws IOException {
        if (Files.isSymbolicLink(kept)) {
            Path next = beside(file);
            Path relative = parent(kept).relativize(parent(file));
            Path target = Files.readSymbolicLink(kept);
            boolean wasMoved = !target.isAbsolute() && target.startsWith(relative);
            try {
                Files.createSymbolicLink(
                        next, wasMoved ? target.subpath(relative.getNameCount(), target.getNameCount()) : target);
                Files.move(next, file, ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(next);
            }
        } else {
            rename(kept, file);
        }
        force(parent(file));
        Files.deleteIfExists(kept);
        force(parent(kept));
    }

    private static void rename(Path kept, Path file) throws IOException {
        try {
            Files.move(kept, file, ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Path next = beside(file);
            try {
                copy(kept, next);
                Files.move(next, file, ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(next);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        try (FileChannel channel = FileChannel.open(to, READ)) {
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(to);
            throw e;
        }
    }

    static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    private static Path beside(Path file) {
        return file.resolveSibling(".user_setups.new-" + UUID.randomUUID());
    }

    static Path parent(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("has no parent: " + path);
        }
        return parent;
    }
}
