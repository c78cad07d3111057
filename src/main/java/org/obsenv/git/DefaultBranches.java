package org.obsenv.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.obsenv.domain.changes.Counterpart;

/**
 * Where a package's work goes: those of develop, main and master that the repository has, in this order. The remote's as
 * last fetched; the repository's own where it has no remote's, as in a mirror.
 */
record DefaultBranches(List<Branch> branches) {
    private static final List<String> NAMES = List.of("develop", "main", "master");

    record Branch(String name, RevCommit tip) {}

    static DefaultBranches of(Repository repository, RevWalk walk) throws IOException {
        PinResolver resolver = new PinResolver(repository, PinResolver.Called.REVISION);
        List<Branch> found = new ArrayList<>();
        for (String name : NAMES) {
            Optional<RevCommit> tip = resolver.branch(name, walk);
            tip.ifPresent(each -> found.add(new Branch(name, each)));
        }
        return new DefaultBranches(List.copyOf(found));
    }

    List<RevCommit> tips() {
        return branches.stream().map(Branch::tip).toList();
    }

    List<String> names() {
        return branches.stream().map(Branch::name).toList();
    }

    Reached in(CommitGraph graph) {
        List<BitSet> reached = branches.stream()
                .map(each -> graph.reach(graph.number(each.tip())))
                .toList();
        return new Reached(this, reached);
    }

    /** What each of the branches reaches. */
    record Reached(DefaultBranches of, List<BitSet> each) {
        /** The first branch that reaches the commit. */
        Optional<String> branch(int commit) {
            for (int i = 0; i < each.size(); i++) {
                if (each.get(i).get(commit)) {
                    return Optional.of(of.branches().get(i).name());
                }
            }
            return Optional.empty();
        }

        Optional<Counterpart> byCommit(int commit) {
            return branch(commit).map(Counterpart.SameCommit::new);
        }
    }
}
