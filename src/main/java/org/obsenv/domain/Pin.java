package org.obsenv.domain;

import java.time.Instant;
import java.util.Optional;

/** What the base list says of a package, held against the package's repository. */
public sealed interface Pin {
    /** How the pin's text names its commit; a branch moves, so it is said. */
    enum Kind {
        TAG,
        COMMIT,
        BRANCH
    }

    /**
     * The text names exactly one commit.
     *
     * @param name the text as the list spells it
     * @param committedAt when that commit was made, for the pin's age
     */
    record Resolved(String name, Kind kind, CommitId commit, Instant committedAt) implements Pin {}

    /** The list says that the package stays where it is, at this commit. */
    record Kept(CommitId commit, Instant committedAt) implements Pin {}

    /** The list names something that the repository does not have, or that fits several commits. */
    record Unresolved(String name, String problem) implements Pin {}

    /** The list does not name the package. */
    record Absent() implements Pin {}

    /** The list or the repository could not be read. */
    record Unknown(String reason) implements Pin {}

    /** The commit that the package is to have; empty where the pin tells none. */
    default Optional<CommitId> pinned() {
        return switch (this) {
            case Resolved resolved -> Optional.of(resolved.commit());
            case Kept kept -> Optional.of(kept.commit());
            case Unresolved unresolved -> Optional.empty();
            case Absent absent -> Optional.empty();
            case Unknown unknown -> Optional.empty();
        };
    }
}
