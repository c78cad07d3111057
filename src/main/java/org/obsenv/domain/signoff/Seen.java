package org.obsenv.domain.signoff;

import java.util.Map;

/**
 * What this person has seen of each document of the store, kept outside of it: a store that was put back to an older
 * state as a whole cannot show that by itself.
 */
public interface Seen {
    /** The newest revision seen of each document, by its path in the store; empty when nothing is remembered. */
    Map<String, Revision> known();

    /** Remembers these; failing to is no error, it is then remembered another time. */
    void remember(Map<String, Revision> newest);

    /** Remembers nothing. */
    static Seen nothing() {
        return new Seen() {
            @Override
            public Map<String, Revision> known() {
                return Map.of();
            }

            @Override
            public void remember(Map<String, Revision> newest) {}
        };
    }
}
