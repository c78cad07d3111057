package org.obsenv.git;

import java.time.DateTimeException;
import java.time.Instant;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.util.RawParseUtils;
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
        String message = commit.getFullMessage();
        return new CommitSummary(
                id(commit),
                message.lines().findFirst().orElse(""),
                author(commit),
                Instant.ofEpochSecond(commit.getCommitTime()));
    }

    private static String author(RevCommit commit) {
        try {
            @Nullable PersonIdent author = commit.getAuthorIdent();
            return author == null ? "" : author.getName();
        } catch (DateTimeException e) {
            // A date past every calendar says nothing of the name before it.
            byte[] raw = commit.getRawBuffer();
            int begin = RawParseUtils.author(raw, 0);
            int end = begin < 0 ? begin : RawParseUtils.nextLF(raw, begin, '<') - 1;
            return end < begin || begin < 0
                    ? ""
                    : RawParseUtils.decode(raw, begin, end).strip();
        }
    }
}
