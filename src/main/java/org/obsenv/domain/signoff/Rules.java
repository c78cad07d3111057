package org.obsenv.domain.signoff;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.image.ImageTag;

/**
 * Who may do what, decided at the moment of writing. Pure: a console asks the same before it offers a button.
 *
 * @param designations that stand; their dates are compared with {@code now}
 * @param actor who asks
 */
public record Rules(Policy policy, List<Designation> designations, String actor, Instant now) {
    public Rules {
        designations = List.copyOf(designations);
    }

    /** Whether that tag may be proposed at all: trials and dailies pass no gate, and an alias is no image. */
    public static Optional<Ruling.Forbidden> ofTag(ImageTag tag) {
        return switch (tag.type()) {
            case RELEASE, CANDIDATE, WEEKLY -> Optional.empty();
            case DAILY, EXPERIMENTAL, ALIAS, UNKNOWN ->
                Optional.of(new Ruling.Forbidden(Refusal.NOT_A_CANDIDATE, Map.of("tag", tag.text())));
        };
    }

    /** About a candidate, bound to an image. */
    public Ruling of(Candidate candidate, Digest digest, Deed deed) {
        Optional<Digest> image = candidate.image();
        if (!candidate.isOpen() || image.isEmpty()) {
            return new Ruling.Forbidden(Refusal.CANDIDATE_CLOSED, Map.of("candidate", candidate.id()));
        }
        if (deed instanceof Deed.Proposed) {
            return digest.equals(image.get())
                    ? new Ruling.Forbidden(Refusal.ALREADY_PROPOSED, Map.of("candidate", candidate.id()))
                    : new Ruling.Allowed(deed, 0);
        }
        if (!digest.equals(image.get())) {
            return new Ruling.Forbidden(
                    Refusal.DIGEST_MOVED,
                    Map.of("saw", digest.shortened(), "now", image.get().shortened()));
        }
        Standing standing = Standing.of(policy, candidate, digest, now);
        return switch (deed) {
            case Deed.Proposed proposed -> new Ruling.Allowed(deed, 0);
            case Deed.MeetingHeld held ->
                policy.hasMeeting(held.meeting()) ? recorded(deed) : unknown("meeting", held.meeting(), meetings());
            case Deed.TicketOpened opened -> ticket(candidate, opened);
            case Deed.Checked checked -> checked(checked);
            case Deed.Acknowledged signed -> signed(standing, signed);
            case Deed.Objected objected -> objected(standing, objected);
            case Deed.Withdrew withdrew -> withdrew(candidate, withdrew);
            case Deed.PackagesListed listed ->
                PackageRules.against(candidate, digest, listed)
                        .orElseGet(() -> isProposer(candidate) ? new Ruling.Allowed(deed, 0) : recorded(deed));
            case Deed.Pulled pulled -> pulled(standing, pulled);
            // Nobody's word is taken for where the recommended tag points: TagRules, and what the tag says.
            case Deed.PromotionOrdered ordered -> notByHand(candidate);
            case Deed.Promoted promoted -> notByHand(candidate);
            case Deed.ReturnOrdered ordered -> notByHand(candidate);
            case Deed.Returned returned -> notByHand(candidate);
        };
    }

    /** About who may sign in a seat: its holder alone. */
    public Optional<Ruling.Forbidden> of(List<DesignationAct> acts, DesignationAct.Change change) {
        return switch (change) {
            case DesignationAct.Change.Made made -> {
                Optional<Seat> seat = policy.seat(made.seat());
                if (seat.isEmpty()) {
                    yield Optional.of(unknown("seat", made.seat(), seats()));
                }
                yield seat.get().isHeldBy(actor) ? Optional.empty() : Optional.of(notYours(seat.get()));
            }
            case DesignationAct.Change.Ended(int number) ->
                acts.stream()
                                .anyMatch(each -> each.number() == number
                                        && each.actor().equals(actor)
                                        && each.change() instanceof DesignationAct.Change.Made)
                        ? Optional.empty()
                        : Optional.of(nothingToWithdraw(number));
        };
    }

