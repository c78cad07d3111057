package org.obsenv.protocol;

import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;

/** Runs {@code signoff} on the privileged side. Blocks; call from a background thread. */
public interface SignOffGateway {
    /** Runs it to its end; never throws for what it does. Its word is not the proof: read the store. */
    Outcome run(SignOffRequest request);

    /** Asks whether this person may run it, without running it. */
    Permission permission();

    /** The command that a person types by hand. */
    String typedCommand();

    /**
     * From now on a password, where the site wants one, is asked for in a window of its own, by a program that is not the
     * caller: there it is typed, and from there sudo gets it.
     *
     * @param theme the written name of the theme to show it in
     */
    default void askInWindow(String theme) {}
}
