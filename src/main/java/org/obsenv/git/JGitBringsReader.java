package org.obsenv.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.basing.Brings;
import org.obsenv.domain.basing.BringsReader;

/** Reads what a pin would bring from repositories on disk, each question within the time limit of its {@link BoundedReads}. */
public final class JGitBringsReader implements BringsReader {
    private static final String TAGS = "refs/tags/";
    private static final String HOTFIXES = "refs/tags/hotfix/";

    private final JGitChangeReader.Places places;
    private final BoundedReads reads;

    public JGitBringsReader(JGitChangeReader.Places places, BoundedReads reads) {
        this.places = places;
        this.reads = reads;
    }

    @Override
    public Known<Brings> brings(PackageName name, CommitId from, CommitId to, Optional<CommitId> running) {
        return reads.one(name, asked -> {
            try (GitRepository repository = GitRepository.open(places.gitDirectory(asked))) {
                return read(repository, from, to, running);
            }
        });
    }

    private static Brings read(GitRepository repository, CommitId from, CommitId to, Optional<CommitId> running)
            throws IOException {
        List<ObjectId> releases = releases(repository);
        int gained = 0;
        try (RevWalk walk = new RevWalk(repository.jgit())) {
            Set<ObjectId> tagged = new HashSet<>(releases);
            for (RevCommit each :
                    BothSides.of(walk, Commits.id(from), Commits.id(to)).rightOnly()) {
                gained += tagged.contains(each.getId()) ? 1 : 0;
            }
        }
        List<CommitId> hotfixes = running.isEmpty() ? List.of() : hotfixes(repository, releases, from, running.get());
        int contained = 0;
        for (CommitId each : hotfixes) {
            contained += contains(repository, to, each) ? 1 : 0;
        }
        return new Brings(
                repository.compare(to, from).drift(),
                gained,
                hotfixes.size(),
                contained,
                running.equals(Optional.of(to)));
    }

    private static boolean contains(GitRepository repository, CommitId holder, CommitId held) throws IOException {
        try (RevWalk walk = new RevWalk(repository.jgit())) {
            return walk.isMergedInto(walk.parseCommit(Commits.id(held)), walk.parseCommit(Commits.id(holder)));
        }
    }

    /** Each commit that bears a release's tag, once however many it bears. */
    private static List<ObjectId> releases(GitRepository repository) throws IOException {
        List<ObjectId> found = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository.jgit())) {
            for (Ref ref : repository.jgit().getRefDatabase().getRefsByPrefix(TAGS)) {
                if (!ref.getName().startsWith(HOTFIXES)) {
                    PinResolver.commit(ref, walk).ifPresent(each -> found.add(each.getId()));
                }
            }
        }
        return found.stream().distinct().toList();
    }

    /** What was pushed to the deploy branch itself and is in no release: not a merge, and on the branch's own line. */
    private static List<CommitId> hotfixes(
            GitRepository repository, List<ObjectId> releases, CommitId from, CommitId running) throws IOException {
        Set<ObjectId> line = new HashSet<>();
        List<CommitId> found = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository.jgit())) {
            walk.markStart(walk.parseCommit(Commits.id(running)));
            walk.markUninteresting(walk.parseCommit(Commits.id(from)));
            for (ObjectId each : releases) {
                walk.markUninteresting(walk.parseCommit(each));
            }
            ObjectId next = Commits.id(running);
            List<RevCommit> beyond = new ArrayList<>();
            walk.forEach(beyond::add);
            Set<ObjectId> there = new HashSet<>();
            beyond.forEach(each -> there.add(each.getId()));
            while (there.contains(next)) {
                line.add(next);
                RevCommit commit = walk.parseCommit(next);
                if (commit.getParentCount() == 0) {
                    break;
                }
                next = commit.getParent(0).getId();
            }
            for (RevCommit each : beyond) {
                if (line.contains(each.getId()) && each.getParentCount() == 1) {
                    found.add(Commits.id(each));
                }
            }
        }
        return found;
    }
}
