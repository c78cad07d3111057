package org.obsenv.console.timeline;

import java.util.Optional;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.SwitchState;
import org.obsenv.protocol.Saw;

/** Whether an act of the page may be asked for. */
public sealed interface ActOffer {
    /**
     * It may.
     *
     * @param saw what is on the screen; it travels with the request
     * @param left what runs
     * @param why this one, in words
     */
    record Offered(GenerationId id, Saw saw, SwitchState left, String why) implements ActOffer {}

    /**
     * It may not.
     *
     * @param id what it would be about; empty where nothing is chosen or known
     * @param why in words
     */
    record Blocked(Optional<GenerationId> id, String why) implements ActOffer {}
}
