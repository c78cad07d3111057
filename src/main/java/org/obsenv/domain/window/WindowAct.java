package org.obsenv.domain.window;

import java.time.Instant;

/**
 * What a named person said of one session, sealed in the store.
 *
 * @param number its place in the document, from 1; also the name of an extra session that it adds
 * @param actor who said it, by sudo's word
 */
public record WindowAct(int number, Instant at, String actor, WindowChange change) {
    /** Whether it is about that session, or made it. */
    public boolean isAbout(String window, SessionName session) {
        return change.window().equals(window)
                && change.about().orElseGet(() -> new SessionName.Extra(number)).equals(session);
    }
}
