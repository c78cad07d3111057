package org.obsenv.domain.window;

import java.time.Instant;
import java.util.Optional;

/**
 * What can be said of one session. Later ones add to earlier ones: a session that was moved may be confirmed,
 * cancelled, and confirmed again.
 */
public sealed interface WindowChange {
    String window();

    /** Which session it is about; empty where it makes a new one. */
    Optional<SessionName> about();

    /** It takes place as it stands. */
    record Confirmed(String window, SessionName session) implements WindowChange {
        @Override
        public Optional<SessionName> about() {
            return Optional.of(session);
        }
    }

    /** It takes place at another time. */
    record Moved(String window, SessionName session, Instant start, Instant end) implements WindowChange {
        public Moved {
            WindowSession.requireOrder(window, start, end);
        }

        @Override
        public Optional<SessionName> about() {
            return Optional.of(session);
        }
    }

    /** It goes on for longer than planned. */
    record Overran(String window, SessionName session, Instant end) implements WindowChange {
        @Override
        public Optional<SessionName> about() {
            return Optional.of(session);
        }
    }

    /** It does not take place. */
    record Cancelled(String window, SessionName session) implements WindowChange {
        @Override
        public Optional<SessionName> about() {
            return Optional.of(session);
        }
    }

    /** One more, of no rule. */
    record Added(String window, Instant start, Instant end) implements WindowChange {
        public Added {
            WindowSession.requireOrder(window, start, end);
        }

        @Override
        public Optional<SessionName> about() {
            return Optional.empty();
        }
    }
}
