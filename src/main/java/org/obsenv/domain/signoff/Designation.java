package org.obsenv.domain.signoff;

import java.time.Instant;

/** A holder lets somebody else sign in her seat for a time: from {@code from} up to, not including, {@code to}. */
public record Designation(String seat, String holder, String designate, Instant from, Instant to) {
    boolean allows(String account, Seat wanted, Instant at) {
        return designate.equals(account)
                && seat.equals(wanted.id())
                && wanted.isHeldBy(holder)
                && !at.isBefore(from)
                && at.isBefore(to);
    }
}
