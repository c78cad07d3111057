package org.obsenv.console.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Known;
import org.obsenv.domain.changes.Counterpart;
import org.obsenv.domain.changes.RangeCommit;
import org.obsenv.domain.changes.RangeHistory;

/**
 * The commits of a package that are to be reviewed.
 *
 * @param between from the pin to what runs
 * @param coming from what runs to the deploy head
 */
record Review(RangeHistory between, Known<RangeHistory> coming) {
    static final RangeHistory NOTHING = new RangeHistory(List.of(), List.of(), 0);

    /** In the order of the list: what the deploy head would bring, what runs beyond the pin, what the pin has alone. */
    List<RangeCommit> commits() {
        List<RangeCommit> all = new ArrayList<>();
        coming.found().ifPresent(each -> all.addAll(each.gained()));
        all.addAll(between.gained());
        all.addAll(between.lost());
        return all;
    }

    Optional<RangeCommit> find(CommitId id) {
        return commits().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Those for which another commit with the same patch is to be looked for. */
    List<CommitId> unsought() {
        return commits().stream()
                .filter(each -> each.counterpart() instanceof Counterpart.NotByCommit)
                .map(RangeCommit::id)
                .distinct()
                .toList();
    }

    /** The same with what was found; where nothing was found because it could not be looked for, with why. */
    Review with(Known<Map<CommitId, Counterpart>> found) {
        return new Review(with(between, found), coming.map(each -> with(each, found)));
    }

    private static RangeHistory with(RangeHistory history, Known<Map<CommitId, Counterpart>> found) {
        return new RangeHistory(with(history.gained(), found), with(history.lost(), found), history.cut());
    }

    private static List<RangeCommit> with(List<RangeCommit> commits, Known<Map<CommitId, Counterpart>> found) {
        return commits.stream().map(each -> with(each, found)).toList();
    }

    private static RangeCommit with(RangeCommit commit, Known<Map<CommitId, Counterpart>> found) {
        if (!(commit.counterpart() instanceof Counterpart.NotByCommit)) {
            return commit;
        }
        return switch (found) {
            case Known.Unknown<Map<CommitId, Counterpart>>(String reason) ->
                commit.with(new Counterpart.Unknown(reason));
            case Known.Value<Map<CommitId, Counterpart>>(Map<CommitId, Counterpart> answers) ->
                commit.with(answers.getOrDefault(commit.id(), commit.counterpart()));
        };
    }
}
