package org.obsenv.protocol;

import java.util.function.Consumer;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;

/** Runs verbs on the privileged side. Blocks; call from a background thread. */
public interface VerbGateway {
    /**
     * Runs the verb to its end.
     *
     * @param progress called on the calling thread for every progress event
     * @return how it ended, {@link Outcome.Unheard} when its end was not heard; never throws for what the verb does
     */
    Outcome run(Request request, Consumer<Event.Progress> progress);

    /** Asks whether this person may run the verb, without running it. */
    Permission permission(Verb verb);

    /** The command a person types to do the same by hand, e.g. {@code sudo -u obs_user /usr/lib/obsenv/rollback}. */
    String typedCommand(Verb verb);
}