    private Ruling recorded(Deed deed) {
        return policy.mayRecord(actor)
                ? new Ruling.Allowed(deed, 0)
                : new Ruling.Forbidden(
                        Refusal.NOT_RECORDER, Map.of("actor", actor, "recorders", names(policy.recorders())));
    }

    private static Ruling notByHand(Candidate candidate) {
        return new Ruling.Forbidden(Refusal.NOTHING_ORDERED, Map.of("candidate", candidate.id()));
    }

    private Ruling ticket(Candidate candidate, Deed.TicketOpened opened) {
        return candidate.acts().stream()
                .filter(act -> act.deed().equals(opened) && !candidate.isWithdrawn(act.number()))
                .findFirst()
                .<Ruling>map(Rules::already)
                .orElseGet(() -> recorded(opened));
    }

    private Ruling checked(Deed.Checked checked) {
        Optional<Policy.Repository> repository =
                policy.repository(checked.cell().repository());
        if (repository.isEmpty()) {
            return unknown(
                    "repository",
                    checked.cell().repository(),
                    names(policy.repositories().stream()
                            .map(Policy.Repository::name)
                            .toList()));
        }
        if (!repository.get().deployments().contains(checked.cell().deployment())) {
            return unknown(
                    "deployment",
                    checked.cell().deployment(),
                    names(repository.get().deployments()));
        }
        return repository.get().owners().contains(actor)
                ? new Ruling.Allowed(checked, 0)
                : new Ruling.Forbidden(
                        Refusal.NOT_OWNER,
                        Map.of(
                                "actor",
                                actor,
                                "repository",
                                repository.get().name(),
                                "owners",
                                names(repository.get().owners())));
    }

    private Ruling signed(Standing standing, Deed.Acknowledged signed) {
        Optional<Seat> found = policy.seat(signed.seat());
        if (found.isEmpty()) {
            return unknown("seat", signed.seat(), seats());
        }
        Seat seat = found.get();
        Optional<Optional<String>> holder = holderFor(seat, signed.holder());
        if (holder.isEmpty()) {
            return notYours(seat);
        }
        if (!policy.proposerMaySign() && isProposer(standing.candidate())) {
            return new Ruling.Forbidden(Refusal.SELF_SIGN, Map.of("actor", actor, "seat", seat.title()));
        }
        switch (standing.seats().getOrDefault(seat, new SeatState.Waiting(now))) {
            case SeatState.Signed(Act act, Deed.Acknowledged deed) -> {
                return already(act);
            }
            case SeatState.Objecting(Act act, String comment) -> {
                return new Ruling.Forbidden(
                        Refusal.OBJECTION_STANDS,
                        Map.of("act", Integer.toString(act.number()), "by", act.actor(), "comment", comment));
            }
            case SeatState.Waiting waiting -> {}
            case SeatState.Struck struck -> {}
            case SeatState.Expired expired -> {}
        }
        int total = standing.checks().size();
        int open = total
                - (int) standing.checks().values().stream()
                        .filter(CellState.Passed.class::isInstance)
                        .count();
        return open > 0 && policy.openChecks() == Policy.OpenChecks.REFUSE
                ? new Ruling.Forbidden(
                        Refusal.CHECKS_OPEN, Map.of("open", Integer.toString(open), "total", Integer.toString(total)))
                : new Ruling.Allowed(new Deed.Acknowledged(seat.id(), holder.get(), signed.comment()), open);
    }

    /** In whose stead she signs: nobody's where the seat is her own. Empty where she may not sign at all. */
    private Optional<Optional<String>> holderFor(Seat seat, Optional<String> asked) {
        if (asked.isPresent()) {
            return designations.stream()
                            .anyMatch(each -> each.holder().equals(asked.get()) && each.allows(actor, seat, now))
                    ? Optional.of(asked)
                    : Optional.empty();
        }
        return switch (Entitlement.of(seat, designations, actor, now)) {
            case Entitlement.Own own -> Optional.of(Optional.empty());
            case Entitlement.Designated(String holder) -> Optional.of(Optional.of(holder));
            case Entitlement.None none -> Optional.empty();
        };
    }

