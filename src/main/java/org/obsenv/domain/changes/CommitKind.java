package org.obsenv.domain.changes;

import java.util.Optional;
import org.obsenv.domain.CommitId;

/**
 * What a commit is to the deploy branch. Three things decide: its <em>line</em>, which is the deploy head and from there
 * always the first parent ({@code git log --first-parent}); the <em>default branches</em>, which are those of develop,
 * main and master that the repository has; and the tags.
 *
 * <p>The rules, first match: without a deploy head {@link Unclear}. A commit of the line with two parents or more is a
 * {@link ReleaseMerge} or a {@link PlainMerge}, any other one {@link FromDefault} or a {@link HotFix}. A commit beside the
 * line that the deploy head reaches is {@link MergedBy}. What the deploy head does not reach is a {@link PlainMerge} where
 * it has two parents, else {@link OffDeploy}.
 */
public sealed interface CommitKind {
    /**
     * A merge of the line, in no default branch, one of whose further parents is in a default branch and bears a tag; the
     * first such parent counts. Names of hot-fixes ({@code hotfix/…}) are no releases.
     *
     * @param tag the highest of its tags, numbers in them compared as numbers
     */
    record ReleaseMerge(String tag, CommitId tagged) implements CommitKind {}

    /** A commit of the line that is no merge and in no default branch: pushed straight to deploy. */
    record HotFix() implements CommitKind {}

    /**
     * Brought by a merge: the oldest commit of the line that reaches it. Its first parent does not
     * ({@code git rev-list merge ^merge^1}).
     *
     * @param ticket what that merge's own message names
     */
    record MergedBy(CommitId merge, Optional<String> ticket) implements CommitKind {}

    /** A merge that is no release. */
    record PlainMerge() implements CommitKind {}

    /** A commit of the line that is no merge and in that default branch too, as after a fast-forward. */
    record FromDefault(String branch) implements CommitKind {}

    /** The deploy head does not reach it, and it is no merge. */
    record OffDeploy() implements CommitKind {}

    /** Could not be told, and why. */
    record Unclear(String reason) implements CommitKind {}
}
