package org.obsenv.console.letpass;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;

/**
 * A deploy head that is kept out, in words.
 *
 * @param what why in a few words, such as "does not compile"
 * @param commitLine its subject, whose it is and its age, as far as they are known
 * @param lines the first lines of the reason
 * @param barred why nobody can let it pass; empty where a maintainer can
 */
public record RefusedHead(
        PackageName name,
        CommitId commit,
        String what,
        String commitLine,
        List<String> lines,
        Optional<String> barred) {
    public RefusedHead {
        lines = List.copyOf(lines);
    }

    boolean isSameCommit(RefusedHead other) {
        return name.equals(other.name) && commit.equals(other.commit);
    }
}
