package org.obsenv.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;

/**
 * What a stat says of a file: while it is equal, the file is the same and unchanged. Whoever replaces these files
 * writes a new one and renames it, so that the inode tells even within a clock tick.
 */
sealed interface FileStamp {
    record Present(Optional<Object> key, Instant modified, long size) implements FileStamp {}

    record Absent() implements FileStamp {}

    /** The stat failed; reading the file will say why. */
    record Troubled(String kind) implements FileStamp {}

    static FileStamp of(Path file) {
        try {
            BasicFileAttributes status = Files.readAttributes(file, BasicFileAttributes.class);
            return new Present(
                    Optional.ofNullable(status.fileKey()),
                    status.lastModifiedTime().toInstant(),
                    status.size());
        } catch (NoSuchFileException e) {
            return new Absent();
        } catch (IOException e) {
            return new Troubled(e.getClass().getName());
        }
    }
}
