package org.obsenv.console.rollback;

import java.util.List;
import org.obsenv.console.reading.Sight;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Permission;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.Verdict;
import org.obsenv.protocol.Saw;

/** What may be offered for what is seen, and what to claim of having seen it. Pure. */
final class Offers {
    private Offers() {}

    static Offer offer(Sight sight, Permission permission) {
        // Before the permission: nobody has one where there is nothing to switch, and that is the reason to give.
        if (left(sight) instanceof SwitchState.WatchOnly) {
            return new Offer.Blocked(Offer.Why.WATCH_ONLY);
        }
        if (permission instanceof Permission.Denied) {
            return new Offer.Blocked(Offer.Why.NOT_PERMITTED);
        }
        return switch (sight) {
            case Sight.NotYet none -> new Offer.NotYetRead();
            // Never disabled for want of a reading: a stale mount is when a roll back may be needed most.
            case Sight.Blind blind -> new Offer.Unread();
            case Sight.Seen(EnvironmentReading reading) -> offer(reading);
        };
    }

    private static Offer offer(EnvironmentReading reading) {
        if (Verdict.isHeldAtBase(reading)) {
            return new Offer.Blocked(Offer.Why.HELD_AT_BASE);
        }
        if (reading.base() instanceof BaseState.NotBuilt) {
            return new Offer.NoBase();
        }
        return switch (reading.rollbackMoves()) {
            case Known.Value<List<PackageName>>(List<PackageName> moves) ->
                moves.isEmpty() ? new Offer.Hold() : new Offer.Move(moves.size());
            case Known.Unknown<List<PackageName>> unknown -> new Offer.Unread();
        };
    }

    /** Base as the screen showed it; nothing is claimed where nothing was shown. */
    static Saw saw(Sight sight) {
        if (sight instanceof Sight.Seen(EnvironmentReading reading)) {
            return reading.base().proven().<Saw>map(Saw.Base::new).orElseGet(Saw.Nothing::new);
        }
        return new Saw.Nothing();
    }

    /** What ran when the person decided. */
    static SwitchState left(Sight sight) {
        return sight.shown()
                .map(EnvironmentReading::current)
                .orElseGet(() -> new SwitchState.Unknown("not looked yet"));
    }
}
