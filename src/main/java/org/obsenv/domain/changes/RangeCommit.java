package org.obsenv.domain.changes;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitSummary;

/**
 * One commit of a range, as a review shows it.
 *
 * @param before its first parent, which it is held against; empty for a commit without parents
 * @param ticket its own, else that of the innermost merge that brought it and names one
 * @param tags on the commit itself, the highest first, names of hot-fixes among them
 */
public record RangeCommit(
        CommitSummary summary,
        Optional<CommitId> before,
        CommitKind kind,
        Optional<Ticket> ticket,
        List<String> tags,
        Counterpart counterpart) {
    public RangeCommit {
        tags = List.copyOf(tags);
    }

    public CommitId id() {
        return summary.id();
    }

    /** The same after one more look for its counterpart. */
    public RangeCommit with(Counterpart found) {
        return new RangeCommit(summary, before, kind, ticket, tags, found);
    }

    /** True for a hot-fix that nobody gave a name. */
    public boolean isUntaggedHotFix() {
        return kind instanceof CommitKind.HotFix && tags.isEmpty();
    }
}
