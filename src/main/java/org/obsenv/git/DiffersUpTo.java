package org.obsenv.git;

import java.io.IOException;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.obsenv.words.Words;

/** What differs between the trees of a walk, and an end to the walk when that is more than so many files. */
final class DiffersUpTo extends TreeFilter {
    private final int most;
    private int files;

    DiffersUpTo(int most) {
        this.most = most;
    }

    @Override
    public boolean include(TreeWalk walk) throws IOException {
        boolean differs = ANY_DIFF.include(walk);
        if (differs && !walk.isSubtree() && ++files > most) {
            throw new IOException(Words.of("reading").text("files.too-many", "most", most));
        }
        return differs;
    }

    @Override
    public boolean shouldBeRecursive() {
        return ANY_DIFF.shouldBeRecursive();
    }

    @Override
    public TreeFilter clone() {
        return new DiffersUpTo(most);
    }
}
