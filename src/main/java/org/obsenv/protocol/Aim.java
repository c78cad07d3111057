package org.obsenv.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageName;

/** What a verb is to reach, where the verb alone does not say it. */
public sealed interface Aim {
    /** The verb says it all. */
    record None() implements Aim {}

    /**
     * That generation; for {@code switch}.
     *
     * @param until when the hold is meant to end; it only reminds
     */
    record Generation(GenerationId id, Optional<Instant> until) implements Aim {
        public Generation(GenerationId id) {
            this(id, Optional.empty());
        }
    }

    /** That it is found good, or is not any more; for {@code mark}. */
    record Marked(GenerationId id, boolean isGood) implements Aim {}

    /**
     * That change of the CSCs under test; for {@code csc}.
     *
     * @param saw the list's revision that the person saw
     */
    record Csc(int saw, CscChange change) implements Aim {}

    /**
     * That alarm; for {@code acknowledge}.
     *
     * @param raised when it was, as the person saw: one of the same cause that was raised later is another
     */
    record Acknowledge(String alarm, Instant raised) implements Aim {}

    /**
     * These packages at these revisions, the others as they run; for {@code deploy}.
     *
     * @param until when the test is meant to end; it only reminds
     */
    record Deploy(List<Deployed> packages, Optional<Instant> until) implements Aim {
        public Deploy {
            packages = List.copyOf(packages);
        }
    }

    /**
     * What {@code prune} and {@code adopt} showed and are to do.
     *
     * @param plan what was shown; empty to be shown it
     * @param oldClones of {@code prune}: those that adopt kept and that are to go
     */
    record Planned(Optional<String> plan, List<String> oldClones) implements Aim {
        /** To be shown what would be done. */
        public static final Planned PREVIEW = new Planned(Optional.empty(), List.of());

        public Planned {
            oldClones = List.copyOf(oldClones);
        }
    }

    /**
     * Base from the list with that change; for {@code set-base}.
     *
     * @param saw the SHA-256 of the list that the person reviewed
     */
    record SetBase(String saw, ListChange change) implements Aim {}

    /** That the list of that SHA-256 was looked at and is right; for {@code review-base}. */
    record Reviewed(String saw) implements Aim {}

    /** That this refused head passes the gate all the same; for {@code sync}, which then fetches nothing. */
    record LetPass(PackageName name, CommitId commit) implements Aim {
        /** The journal's word for it. */
        public static final String ACT = "let-pass";
    }
}
