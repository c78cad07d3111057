package org.obsenv.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.changes.Counterpart;
import org.obsenv.words.Words;

/**
 * One search for the same changes in the default branches. By patch a commit is held against what a branch reaches and the
 * commit does not, as {@code git cherry branch commit} does; merges have no patch. Of each branch the newest 5,000 such
 * commits are looked at, and 64 MiB of files are read at most: what is not found within that is unknown.
 */
final class Counterparts {
    /** Half a dozen years of a busy package. */
    static final int MOST_COMMITS = 5_000;

    static final int MOST_FILES = 2_000;
    static final long MOST_BYTES = 64L * 1024 * 1024;

    private final GitRepository repository;
    private final RevWalk walk;
    private final DefaultBranches defaults;
    private final CommitGraph graph;
    private final PatchId patches;
    private final Words words = Words.of("reading");

    /** The commits that are still looked for, by the paths that they change. */
    private final Map<List<String>, List<Integer>> sought = new HashMap<>();

    private final Map<Integer, List<TreeChange>> changes = new HashMap<>();
    private final Map<Integer, Optional<String>> patchIds = new HashMap<>();
    private final Map<Integer, Counterpart> found = new HashMap<>();

    private Counterparts(GitRepository repository, RevWalk walk, DefaultBranches defaults, List<RevCommit> asked)
            throws IOException {
        this.repository = repository;
        this.walk = walk;
        this.defaults = defaults;
        List<RevCommit> tips = new ArrayList<>(defaults.tips());
        tips.addAll(asked);
        this.graph = CommitGraph.of(walk, tips);
        this.patches = new PatchId(repository.jgit(), MOST_BYTES);
    }

    static Map<CommitId, Counterpart> of(GitRepository repository, Collection<CommitId> asked) throws IOException {
        try (RevWalk walk = new RevWalk(repository.jgit())) {
            DefaultBranches defaults = DefaultBranches.of(repository.jgit(), walk);
            List<RevCommit> commits = new ArrayList<>();
            for (CommitId each : asked) {
                commits.add(walk.parseCommit(Commits.id(each)));
            }
            Optional<String> doubt = doubt(defaults, repository.isShallow(), Words.of("reading"));
            Counterparts search = new Counterparts(repository, walk, defaults, commits);
            Map<CommitId, Counterpart> answers = new LinkedHashMap<>();
            search.run(commits.stream().map(search.graph::number).toList(), doubt);
            for (RevCommit each : commits) {
                answers.put(Commits.id(each), search.found.get(search.graph.number(each)));
            }
            return answers;
        }
    }

    /** Why it cannot be said of a commit that it is in no default branch. */
    static Optional<String> doubt(DefaultBranches defaults, boolean isShallow, Words words) {
        if (defaults.branches().isEmpty()) {
            return Optional.of(words.text("history.no-default"));
        }
        return isShallow ? Optional.of(words.text("history.shallow")) : Optional.empty();
    }

    private void run(List<Integer> asked, Optional<String> doubt) throws IOException {
        DefaultBranches.Reached reached = defaults.in(graph);
        for (int each : asked) {
            Optional<Counterpart> byCommit = reached.byCommit(each);
            if (byCommit.isPresent()) {
                found.put(each, byCommit.get());
            } else if (doubt.isPresent()) {
                found.put(each, new Counterpart.Unknown(doubt.get()));
            } else {
                seek(each);
            }
        }
        List<Integer> open = asked.stream()
                .filter(each -> !found.containsKey(each))
                .distinct()
                .sorted()
                .toList();
        if (open.isEmpty()) {
            return;
        }
        BitSet common = new Common(graph, open).ancestors();
        Optional<String> beyond = Optional.empty();
        for (int i = 0; i < defaults.branches().size(); i++) {
            String branch = defaults.branches().get(i).name();
            if (!look(branch, reached.each().get(i), common)) {
                beyond = Optional.of(branch);
            }
        }
        for (int each : open) {
            found.putIfAbsent(each, notFound(beyond));
        }
    }

    private Counterpart notFound(Optional<String> beyond) {
        if (beyond.isPresent()) {
            return new Counterpart.Unknown(
                    words.text("counterpart.bounded", "most", MOST_COMMITS, "branch", beyond.get()));
        }
        return new Counterpart.Missing(defaults.names());
    }

    private void seek(int number) throws IOException {
        RevCommit commit = graph.commit(number);
        if (commit.getParentCount() > 1) {
            found.put(number, new Counterpart.NothingToCarry());
            return;
        }
        Optional<List<TreeChange>> touched = TreeChange.of(repository.jgit(), walk, commit, MOST_FILES);
        if (touched.isEmpty()) {
            found.put(number, new Counterpart.Unknown(words.text("counterpart.many-files", "most", MOST_FILES)));
        } else if (touched.get().isEmpty()) {
            found.put(number, new Counterpart.NothingToCarry());
        } else {
            changes.put(number, touched.get());
            sought.computeIfAbsent(paths(touched.get()), key -> new ArrayList<>())
                    .add(number);
        }
    }

    private static List<String> paths(List<TreeChange> changes) {
        return changes.stream().map(TreeChange::path).toList();
    }

    /** Looks through a branch; false when not through all of it. */
    private boolean look(String branch, BitSet reached, BitSet common) throws IOException {
        BitSet pool = (BitSet) reached.clone();
        pool.andNot(common);
        List<Integer> newestFirst = pool.stream()
                .boxed()
                .filter(each -> graph.parents(each).length < 2)
                .sorted(Comparator.comparingInt(
                        (Integer each) -> -graph.commit(each).getCommitTime()))
                .toList();
        for (int each : newestFirst.subList(0, Math.min(MOST_COMMITS, newestFirst.size()))) {
            RevCommit commit = graph.commit(each);
            Optional<List<TreeChange>> touched = TreeChange.of(repository.jgit(), walk, commit, MOST_FILES);
            List<Integer> alike = touched.map(all -> sought.getOrDefault(paths(all), List.of()))
                    .orElseGet(List::of);
            for (int wanted : List.copyOf(alike)) {
                compare(branch, wanted, each, touched.orElseThrow());
            }
        }
        return newestFirst.size() <= MOST_COMMITS;
    }

    private void compare(String branch, int wanted, int candidate, List<TreeChange> touched) throws IOException {
        if (found.get(wanted) instanceof Counterpart.SamePatch
                || graph.reach(wanted).get(candidate)) {
            return;
        }
        Optional<String> mine = patchId(wanted, changes.getOrDefault(wanted, List.of()));
        Optional<String> its = patchId(candidate, touched);
        if (mine.isEmpty() || its.isEmpty()) {
            found.put(wanted, new Counterpart.Unknown(words.text("counterpart.large")));
        } else if (mine.equals(its) && !graph.reach(wanted).get(candidate)) {
            found.put(wanted, new Counterpart.SamePatch(branch, Commits.id(graph.commit(candidate))));
        }
    }

    private Optional<String> patchId(int number, List<TreeChange> touched) throws IOException {
        Optional<String> known = patchIds.get(number);
        if (known == null) {
            known = patches.of(touched);
            patchIds.put(number, known);
        }
        return known;
    }
}
