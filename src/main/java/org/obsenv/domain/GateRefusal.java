package org.obsenv.domain;

import java.util.List;

/**
 * What the gate found of a deploy head that it keeps out for good.
 *
 * @param author whose commit it is, as the commit says: a claim
 * @param what in a few words, such as "does not compile"
 * @param lines the first lines of the reason
 * @param canPass whether a maintainer can let it pass; nobody can a tree that is not safe to have on the disk
 */
public record GateRefusal(String author, String what, List<String> lines, boolean canPass) {
    public GateRefusal {
        lines = List.copyOf(lines);
    }
}
