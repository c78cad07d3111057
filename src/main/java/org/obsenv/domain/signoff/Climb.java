package org.obsenv.domain.signoff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.obsenv.domain.signoff.LiveActs.Found;

/** Works out a {@link Standing}. */
final class Climb {
    private final Policy policy;
    private final Candidate candidate;
    private final Digest digest;
    private final Instant now;
    private final LiveActs acts;

    Climb(Policy policy, Candidate candidate, Digest digest, Instant now) {
        this.policy = policy;
        this.candidate = candidate;
        this.digest = digest;
        this.now = now;
        this.acts = new LiveActs(candidate);
    }

    Standing standing() {
        Map<Policy.Cell, CellState> checks = new LinkedHashMap<>();
        policy.cells().forEach(cell -> checks.put(cell, cell(cell)));
        Instant since = waitingSince(checks);
        Map<Seat, SeatState> seats = new LinkedHashMap<>();
        policy.seats().forEach(seat -> seats.put(seat, seat(seat, since)));
        List<Standing.Rung> rungs = new ArrayList<>();
        policy.steps().forEach(step -> rungs.add(new Standing.Rung(step, step(step, checks, seats))));
        return new Standing(candidate, digest, rungs, seats, checks, pulled());
    }

    private StepState step(Step step, Map<Policy.Cell, CellState> checks, Map<Seat, SeatState> seats) {
        return switch (step) {
            case Step.Proposal proposal -> done(acts.newest(Deed.Proposed.class, found -> true));
            case Step.Meeting meeting -> meeting(meeting);
            case Step.Checks all -> checks(checks.values());
            case Step.Ticket ticket -> done(acts.newest(Deed.TicketOpened.class, found -> true));
            case Step.SignOff signOff -> signOff(seats.values());
            case Step.Promotion promotion -> promotion();
        };
    }

    private StepState meeting(Step.Meeting meeting) {
        return acts.newest(
                        Deed.MeetingHeld.class,
                        found -> found.deed().meeting().equals(meeting.id()) && isOfThisImage(found))
                .<StepState>map(held ->
                        held.deed().agreed() ? new StepState.Done(held.act().at()) : new StepState.Against())
                .orElseGet(StepState.Open::new);
    }

    private StepState promotion() {
        return candidate
                .promotion()
                .filter(act -> act.digest().equals(digest))
                .<StepState>map(act -> new StepState.Done(act.at()))
                .orElseGet(StepState.Open::new);
    }

    private static StepState checks(Collection<CellState> cells) {
        List<Act> passed = cells.stream()
                .flatMap(cell -> cell instanceof CellState.Passed each ? Stream.of(each.act()) : Stream.empty())
                .toList();
        return cells.stream().anyMatch(CellState.Failed.class::isInstance)
                ? new StepState.Against()
                : counted(passed, cells.size());
    }

    private static StepState signOff(Collection<SeatState> seats) {
        List<Act> signed = seats.stream()
                .flatMap(seat -> seat instanceof SeatState.Signed each ? Stream.of(each.act()) : Stream.empty())
                .toList();
        return seats.stream().anyMatch(SeatState.Objecting.class::isInstance)
                ? new StepState.Against()
                : counted(signed, seats.size());
    }

    /** A step of nothing is never done: a policy without seats or checks leaves the step out. */
    private static StepState counted(List<Act> there, int wanted) {
        if (there.isEmpty()) {
            return new StepState.Open();
        }
        return there.size() < wanted
                ? new StepState.Partly(there.size(), wanted)
                : new StepState.Done(there.stream()
                        .map(Act::at)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    private CellState cell(Policy.Cell cell) {
        return acts.newest(Deed.Checked.class, found -> found.deed().cell().equals(cell) && isOfThisImage(found))
                .<CellState>map(found -> switch (found.deed().result()) {
                    case PASSED -> new CellState.Passed(found.act(), found.deed());
                    case FAILED -> new CellState.Failed(found.act(), found.deed());
                })
                .orElseGet(CellState.Missing::new);
    }

    private SeatState seat(Seat seat, Instant since) {
        Optional<Found<Deed.Objected>> objection = acts.newest(
                Deed.Objected.class, found -> found.deed().seat().equals(seat.id()) && isOfThisImage(found));
        if (objection.isPresent()) {
            return new SeatState.Objecting(
                    objection.get().act(), objection.get().deed().comment());
        }
        // An older one of this image counts before a newer one of another: the tag may have come back.
        return signature(seat, true)
                .or(() -> signature(seat, false))
                .map(this::judged)
                .orElseGet(() -> new SeatState.Waiting(since));
    }

    private Optional<Found<Deed.Acknowledged>> signature(Seat seat, boolean ofThisImage) {
        return acts.newest(
                Deed.Acknowledged.class,
                found -> found.deed().seat().equals(seat.id()) && isOfThisImage(found) == ofThisImage);
    }

    private SeatState judged(Found<Deed.Acknowledged> signed) {
        if (!isOfThisImage(signed)) {
            return new SeatState.Struck(signed.act());
        }
        Optional<Instant> end =
                policy.lasts().map((Duration lasts) -> signed.act().at().plus(lasts));
        return end.filter(each -> !now.isBefore(each)).isPresent()
                ? new SeatState.Expired(signed.act(), end.get())
                : new SeatState.Signed(signed.act(), signed.deed());
    }

    /** When the last step before the sign-off was done; while one is open, when it was proposed. */
    private Instant waitingSince(Map<Policy.Cell, CellState> checks) {
        Instant since = acts.newest(Deed.Proposed.class, found -> true)
                .map(found -> found.act().at())
                .orElse(now);
        for (Step step : policy.steps()) {
            if (step instanceof Step.SignOff) {
                break;
            }
            if (step(step, checks, Map.of()) instanceof StepState.Done(Instant at) && at.isAfter(since)) {
                since = at;
            }
        }
        return since;
    }

    private Set<String> pulled() {
        Set<String> pulled = new LinkedHashSet<>();
        for (String deployment : policy.deployments()) {
            if (acts.newest(
                            Deed.Pulled.class,
                            found -> found.deed().deployment().equals(deployment) && isOfThisImage(found))
                    .isPresent()) {
                pulled.add(deployment);
            }
        }
        return pulled;
    }

    private boolean isOfThisImage(Found<?> found) {
        return found.act().digest().equals(digest);
    }

    private static <D extends Deed> StepState done(Optional<Found<D>> found) {
        return found.<StepState>map(each -> new StepState.Done(each.act().at())).orElseGet(StepState.Open::new);
    }
}
