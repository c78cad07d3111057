package org.obsenv.domain.changes;

import java.util.List;
import org.obsenv.domain.CommitId;

/** Whether what a commit changes is in the package's default branch: that of develop, main and master which it has. */
public sealed interface Counterpart {
    /** The branch reaches the commit itself. */
    record SameCommit(String branch) implements Counterpart {}

    /**
     * The branch has another commit that makes the same change, as {@code git cherry} tells it: the same patch id, and not
     * among the commit's own ancestors.
     */
    record SamePatch(String branch, CommitId twin) implements Counterpart {}

    /** None of the branches reaches the commit; whether one has its patch was not asked yet. */
    record NotByCommit(List<String> branches) implements Counterpart {
        public NotByCommit {
            branches = List.copyOf(branches);
        }
    }

    /** All of them were looked through, and none has it. */
    record Missing(List<String> branches) implements Counterpart {
        public Missing {
            branches = List.copyOf(branches);
        }
    }

    /** A merge, or a commit that changes no file: there is nothing that could be elsewhere. */
    record NothingToCarry() implements Counterpart {}

    /** Could not look, or not at all of it, and why; never the same as {@link Missing}. */
    record Unknown(String reason) implements Counterpart {}
}
