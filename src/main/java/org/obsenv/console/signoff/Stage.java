package org.obsenv.console.signoff;

import java.time.Instant;
import java.util.Optional;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Doubt;
import org.obsenv.domain.signoff.SeatState;
import org.obsenv.domain.signoff.Standing;
import org.obsenv.domain.signoff.Step;
import org.obsenv.domain.signoff.StepState;

/** Where a candidate is, in the one word that its row has room for. The worst first. */
sealed interface Stage {
    /** The document is not as it was sealed. */
    record Unverified(Doubt doubt) implements Stage {}

    /** The registry's tag means another image than the one that people were asked about. */
    record Moved(Digest now) implements Stage {}

    /** The tag is gone from the registry. */
    record Gone() implements Stage {}

    record Objected(int seats) implements Stage {}

    record ChecksFail() implements Stage {}

    /** A meeting did not agree. */
    record NotAgreed(Step.Meeting meeting) implements Stage {}

    record Climbing(int signed, int seats) implements Stage {}

    /** Everything before the promotion is done. */
    record Agreed() implements Stage {}

    /** A move of the recommended tag is ordered and not verified. */
    record Ordered(boolean isReturn) implements Stage {}

    record Recommended(Instant since) implements Stage {}

    /** It was recommended, and another one is now. */
    record Superseded() implements Stage {}

    record Withdrawn() implements Stage {}

    /** Whether something speaks against it that a person must look at. */
    default boolean isBad() {
        return switch (this) {
            case Unverified unverified -> true;
            case Moved moved -> true;
            case Gone gone -> true;
            case Objected objected -> true;
            case ChecksFail fail -> true;
            case NotAgreed not -> true;
            case Climbing climbing -> false;
            case Agreed agreed -> false;
            case Ordered ordered -> false;
            case Recommended recommended -> false;
            case Superseded superseded -> false;
            case Withdrawn withdrawn -> false;
        };
    }

    /**
     * Works it out. Pure.
     *
     * @param tag what the tag means now; empty where nobody can say
     * @param isNewestPromoted whether no other candidate was recommended after it
     */
    static Stage of(
            CandidateReading reading,
            Standing standing,
            Optional<Looked<Optional<Digest>>> tag,
            boolean isNewestPromoted) {
        if (reading.doubt().isPresent()) {
            return new Unverified(reading.doubt().get());
        }
        Optional<Act> order = reading.candidate().order();
        if (order.isPresent()) {
            return new Ordered(order.get().deed() instanceof Deed.ReturnOrdered);
        }
        if (standing.isPromoted()) {
            return isNewestPromoted ? new Recommended(promotedAt(reading)) : new Superseded();
        }
        if (reading.candidate().image().isEmpty()) {
            return new Withdrawn();
        }
        Optional<Optional<Digest>> now = tag.flatMap(Looked::answer);
        if (now.isPresent() && now.get().isEmpty()) {
            return new Gone();
        }
        if (now.isPresent() && !now.get().equals(reading.candidate().image())) {
            return new Moved(now.get().get());
        }
        return ofLadder(standing);
    }

    private static Stage ofLadder(Standing standing) {
        int objecting = (int) standing.seats().values().stream()
                .filter(SeatState.Objecting.class::isInstance)
                .count();
        if (objecting > 0) {
            return new Objected(objecting);
        }
        for (Standing.Rung rung : standing.rungs()) {
            if (rung.state() instanceof StepState.Against) {
                return rung.step() instanceof Step.Meeting meeting ? new NotAgreed(meeting) : new ChecksFail();
            }
        }
        return standing.isAgreed()
                ? new Agreed()
                : new Climbing(standing.signed(), standing.seats().size());
    }

    private static Instant promotedAt(CandidateReading reading) {
        return reading.candidate().acts().reversed().stream()
                .filter(act -> act.deed() instanceof Deed.Promoted)
                .map(act -> act.at())
                .findFirst()
                .orElse(Instant.EPOCH);
    }
}
