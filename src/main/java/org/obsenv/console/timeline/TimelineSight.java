package org.obsenv.console.timeline;

import java.util.Optional;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.timeline.Timeline;
import org.obsenv.domain.timeline.Turn;

/** What is known here of what ran when. */
public sealed interface TimelineSight {
    /** The first look has not come back yet. */
    record NotYet() implements TimelineSight {}

    /** It cannot be read; nothing older stays on show. */
    record Blind(String reason) implements TimelineSight {}

    record Seen(Timeline timeline) implements TimelineSight {
        /** What the journal comes to: whether times and counts that are worked out from it can be relied on. */
        Doubt doubt() {
            if (!timeline.facts().isWhole()) {
                return Doubt.GAPS;
            }
            boolean fits = timeline.facts().running().equals(liveNow());
            return fits ? Doubt.NONE : Doubt.DOES_NOT_FIT;
        }

        private Optional<GenerationId> liveNow() {
            return timeline.turns().stream()
                    .flatMap(turn -> turn.live().stream())
                    .filter(Turn.Live::isNow)
                    .map(Turn.Live::generation)
                    .findFirst();
        }
    }

    /** Why the journal is not all there is to know. */
    enum Doubt {
        NONE,
        /** Entries cannot be read. */
        GAPS,
        /** By the journal something else would run than does. */
        DOES_NOT_FIT
    }
}
