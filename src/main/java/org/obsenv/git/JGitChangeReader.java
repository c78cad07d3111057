package org.obsenv.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.obsenv.domain.ChangeReader;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;

/** Reads changes from repositories on disk, each question within the time limit of its {@link BoundedReads}. */
public final class JGitChangeReader implements ChangeReader {
    /** Where a package's {@code HEAD} is. */
    @FunctionalInterface
    public interface Places {
        Path gitDirectory(PackageName name) throws IOException;
    }

    /** Reads one answer from an open repository. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(GitRepository repository) throws IOException;
    }

    private final Places places;
    private final BoundedReads reads;

    public JGitChangeReader(Places places, BoundedReads reads) {
        this.places = places;
        this.reads = reads;
    }

    @Override
    public Known<CommitRange> commits(PackageName name, CommitId from, CommitId to, int limit) {
        return ask(name, repository -> {
            try (RevWalk walk = new RevWalk(repository.jgit())) {
                BothSides sides = BothSides.of(walk, Commits.id(from), Commits.id(to));
                List<RevCommit> lost = sides.leftOnly();
                List<RevCommit> gained = sides.rightOnly();
                int cut = Math.max(0, lost.size() - limit) + Math.max(0, gained.size() - limit);
                return new CommitRange(summaries(walk, gained, limit), summaries(walk, lost, limit), cut);
            }
        });
    }

    private static List<CommitSummary> summaries(RevWalk walk, List<RevCommit> commits, int limit) throws IOException {
        List<CommitSummary> summaries = new ArrayList<>();
        for (RevCommit each : commits.subList(0, Math.min(limit, commits.size()))) {
            walk.parseBody(each);
            summaries.add(Commits.summary(each));
        }
        return summaries;
    }

    @Override
    public Known<List<FileChange>> files(PackageName name, CommitId from, CommitId to) {
        return ask(name, repository -> new ChangedFiles(repository.jgit()).between(from, to));
    }

    @Override
    public Known<FileDiff> diff(PackageName name, CommitId from, CommitId to, FileChange file) {
        return ask(name, repository -> new FileComparison(repository.jgit()).of(from, to, file));
    }

    private <T> Known<T> ask(PackageName name, Question<T> question) {
        return reads.one(name, asked -> {
            try (GitRepository repository = GitRepository.open(places.gitDirectory(asked))) {
                return question.ask(repository);
            }
        });
    }
}
