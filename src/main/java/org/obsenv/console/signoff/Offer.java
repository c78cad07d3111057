package org.obsenv.console.signoff;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Rules;
import org.obsenv.domain.signoff.Ruling;
import org.obsenv.domain.signoff.Seat;

/** What the page's one primary button is for. */
sealed interface Offer {
    /**
     * Signing in a seat, for its holder where she is only her designate.
     *
     * @param due every step before the sign-off is done: it is she who is waited for
     */
    record Sign(Seat seat, Deed.Acknowledged deed, Digest digest, int openChecks, boolean due) implements Offer {}

    /** It is her seat, and something is in the way. */
    record Blocked(Seat seat, Ruling.Forbidden why) implements Offer {}

    /** Nothing is waiting for this person. */
    record Nothing() implements Offer {}

    /** Whether this person is waited for. */
    default boolean isDue() {
        return this instanceof Sign sign && sign.due();
    }

    /** What the rules leave this person to do. Pure; the verb asks the same rules again at the moment of writing. */
    static Offer of(Rules rules, Candidate candidate, Digest digest, boolean due) {
        Offer blocked = new Nothing();
        for (Seat seat : rules.policy().seats()) {
            Ruling ruling =
                    rules.of(candidate, digest, new Deed.Acknowledged(seat.id(), Optional.empty(), Optional.empty()));
            if (ruling instanceof Ruling.Allowed(Deed deed, int open) && deed instanceof Deed.Acknowledged signed) {
                return new Sign(seat, signed, digest, open, due);
            }
            if (ruling instanceof Ruling.Forbidden forbidden
                    && blocked instanceof Nothing
                    && IN_THE_WAY.contains(forbidden.refusal())) {
                blocked = new Blocked(seat, forbidden);
            }
        }
        return blocked;
    }

    /** Refusals that tell a holder what is in her way; the others say that there is nothing for her to do. */
    List<Refusal> IN_THE_WAY = List.of(Refusal.CHECKS_OPEN, Refusal.SELF_SIGN);
}
