package org.obsenv.console.acting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.SwitchState;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Verb;

/**
 * How an act that was started here ended.
 *
 * @param request what was asked
 * @param actor who asked, as this workstation knows it; the journal has what sudo proved
 * @param left what ran when it was asked for
 * @param heardAt when the outcome arrived here
 * @param took from asking to hearing
 * @param reason as it was given, or was explained later
 */
public record Ending(
        Request request,
        String actor,
        SwitchState left,
        Outcome outcome,
        Instant heardAt,
        Duration took,
        Optional<String> reason,
        Sighting sighting) {
    public Verb verb() {
        return request.verb();
    }

    public Ending sighted(Sighting now) {
        return new Ending(request, actor, left, outcome, heardAt, took, reason, now);
    }

    public Ending explained(String why) {
        return new Ending(request, actor, left, outcome, heardAt, took, Optional.of(why), sighting);
    }

    /** When the environment was switched: the server's word when it was heard. */
    public Instant switchedAt() {
        return outcome instanceof Outcome.Switched switched ? switched.at() : heardAt;
    }

    /** True when the outcome was not heard and the disk shows that it was done all the same, or the helper said so. */
    public boolean isDone() {
        return outcome instanceof Outcome.Switched || sighting instanceof Sighting.Seen;
    }

    /** True while the helper's word that it is done waits for this workstation's disk to show it. */
    public boolean isAwaited() {
        return outcome instanceof Outcome.Switched
                && (sighting instanceof Sighting.NotSought || sighting instanceof Sighting.Waiting);
    }

    /** When it was done, as far as it is known here: by the server's word, else when the disk showed it. */
    public Instant doneAt() {
        return !(outcome instanceof Outcome.Switched) && sighting instanceof Sighting.Seen seen
                ? seen.at()
                : switchedAt();
    }
}
