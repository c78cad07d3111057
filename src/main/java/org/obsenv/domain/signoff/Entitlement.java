package org.obsenv.domain.signoff;

import java.time.Instant;
import java.util.List;

/** By what right somebody may acknowledge in a seat. Decided at the moment of writing, and not again. */
public sealed interface Entitlement {
    /** The seat is her own. */
    record Own() implements Entitlement {}

    /** A holder let her, for a time that is now. */
    record Designated(String holder) implements Entitlement {}

    record None() implements Entitlement {}

    static Entitlement of(Seat seat, List<Designation> designations, String account, Instant at) {
        if (seat.isHeldBy(account)) {
            return new Own();
        }
        return designations.stream()
                .filter(each -> each.allows(account, seat, at))
                .<Entitlement>map(each -> new Designated(each.holder()))
                .findFirst()
                .orElseGet(None::new);
    }
}
