package org.obsenv.clones;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Flag;
import org.obsenv.git.GitRepository;

/** What {@code git status} would say of a work tree, in two words, without touching it. One thread at a time. */
final class WorkTreeScan {
    private final CloneLayout clone;
    private final WatchedFiles indexFile;
    private final TrackedCheck tracked = new TrackedCheck();
    private final UntrackedSearch untracked;
    private @Nullable Index index;
    private @Nullable WatchedFiles ruleFiles;
    private Optional<CommitId> compared = Optional.empty();
    private boolean isStaged;

    WorkTreeScan(CloneLayout clone) {
        this.clone = clone;
        this.indexFile = new WatchedFiles(List.of(clone.gitDirectory().resolve("index")));
        this.untracked = new UntrackedSearch(clone.workTree(), clone.commonDirectory());
    }

    /** {@link Flag#UNCOMMITTED} and {@link Flag#UNTRACKED} where they hold. */
    Set<Flag> scan(GitRepository repository, CommitId head, Instant now) throws IOException {
        Index current = index();
        WatchedFiles rules = ruleFiles;
        if (rules == null || rules.look()) {
            untracked.forget();
            ruleFiles = watchRules(current);
        }
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (current.isUnmerged() || isStaged(current, repository, head) || tracked.isAnyChanged(current, repository)) {
            flags.add(Flag.UNCOMMITTED);
        }
        if (untracked.isAnyUntracked(current, now)) {
            flags.add(Flag.UNTRACKED);
        }
        return flags;
    }

    private Index index() throws IOException {
        Index known = index;
        if (known != null && !indexFile.look()) {
            return known;
        }
        indexFile.look();
        Index read = Index.read(indexFile.files().getFirst(), clone.workTree());
        index = read;
        ruleFiles = null;
        compared = Optional.empty();
        return read;
    }

    private WatchedFiles watchRules(Index current) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(clone.commonDirectory().resolve("info/exclude"));
        for (Path directory : current.children().keySet()) {
            files.add(directory.resolve(".gitignore"));
        }
        WatchedFiles watched = new WatchedFiles(files);
        watched.look();
        return watched;
    }

    private boolean isStaged(Index current, GitRepository repository, CommitId head) throws IOException {
        if (!compared.equals(Optional.of(head))) {
            isStaged = differs(current, repository, head);
            compared = Optional.of(head);
        }
        return isStaged;
    }

    private static boolean differs(Index current, GitRepository repository, CommitId head) throws IOException {
        try (RevWalk commits = new RevWalk(repository.jgit())) {
            ObjectId tree = commits.parseCommit(ObjectId.fromString(head.hex())).getTree();
            if (current.tree().equals(Optional.of(tree))) {
                return false;
            }
            try (TreeWalk walk = new TreeWalk(repository.jgit())) {
                walk.addTree(tree);
                walk.addTree(new DirCacheIterator(current.cache()));
                walk.setRecursive(true);
                walk.setFilter(TreeFilter.ANY_DIFF);
                return walk.next();
            }
        }
    }
}
