package org.obsenv.clones;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.git.GitRepository;

/**
 * Holds tracked files against the index by one stat each. Content is read only where the index cannot vouch for a stat,
 * and then once until the file changes again.
 */
final class TrackedCheck {
    /** What a content that was read looked like to stat, and what it turned out to be. */
    private record Read(TrackedFile tracked, FileTime modified, long size, boolean isSame) {}

    private final Map<Path, Read> reads = new HashMap<>();

    /** True when a tracked file is changed, gone or of another type. */
    boolean isAnyChanged(Index index, GitRepository repository) throws IOException {
        boolean minded = repository.minds("filemode");
        for (TrackedFile each : index.files()) {
            if (isChanged(each, repository, minded)) {
                return true;
            }
        }
        return false;
    }

    private boolean isChanged(TrackedFile file, GitRepository repository, boolean mindsMode) throws IOException {
        PosixFileAttributes status;
        try {
            status = Files.readAttributes(file.path(), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return true;
        } catch (FileSystemException e) {
            if (isUnderAFile(file.path())) {
                return true;
            }
            throw e;
        }
        if (file.mode() == TrackedFile.SUBMODULE) {
            return isSubmoduleChanged(file, status);
        }
        boolean isLink = file.mode() == TrackedFile.LINK;
        if (isLink ? !status.isSymbolicLink() : !status.isRegularFile()) {
            return true;
        }
        if (!isLink && mindsMode && isExecutable(status) != (file.mode() == TrackedFile.EXECUTABLE)) {
            return true;
        }
        return !isVouchedFor(file, status) && !isSameContent(file, status, isLink, repository);
    }

    /** A parent directory was replaced by a file: "not a directory" has no exception of its own. */
    private static boolean isUnderAFile(Path path) {
        Path parent = path.getParent();
        return parent != null && !Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isExecutable(PosixFileAttributes status) {
        return status.permissions().contains(PosixFilePermission.OWNER_EXECUTE);
    }

    private static boolean isVouchedFor(TrackedFile file, PosixFileAttributes status) {
        if (file.length() != (int) status.size()) {
            return false;
        }
        long nanos = status.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS);
        boolean sameSecond = Math.floorDiv(nanos, 1_000_000_000L) == file.seconds();
        return sameSecond && (file.nanos() == 0 || Math.floorMod(nanos, 1_000_000_000L) == file.nanos());
    }

    private boolean isSameContent(
            TrackedFile file, PosixFileAttributes status, boolean isLink, GitRepository repository) throws IOException {
        Read known = reads.get(file.path());
        if (known != null
                && known.tracked().equals(file)
                && known.modified().equals(status.lastModifiedTime())
                && known.size() == status.size()) {
            return known.isSame();
        }
        boolean isSame = Content.isSame(file.path(), isLink, file.content(), repository.jgit());
        reads.put(file.path(), new Read(file, status.lastModifiedTime(), status.size(), isSame));
        return isSame;
    }

    /** As git: a submodule that is not checked out is as it should be; one at another commit is not. */
    private static boolean isSubmoduleChanged(TrackedFile file, PosixFileAttributes status) throws IOException {
        if (!status.isDirectory()) {
            return true;
        }
        if (!Files.exists(file.path().resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (GitRepository submodule =
                GitRepository.open(CloneLayout.of(file.path()).gitDirectory())) {
            Optional<CommitId> head = submodule.ref("HEAD");
            return !head.map(CommitId::hex).equals(Optional.of(file.content().name()));
        }
    }
}
