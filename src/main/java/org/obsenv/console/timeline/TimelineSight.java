package org.obsenv.console.timeline;

import org.obsenv.domain.timeline.Timeline;

/** What is known here of what ran when. */
public sealed interface TimelineSight {
    /** The first look has not come back yet. */
    record NotYet() implements TimelineSight {}

    /** It cannot be read; nothing older stays on show. */
    record Blind(String reason) implements TimelineSight {}

    record Seen(Timeline timeline) implements TimelineSight {
        /** Whether times and counts that are worked out from it can be relied on. */
        boolean isCertain() {
            return timeline.doubt() == Timeline.Doubt.NONE;
        }
    }
}
