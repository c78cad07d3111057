package org.obsenv.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** One path that differs between a commit and its first parent; a rename is two of them. */
record TreeChange(String path, FileMode oldMode, ObjectId oldId, FileMode newMode, ObjectId newId) {
    /**
     * In the order of the trees; empty where more than so many differ.
     *
     * @param commit without parents, it is held against nothing
     */
    static Optional<List<TreeChange>> of(Repository repository, RevWalk commits, RevCommit commit, int most)
            throws IOException {
        List<TreeChange> changes = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            if (commit.getParentCount() == 0) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                RevCommit parent = commit.getParent(0);
                commits.parseHeaders(parent);
                walk.addTree(parent.getTree());
            }
            walk.addTree(commit.getTree());
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                if (changes.size() == most) {
                    return Optional.empty();
                }
                changes.add(new TreeChange(
                        walk.getPathString(),
                        walk.getFileMode(0),
                        walk.getObjectId(0),
                        walk.getFileMode(1),
                        walk.getObjectId(1)));
            }
        }
        return Optional.of(changes);
    }
}
