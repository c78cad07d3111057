package org.obsenv.hostile.history;

import java.time.Instant;
import java.util.Optional;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.SwitchToken;
import org.obsenv.protocol.Verb;

/**
 * One verb as its operator saw it, who trusts neither the disk nor the journal.
 *
 * @param id travels in the request as its initials, by which the journal's entry is known again
 * @param claimed the link that the request says was seen; empty when typed by hand
 * @param looked the latest moment at which it can have looked at {@code current} to decide: when the token was read, or
 *     for one typed by hand when it was stopped, or else when it ended
 * @param invoked just before its process was started
 * @param responded just after its process had ended
 */
public record Operation(
        String id,
        Verb verb,
        Optional<SwitchToken> claimed,
        Instant looked,
        Instant invoked,
        Instant responded,
        Ending ending) {
    /** How it ended, by its own word. */
    public sealed interface Ending {
        /** Acknowledged; {@code at}: when its rename had returned. */
        record Switched(String from, String to, Instant at) implements Ending {}

        /** It was there already. */
        record NothingToDo() implements Ending {}

        record Refused(Refusal refusal) implements Ending {}

        record Failed(String problem) implements Ending {}

        /** It died without a word, killed by whoever waited for it: it may have moved the link. */
        record Unheard() implements Ending {}
    }

    Optional<Ending.Switched> switched() {
        return ending instanceof Ending.Switched switched ? Optional.of(switched) : Optional.empty();
    }

    boolean mayHaveMoved() {
        return ending instanceof Ending.Switched || ending instanceof Ending.Unheard;
    }

    /** Whether it leads away from base by a person's decision. */
    boolean leaves() {
        return verb == Verb.RESUME || verb == Verb.SWITCH;
    }
}
