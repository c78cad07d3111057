package org.obsenv.domain.handover;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.timeline.GenerationFacts;
import org.obsenv.domain.timeline.Timeline;

/** What each package ran at the end of a night against its start. */
public sealed interface Net {
    /** Packages that ran the same are not in it. */
    record Known(List<PackageMove> moves) implements Net {
        public Known {
            moves = List.copyOf(moves);
        }
    }

    /** What ran when cannot be read. */
    record Unreadable(String reason) implements Net {}

    /** What the journal tells of that time cannot be relied on, or does not reach so far. */
    record Doubtful(Timeline.Doubt doubt) implements Net {}

    /** One of the two generations is not there any more, or cannot be read. */
    record Gone(GenerationId generation) implements Net {}

    /** Between two generations of a timeline that is in no doubt; empty for one that nobody knows. */
    static Net between(Timeline past, Optional<GenerationId> start, Optional<GenerationId> end) {
        if (past.doubt() != Timeline.Doubt.NONE || start.isEmpty() || end.isEmpty()) {
            return new Doubtful(past.doubt());
        }
        Optional<GenerationFacts> before = past.facts().generation(start.get());
        Optional<GenerationFacts> after = past.facts().generation(end.get());
        if (before.isEmpty() || after.isEmpty()) {
            return new Gone(before.isEmpty() ? start.get() : end.get());
        }
        return new Known(
                PackageMove.between(before.get().packages(), after.get().packages()));
    }
}
