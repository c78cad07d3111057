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
}
