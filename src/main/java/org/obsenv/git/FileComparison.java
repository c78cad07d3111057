package org.obsenv.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.diff.Comparison;
import org.obsenv.domain.diff.WhiteSpace;

/** Compares one file of two commits line by line. */
final class FileComparison {
    private final Repository repository;

    FileComparison(Repository repository) {
        this.repository = repository;
    }

    FileDiff of(CommitId from, CommitId to, FileChange file) throws IOException {
        Side before = side(from, file.oldPath());
        Side after = side(to, file.path());
        return new FileDiff(file, new FileNotes(file, before, after).all(), lines(before, after));
    }

    private static Optional<Comparison> lines(Side before, Side after) {
        if ((before.is(FileMode.SYMLINK) && after.is(FileMode.SYMLINK))
                || (before.is(FileMode.GITLINK) && after.is(FileMode.GITLINK))) {
            return Optional.empty();
        }
        return before.blob().text().flatMap(old -> after.blob()
                .text()
                .filter(now -> Math.max(old.lines(), now.lines()) <= FileNotes.MOST_LINES)
                .map(now -> Comparison.of(old, now, WhiteSpace.SHOWN)));
    }

    private Side side(CommitId commit, String path) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            @Nullable
            TreeWalk found = TreeWalk.forPath(
                    repository, path, walk.parseCommit(Commits.id(commit)).getTree());
            if (found == null) {
                return Side.MISSING;
            }
            try (found) {
                return side(found.getFileMode(0), found.getObjectId(0));
            }
        }
    }

    private Side side(FileMode mode, ObjectId id) throws IOException {
        if (mode.equals(FileMode.TREE)) {
            return Side.MISSING;
        }
        if (mode.equals(FileMode.GITLINK)) {
            // As git writes it out; the commit is in another repository.
            byte[] line = ("Subproject commit " + id.name() + "\n").getBytes(StandardCharsets.UTF_8);
            return new Side(mode, id, Blob.of(line));
        }
        return new Side(mode, id, Blob.read(repository, id));
    }

    /** A file in a commit; {@code MISSING} where the commit does not have it. */
    record Side(FileMode mode, ObjectId id, Blob blob) {
        static final Side MISSING = new Side(FileMode.MISSING, ObjectId.zeroId(), Blob.EMPTY);

        boolean is(FileMode wanted) {
            return mode.equals(wanted);
        }
    }
}
