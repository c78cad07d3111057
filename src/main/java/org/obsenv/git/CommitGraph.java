package org.obsenv.git;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.obsenv.words.Words;

/**
 * All commits that some commits reach, numbered so that every commit has a higher number than its ancestors. Exact
 * whatever the commits' dates say. One thread at a time; the commits belong to the walk they were read with.
 */
final class CommitGraph {
    /** Far beyond a package's 4,000; a history longer than this is not read. */
    static final int MOST = 200_000;

    private final List<RevCommit> commits = new ArrayList<>();
    private final List<int[]> parents = new ArrayList<>();
    private final Map<AnyObjectId, Integer> numbers = new HashMap<>();

    private CommitGraph() {}

    /**
     * Reads the graph.
     *
     * @throws IOException also when a commit is missing, and when there are more than 200,000
     */
    static CommitGraph of(RevWalk walk, Collection<RevCommit> tips) throws IOException {
        CommitGraph graph = new CommitGraph();
        Set<RevCommit> opened = new HashSet<>();
        Deque<RevCommit> path = new ArrayDeque<>();
        for (RevCommit tip : tips) {
            path.push(tip);
            while (!path.isEmpty()) {
                RevCommit top = path.element();
                if (opened.add(top)) {
                    walk.parseHeaders(top);
                    for (RevCommit parent : top.getParents()) {
                        if (!opened.contains(parent)) {
                            path.push(parent);
                        }
                    }
                } else {
                    path.pop();
                    graph.number(top);
                }
            }
        }
        return graph;
    }

    private void number(RevCommit commit) throws IOException {
        if (numbers.putIfAbsent(commit, commits.size()) != null) {
            return;
        }
        if (commits.size() == MOST) {
            throw new IOException(Words.of("reading").text("history.too-long", "most", MOST));
        }
        int[] mine = new int[commit.getParentCount()];
        for (int i = 0; i < mine.length; i++) {
            mine[i] = numbers.getOrDefault(commit.getParent(i), 0);
        }
        commits.add(commit);
        parents.add(mine);
    }

    int size() {
        return commits.size();
    }

    /** The number of a commit that the tips reach. */
    int number(AnyObjectId commit) {
        Integer number = numbers.get(commit);
        if (number == null) {
            throw new IllegalArgumentException("not in the graph: " + commit.name());
        }
        return number;
    }

    RevCommit commit(int number) {
        return commits.get(number);
    }

    /** The numbers of its parents, all lower, in the order of the commit. */
    int[] parents(int number) {
        return parents.get(number);
    }

    /** Everything a commit reaches, itself too. */
    BitSet reach(int tip) {
        BitSet reached = new BitSet(tip + 1);
        reached.set(tip);
        for (int n = tip; n >= 0; n = reached.previousSetBit(n - 1)) {
            for (int parent : parents.get(n)) {
                reached.set(parent);
            }
        }
        return reached;
    }
}
