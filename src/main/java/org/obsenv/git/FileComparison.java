package org.obsenv.git;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.words.Words;

/** Compares one file of two commits line by line. */
final class FileComparison {
    /** A file in a commit; {@code MISSING} where the commit does not have it. */
    private record Side(FileMode mode, ObjectId id) {}

    private final Repository repository;
    private final int lineLimit;
    private final Words words = Words.of("reading");

    FileComparison(Repository repository, int lineLimit) {
        this.repository = repository;
        this.lineLimit = lineLimit;
    }

    FileDiff of(CommitId from, CommitId to, FileChange file) throws IOException {
        Side before = side(from, file.oldPath());
        Side after = side(to, file.path());
        UnifiedLines lines = new UnifiedLines(lineLimit);
        tellModes(before, after, lines);
        if (before.mode().equals(FileMode.GITLINK) || after.mode().equals(FileMode.GITLINK)) {
            lines.note(words.text("diff.submodule", "from", told(before), "to", told(after)));
        } else {
            compare(before, after, lines);
        }
        return new FileDiff(file, lines.lines(), lines.cut());
    }

    private void compare(Side before, Side after, UnifiedLines lines) throws IOException {
        Blob old = read(before);
        Blob now = read(after);
        Optional<RawText> oldText = old.text();
        Optional<RawText> newText = now.text();
        if (oldText.isPresent() && newText.isPresent()) {
            lines.hunks(oldText.get(), newText.get());
        } else {
            boolean isLarge = Math.max(old.size(), now.size()) > Blob.LARGEST;
            String key = isLarge ? "diff.large" : "diff.binary";
            lines.note(words.text(key, "from", old.size(), "to", now.size()));
        }
    }

    private void tellModes(Side before, Side after, UnifiedLines lines) {
        boolean both = !before.mode().equals(FileMode.MISSING) && !after.mode().equals(FileMode.MISSING);
        if (both && !before.mode().equals(after.mode())) {
            lines.note(words.text("diff.mode", "from", before.mode(), "to", after.mode()));
        }
    }

    private Blob read(Side side) throws IOException {
        return side.mode().equals(FileMode.MISSING)
                ? new Blob(0, Optional.of(new RawText(new byte[0])))
                : Blob.read(repository, side.id());
    }

    private static String told(Side side) {
        return side.mode().equals(FileMode.GITLINK) ? side.id().abbreviate(7).name() : "–";
    }

    private Side side(CommitId commit, String path) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            @Nullable
            TreeWalk found = TreeWalk.forPath(
                    repository, path, walk.parseCommit(Commits.id(commit)).getTree());
            if (found == null) {
                return new Side(FileMode.MISSING, ObjectId.zeroId());
            }
            try (found) {
                return found.getFileMode(0).equals(FileMode.TREE)
                        ? new Side(FileMode.MISSING, ObjectId.zeroId())
                        : new Side(found.getFileMode(0), found.getObjectId(0));
            }
        }
    }
}
