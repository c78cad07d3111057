package org.obsenv.domain.signoff;

import java.time.Instant;

/** How a seat stands to a candidate. */
public sealed interface SeatState {
    /** Acknowledged, and it counts. */
    record Signed(Act act, Deed.Acknowledged deed) implements SeatState {}

    /** Nobody signed; since when it could have been. */
    record Waiting(Instant since) implements SeatState {}

    /** Objected, and not withdrawn. */
    record Objecting(Act act, String comment) implements SeatState {}

    /** Acknowledged another image of the same tag: on show, struck through, and to be asked again. */
    record Struck(Act act) implements SeatState {}

    /** Acknowledged too long ago. */
    record Expired(Act act, Instant at) implements SeatState {}
}