    private boolean isProposer(Candidate candidate) {
        return candidate.acts().stream()
                .anyMatch(act -> act.deed() instanceof Deed.Proposed
                        && act.actor().equals(actor)
                        && !candidate.isWithdrawn(act.number()));
    }

    private Ruling objected(Standing standing, Deed.Objected objected) {
        Optional<Seat> seat = policy.seat(objected.seat());
        if (seat.isEmpty()) {
            return unknown("seat", objected.seat(), seats());
        }
        if (Entitlement.of(seat.get(), designations, actor, now) instanceof Entitlement.None) {
            return notYours(seat.get());
        }
        if (objected.comment().isBlank()) {
            return new Ruling.Forbidden(Refusal.COMMENT_MISSING, Map.of());
        }
        return standing.seats().get(seat.get()) instanceof SeatState.Objecting(Act act, String comment)
                ? already(act)
                : new Ruling.Allowed(objected, 0);
    }

    private Ruling withdrew(Candidate candidate, Deed.Withdrew withdrew) {
        Optional<Act> act = candidate.act(withdrew.act());
        boolean takesBack = act.filter(each -> !(each.deed() instanceof Deed.Withdrew)
                        && !(each.deed() instanceof Deed.Promoted)
                        && !(each.deed() instanceof Deed.Returned)
                        && !candidate.isWithdrawn(each.number()))
                .isPresent();
        if (act.isEmpty() || !takesBack) {
            return nothingToWithdraw(withdrew.act());
        }
        return act.get().actor().equals(actor)
                ? new Ruling.Allowed(withdrew, 0)
                : new Ruling.Forbidden(
                        Refusal.NOT_YOUR_ACT,
                        Map.of(
                                "act",
                                Integer.toString(withdrew.act()),
                                "by",
                                act.get().actor()));
    }

    private Ruling pulled(Standing standing, Deed.Pulled pulled) {
        if (!policy.deployments().contains(pulled.deployment())) {
            return unknown("deployment", pulled.deployment(), names(policy.deployments()));
        }
        return standing.candidate().acts().stream()
                .filter(act -> standing.pulled().contains(pulled.deployment())
                        && act.deed().equals(pulled)
                        && act.digest().equals(standing.digest()))
                .reduce((older, newer) -> newer)
                .<Ruling>map(Rules::already)
                .orElseGet(() -> recorded(pulled));
    }

    static Ruling already(Act act) {
        return new Ruling.Forbidden(
                Refusal.ALREADY_RECORDED,
                Map.of(
                        "act",
                        Integer.toString(act.number()),
                        "by",
                        act.actor(),
                        "at",
                        act.at().toString()));
    }

    private Ruling.Forbidden notYours(Seat seat) {
        return new Ruling.Forbidden(
                Refusal.NOT_YOUR_SEAT,
                Map.of(
                        "actor",
                        actor,
                        "seat",
                        seat.title(),
                        "holders",
                        names(seat.sitters().toList())));
    }

    private static Ruling.Forbidden nothingToWithdraw(int number) {
        return new Ruling.Forbidden(Refusal.NOTHING_TO_WITHDRAW, Map.of("act", Integer.toString(number)));
    }

    private static Ruling.Forbidden unknown(String kind, String name, String known) {
        return new Ruling.Forbidden(Refusal.UNKNOWN_NAME, Map.of("kind", kind, "name", name, "known", known));
    }

    private String seats() {
        return names(policy.seats().stream().map(Seat::id).toList());
    }

    private String meetings() {
        return names(policy.steps().stream()
                .flatMap(step -> step instanceof Step.Meeting meeting ? Stream.of(meeting.id()) : Stream.empty())
                .toList());
    }

    private static String names(List<String> all) {
        return all.isEmpty() ? "-" : all.stream().collect(Collectors.joining(", "));
    }
}
