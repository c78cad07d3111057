package org.obsenv.domain.signoff;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the policy and everything that was done come to, for the image that a candidate's tag means now.
 *
 * <p>Meetings, checks, acknowledgements and "pulled to nodes" count only for the digest they were given for; the
 * proposal and the ticket are of the tag.
 *
 * @param digest the image that the tag means now
 * @param rungs the ladder, in the policy's order
 * @param seats in the policy's order
 * @param checks row by row
 * @param pulled the deployments where the image is on all nodes
 */
public record Standing(
        Candidate candidate,
        Digest digest,
        List<Rung> rungs,
        Map<Seat, SeatState> seats,
        Map<Policy.Cell, CellState> checks,
        Set<String> pulled) {
    /** One step of the ladder and how far the candidate got on it. */
    public record Rung(Step step, StepState state) {
        public boolean isDone() {
            return state instanceof StepState.Done;
        }
    }

    public Standing {
        rungs = List.copyOf(rungs);
        seats = Collections.unmodifiableMap(new LinkedHashMap<>(seats));
        checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
        pulled = Collections.unmodifiableSet(new LinkedHashSet<>(pulled));
    }

    /** Pure: the same arguments come to the same standing. */
    public static Standing of(Policy policy, Candidate candidate, Digest digest, Instant now) {
        return new Climb(policy, candidate, digest, now).standing();
    }

    /** Every step before the promotion is done. */
    public boolean isAgreed() {
        return openSteps() == 0;
    }

    public boolean isPromoted() {
        return rungs.stream().anyMatch(each -> each.step() instanceof Step.Promotion && each.isDone());
    }

    /** The first step that is not done. */
    public Optional<Rung> next() {
        return rungs.stream().filter(each -> !each.isDone()).findFirst();
    }

    /** How many steps before the promotion are not done. */
    public long openSteps() {
        return rungs.stream()
                .filter(each -> !(each.step() instanceof Step.Promotion) && !each.isDone())
                .count();
    }

    /** How many seats have signed. */
    public int signed() {
        return (int) seats.values().stream()
                .filter(SeatState.Signed.class::isInstance)
                .count();
    }
}
