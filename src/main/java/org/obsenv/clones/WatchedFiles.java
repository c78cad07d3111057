package org.obsenv.clones;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells by one stat a file whether any of them was replaced, made or removed. git replaces a ref by renaming a new file
 * over it, so that inode, time and size tell. One thread at a time.
 */
final class WatchedFiles {
    private record Seen(@Nullable Object key, FileTime modified, long size) {}

    private final List<Path> files;
    private final @Nullable Seen[] seen;

    WatchedFiles(List<Path> files) {
        this.files = List.copyOf(files);
        this.seen = new Seen[files.size()];
    }

    List<Path> files() {
        return files;
    }

    /** Only the first so many of them, as last looked at. */
    WatchedFiles first(int count) {
        WatchedFiles fewer = new WatchedFiles(files.subList(0, count));
        System.arraycopy(seen, 0, fewer.seen, 0, count);
        return fewer;
    }

    /** Looks at all files; true when one is not as it was at the last look. */
    boolean look() throws IOException {
        boolean isChanged = false;
        for (int i = 0; i < seen.length; i++) {
            @Nullable Seen now = stat(files.get(i));
            if (!Objects.equals(now, seen[i])) {
                seen[i] = now;
                isChanged = true;
            }
        }
        return isChanged;
    }

    private static @Nullable Seen stat(Path file) throws IOException {
        @Nullable BasicFileAttributes status;
        try {
            // Most tags are packed, so that a file is often missing: the variant that does not throw for that.
            status = file.getFileSystem().provider().readAttributesIfExists(file, BasicFileAttributes.class);
        } catch (AccessDeniedException e) {
            throw e;
        } catch (FileSystemException e) {
            Path parent = file.getParent();
            if (parent == null || Files.isDirectory(parent)) {
                throw e;
            }
            // A file stands where its directory was: then there is no such file.
            status = null;
        }
        return status == null ? null : new Seen(status.fileKey(), status.lastModifiedTime(), status.size());
    }
}
