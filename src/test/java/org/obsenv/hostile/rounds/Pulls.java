package org.obsenv.hostile.rounds;

import java.util.List;

/** The auto-pull of some rounds. Over when closed; what it told then fails a test. */
interface Pulls extends AutoCloseable {
    /** How often its process was started. */
    int started();

    /** How often it was stopped at a rename and woken later. */
    int stops();

    /** How often a waiter ended it. */
    int killed();

    /** After {@link #close}: what it said when it did not end well. */
    List<String> refused();

    @Override
    void close() throws InterruptedException;
}
