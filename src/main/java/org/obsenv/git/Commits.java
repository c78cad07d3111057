package org.obsenv.git;

import java.time.Instant;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitSummary;

/** JGit's commits as the domain's values. */
final class Commits {
    private Commits() {}

    static ObjectId id(CommitId commit) {
        return ObjectId.fromString(commit.hex());
    }

    static CommitId id(RevCommit commit) {
        return new CommitId(commit.name());
    }

    /** The commit's body must have been parsed. */
    static CommitSummary summary(RevCommit commit) {
        @Nullable PersonIdent author = commit.getAuthorIdent();
        String message = commit.getFullMessage();
        return new CommitSummary(
                id(commit),
                message.lines().findFirst().orElse(""),
                author == null ? "" : author.getName(),
                Instant.ofEpochSecond(commit.getCommitTime()));
    }
}
