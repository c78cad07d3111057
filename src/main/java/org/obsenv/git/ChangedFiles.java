package org.obsenv.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.diff.FileText;

/** The files that differ between two commits, with renames, and lines counted while that is cheap. */
final class ChangedFiles {
    // Two neighbouring tags can differ by a quarter of a million lines; nobody reads such counts.
    private static final long BYTES_COUNTED = 16L * 1024 * 1024;
    private static final int NOT_COUNTED = -1;

    // A tree may name the same directory in many places: a push of some kilobytes holds ten thousand million files.
    private static final int MOST = 50_000;
    // Beyond, what was added is held against what was deleted pair by pair, for minutes and in gigabytes.
    private static final int MOST_RENAMES = 5_000;

    private final Repository repository;
    private long bytesLeft = BYTES_COUNTED;

    ChangedFiles(Repository repository) {
        this.repository = repository;
    }

    /**
     * In path order.
     *
     * @throws IOException also when more than 50,000 files differ
     */
    List<FileChange> between(CommitId from, CommitId to) throws IOException {
        List<DiffEntry> entries = scan(from, to);
        Map<String, DiffEntry> deleted = new HashMap<>();
        for (DiffEntry each : entries) {
            if (each.getChangeType() == DiffEntry.ChangeType.DELETE) {
                deleted.put(each.getOldPath(), each);
            }
        }
        List<FileChange> changes = new ArrayList<>();
        Set<DiffEntry> rest = new LinkedHashSet<>();
        for (DiffEntry each : entries) {
            Optional<DiffEntry> twin = each.getChangeType() == DiffEntry.ChangeType.ADD
                    ? Optional.ofNullable(deleted.get(each.getNewPath()))
                    : Optional.empty();
            if (twin.isPresent() || isOfAnotherType(each)) {
                // JGit tells a file that became a link as deleted and added; git, and people, say its type changed.
                String path = each.getNewPath();
                changes.add(new FileChange(FileChange.Kind.TYPE_CHANGED, path, path, NOT_COUNTED, NOT_COUNTED));
                twin.ifPresent(rest::remove);
            } else {
                rest.add(each);
            }
        }
        for (DiffEntry each : rest.size() > MOST_RENAMES ? rest : withRenames(rest)) {
            changes.add(change(each));
        }
        changes.sort(Comparator.comparing(FileChange::path));
        return List.copyOf(changes);
    }

    /** A link to what the file was, byte for byte: JGit calls that modified, until its renames take it apart. */
    private static boolean isOfAnotherType(DiffEntry entry) {
        return entry.getChangeType() == DiffEntry.ChangeType.MODIFY
                && (entry.getOldMode().getBits() & FileMode.TYPE_MASK)
                        != (entry.getNewMode().getBits() & FileMode.TYPE_MASK);
    }

    private List<DiffEntry> scan(CommitId from, CommitId to) throws IOException {
        try (RevWalk commits = new RevWalk(repository);
                TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(commits.parseCommit(Commits.id(from)).getTree());
            walk.addTree(commits.parseCommit(Commits.id(to)).getTree());
            walk.setRecursive(true);
            walk.setFilter(new DiffersUpTo(MOST));
            return DiffEntry.scan(walk);
        }
    }

    private Collection<DiffEntry> withRenames(Collection<DiffEntry> entries) throws IOException {
        RenameDetector renames = new RenameDetector(repository);
        renames.addAll(entries);
        return renames.compute();
    }

    private FileChange change(DiffEntry entry) throws IOException {
        Optional<LineCounts> counts = count(entry);
        int added = counts.map(LineCounts::added).orElse(NOT_COUNTED);
        int removed = counts.map(LineCounts::removed).orElse(NOT_COUNTED);
        String newPath = entry.getNewPath();
        String oldPath = entry.getOldPath();
        return switch (entry.getChangeType()) {
            case ADD -> new FileChange(FileChange.Kind.ADDED, newPath, newPath, added, removed);
            case COPY -> new FileChange(FileChange.Kind.ADDED, newPath, newPath, added, removed);
            case DELETE -> new FileChange(FileChange.Kind.DELETED, oldPath, oldPath, added, removed);
            case MODIFY -> new FileChange(FileChange.Kind.MODIFIED, newPath, newPath, added, removed);
            case RENAME -> new FileChange(FileChange.Kind.RENAMED, newPath, oldPath, added, removed);
        };
    }

    private Optional<LineCounts> count(DiffEntry entry) throws IOException {
        Optional<FileText> before = text(entry.getOldMode(), entry.getOldId());
        Optional<FileText> after = text(entry.getNewMode(), entry.getNewId());
        return before.isPresent() && after.isPresent()
                ? Optional.of(LineCounts.of(before.get(), after.get()))
                : Optional.empty();
    }

    private Optional<FileText> text(FileMode mode, AbbreviatedObjectId id) throws IOException {
        if (mode.equals(FileMode.MISSING)) {
            return Optional.of(FileText.EMPTY);
        }
        if (mode.equals(FileMode.GITLINK) || bytesLeft <= 0) {
            return Optional.empty();
        }
        Blob blob = Blob.read(repository, id.toObjectId());
        bytesLeft -= blob.size();
        return blob.text();
    }
}
