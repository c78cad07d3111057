package org.obsenv.git;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Flag;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;

/**
 * What a source says of a package before its commits are compared.
 *
 * @param running the commit that importing processes get
 * @param deployHead the newest known head of the deploy branch
 * @param flags what the source alone can tell
 * @param reason what a person should know of it already
 */
public record SourceFacts(
        PackageName name,
        Known<CommitId> running,
        Known<CommitId> deployHead,
        Set<Flag> flags,
        Optional<String> reason) {
    public SourceFacts {
        EnumSet<Flag> copy = EnumSet.noneOf(Flag.class);
        copy.addAll(flags);
        flags = Collections.unmodifiableSet(copy);
    }

    /** The same with one more flag. */
    public SourceFacts with(Flag flag) {
        EnumSet<Flag> more = EnumSet.of(flag);
        more.addAll(flags);
        return new SourceFacts(name, running, deployHead, more, reason);
    }

    /** The same with a reason, unless it has one. */
    public SourceFacts because(String text) {
        return new SourceFacts(name, running, deployHead, flags, reason.or(() -> Optional.of(text)));
    }
}
