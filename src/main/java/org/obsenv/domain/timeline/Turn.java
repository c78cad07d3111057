package org.obsenv.domain.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.JournalEntry;

/**
 * An act that moved one of the environment's links, or a head that the gate kept from moving one.
 *
 * @param link which one
 * @param to the generation that the link came to name; empty where the act says none
 * @param live when importing processes got what it came to; empty for an act that did not change what they get
 */
public record Turn(JournalEntry act, Link link, Optional<GenerationId> to, Optional<Live> live) {
    /** The links that acts move. */
    public enum Link {
        CURRENT,
        DEPLOY,
        BASE,
        /** None: a head was refused. */
        NONE
    }

    /**
     * A time in which one generation was live.
     *
     * @param to when the next became live; empty while it still is
     */
    public record Live(GenerationId generation, Instant from, Optional<Instant> to) {
        public boolean isNow() {
            return to.isEmpty();
        }

        public boolean isAt(Instant time) {
            return !time.isBefore(from) && to.map(time::isBefore).orElse(true);
        }

        public Duration length(Instant now) {
            return Duration.between(from, to.orElse(now));
        }
    }
}
