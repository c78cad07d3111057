package org.obsenv.git;

import java.util.BitSet;
import java.util.List;

/**
 * What all of some commits reach, found by way of those among them that have no ancestor among them. Of very many such
 * it is not worked out and taken for nothing: it serves to leave out what need not be looked at.
 */
record Common(CommitGraph graph, List<Integer> commits) {
    // Each costs a walk through the whole graph; hot-fixes of one line need one.
    private static final int MOST = 64;

    BitSet ancestors() {
        List<Integer> oldest = withoutAncestors();
        if (oldest.size() > MOST) {
            return new BitSet();
        }
        BitSet common = graph.reach(oldest.getFirst());
        oldest.forEach(each -> common.and(graph.reach(each)));
        return common;
    }

    /** At least one. */
    private List<Integer> withoutAncestors() {
        BitSet asked = new BitSet(graph.size());
        commits.forEach(asked::set);
        BitSet above = new BitSet(graph.size());
        for (int each = 0; each < graph.size(); each++) {
            for (int parent : graph.parents(each)) {
                if (asked.get(parent) || above.get(parent)) {
                    above.set(each);
                }
            }
        }
        return commits.stream().filter(each -> !above.get(each)).toList();
    }
}
