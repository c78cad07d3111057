package org.obsenv.console.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obsenv.console.support.Tag;
import org.obsenv.domain.changes.CommitKind;
import org.obsenv.domain.changes.Counterpart;
import org.obsenv.domain.changes.RangeCommit;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** What a commit is, as a few words in frames, and at length for the hint. Pure. */
final class KindTexts {
    private static final int MOST_TAGS = 3;

    /** As the helper names what bears no other name. */
    private static final String HOT_FIX = "hotfix/";

    private final Words words;

    KindTexts(Words words) {
        this.words = words;
    }

    /** The kind first, then whether a default branch has it, then its tags. */
    List<Tag> tags(RangeCommit commit) {
        List<Tag> tags = new ArrayList<>();
        tags.add(kind(commit.kind()));
        counterpart(commit).ifPresent(tags::add);
        if (commit.isUntaggedHotFix()) {
            tags.add(new Tag(words.text("review.untagged"), Tag.Tone.WARN));
        }
        List<String> names =
                commit.tags().stream().filter(each -> !each.startsWith(HOT_FIX)).toList();
        if (names.size() < commit.tags().size()) {
            // Its name is a time and the commit: the hint has it.
            tags.add(new Tag(words.text("review.tagged"), Tag.Tone.QUIET));
        }
        names.stream().limit(MOST_TAGS).forEach(each -> tags.add(new Tag(Visible.line(each), Tag.Tone.QUIET)));
        if (names.size() > MOST_TAGS) {
            tags.add(new Tag(words.text("review.more-tags", "n", names.size() - MOST_TAGS), Tag.Tone.QUIET));
        }
        return tags;
    }

    private Tag kind(CommitKind kind) {
        return switch (kind) {
            case CommitKind.HotFix fix -> new Tag(words.text("review.hot-fix"), Tag.Tone.WARN);
            case CommitKind.ReleaseMerge release ->
                new Tag(words.text("review.release", "tag", Visible.line(release.tag())), Tag.Tone.QUIET);
            case CommitKind.MergedBy merged ->
                new Tag(words.text("review.merged-by", "commit", merged.merge().abbreviated()), Tag.Tone.QUIET);
            case CommitKind.PlainMerge merge -> new Tag(words.text("review.merge"), Tag.Tone.QUIET);
            case CommitKind.FromDefault from ->
                new Tag(words.text("review.from", "branch", from.branch()), Tag.Tone.QUIET);
            case CommitKind.OffDeploy off -> new Tag(words.text("review.off-deploy"), Tag.Tone.WARN);
            case CommitKind.Unclear unclear -> new Tag(words.text("review.unclear"), Tag.Tone.WARN);
        };
    }

    private Optional<Tag> counterpart(RangeCommit commit) {
        return switch (commit.counterpart()) {
            case Counterpart.SameCommit(String branch) ->
                Optional.of(new Tag(words.text("review.in", "branch", branch), Tag.Tone.GOOD));
            case Counterpart.SamePatch same ->
                Optional.of(new Tag(words.text("review.in.patch", "branch", same.branch()), Tag.Tone.GOOD));
            case Counterpart.Missing(List<String> branches) ->
                Optional.of(new Tag(words.text("review.not-in", "branches", joined(branches)), Tag.Tone.BAD));
            case Counterpart.NotByCommit(List<String> branches) ->
                Optional.of(new Tag(words.text("review.looking", "branches", joined(branches)), Tag.Tone.QUIET));
            case Counterpart.Unknown unknown -> Optional.of(new Tag(words.text("review.in.unknown"), Tag.Tone.WARN));
            case Counterpart.NothingToCarry nothing ->
                commit.kind() instanceof CommitKind.HotFix
                        ? Optional.of(new Tag(words.text("review.empty"), Tag.Tone.QUIET))
                        : Optional.empty();
        };
    }

    private String joined(List<String> branches) {
        return String.join(words.text("review.or"), branches);
    }

    /** Lines for the hint: what the frames leave out. */
    String hint(RangeCommit commit) {
        StringBuilder text = new StringBuilder();
        if (commit.kind() instanceof CommitKind.MergedBy merged) {
            text.append('\n').append(words.text("review.hint.merged-by", "commit", merged.merge()));
        }
        if (commit.kind() instanceof CommitKind.Unclear(String reason)) {
            text.append('\n').append(words.text("review.hint.unclear", "why", Visible.line(reason)));
        }
        commit.ticket().ifPresent(ticket -> ticket.merge().ifPresent(merge -> text.append('\n')
                .append(words.text("review.hint.ticket", "ticket", ticket.id(), "commit", merge))));
        if (commit.counterpart() instanceof Counterpart.SamePatch same) {
            text.append('\n').append(words.text("review.hint.patch", "branch", same.branch(), "commit", same.twin()));
        }
        if (commit.counterpart() instanceof Counterpart.Unknown(String reason)) {
            text.append('\n').append(words.text("review.hint.in-unknown", "why", Visible.line(reason)));
        }
        if (!commit.tags().isEmpty()) {
            text.append('\n')
                    .append(words.text("review.hint.tags", "tags", Visible.line(String.join(", ", commit.tags()))));
        }
        return text.toString();
    }
}
