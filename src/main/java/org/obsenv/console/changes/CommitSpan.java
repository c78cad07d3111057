package org.obsenv.console.changes;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.changes.RangeCommit;

/** Which commits of a review are looked at together. */
sealed interface CommitSpan {
    /** From the pin to what runs. */
    record Whole() implements CommitSpan {}

    /** One commit, held against its first parent. */
    record One(RangeCommit commit) implements CommitSpan {}

    /** Several of one side: from the oldest one's first parent to the newest one. */
    record Several(RangeCommit oldest, RangeCommit newest, int count) implements CommitSpan {}

    /**
     * Of the chosen commits.
     *
     * @param chosen in the order of the list; of both sides of a divergence those of the first one's side count
     */
    static CommitSpan of(Review review, List<RangeCommit> chosen) {
        if (chosen.isEmpty()) {
            return new Whole();
        }
        boolean isLost = review.between().lost().contains(chosen.getFirst());
        List<RangeCommit> side = chosen.stream()
                .filter(each -> review.between().lost().contains(each) == isLost)
                .toList();
        return side.size() == 1 ? new One(side.getFirst()) : new Several(side.getLast(), side.getFirst(), side.size());
    }

    /** Its commits among all, in their order; none for the whole range, and where one of its ends is not among them. */
    default List<RangeCommit> within(List<RangeCommit> all) {
        return switch (this) {
            case Whole whole -> List.of();
            case One(RangeCommit commit) -> List.of(commit);
            case Several several -> {
                List<CommitId> ids = all.stream().map(RangeCommit::id).toList();
                int newest = ids.indexOf(several.newest().id());
                int oldest = ids.indexOf(several.oldest().id());
                yield newest < 0 || oldest < newest ? List.of() : all.subList(newest, oldest + 1);
            }
        };
    }

    /** Where it begins; empty at a commit without parents, and for the whole range. */
    default Optional<CommitId> from() {
        return switch (this) {
            case Whole whole -> Optional.empty();
            case One(RangeCommit commit) -> commit.before();
            case Several several -> several.oldest().before();
        };
    }
}
