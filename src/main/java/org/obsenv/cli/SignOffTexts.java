package org.obsenv.cli;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.content.PackageList;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.CellState;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Doubt;
import org.obsenv.domain.signoff.Seat;
import org.obsenv.domain.signoff.SeatState;
import org.obsenv.domain.signoff.Standing;
import org.obsenv.domain.signoff.Step;
import org.obsenv.domain.signoff.StepState;
import org.obsenv.words.ImageNames;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** How candidates stand, in the words of the bundle {@code cli}. */
final class SignOffTexts {
    private final ZoneId zone;
    private final ImageNames names = new ImageNames();
    private final Words words = Texts.words();

    SignOffTexts(ZoneId zone) {
        this.zone = zone;
    }

    String name(CandidateReading reading) {
        return Visible.of(names.of(reading.candidate().tag()));
    }

    /** One line's worth: where it hangs, the worst first. */
    String state(CandidateReading reading, Optional<Standing> standing) {
        if (reading.doubt().isPresent()) {
            return doubt(reading.doubt().get());
        }
        if (standing.isEmpty()) {
            return words.text("candidate.withdrawn");
        }
        List<String> parts = new ArrayList<>();
        if (standing.get().isPromoted()) {
            parts.add(words.text("candidate.promoted"));
        } else {
            climbing(standing.get(), parts);
        }
        reading.candidate()
                .order()
                .ifPresent(order -> parts.add(words.text("candidate.ordered", "act", order.number())));
        return String.join(", ", parts);
    }

    private void climbing(Standing now, List<String> parts) {
        now.seats().forEach((seat, state) -> {
            if (state instanceof SeatState.Objecting) {
                parts.add(words.text("candidate.objected", "seat", Visible.of(seat.title())));
            }
        });
        if (now.checks().values().stream().anyMatch(CellState.Failed.class::isInstance)) {
            parts.add(words.text("candidate.checks-failing"));
        }
        if (now.isAgreed()) {
            parts.add(words.text("candidate.agreed"));
        } else {
            parts.add(words.text(
                    "candidate.signed", "n", now.signed(), "total", now.seats().size()));
            now.next().ifPresent(rung -> parts.add(words.text("candidate.next", "step", step(rung.step()))));
        }
    }

    String doubt(Doubt doubt) {
        return words.text("doubt." + doubt.why().written(), "act", doubt.from());
    }

    String step(Step step) {
        return switch (step) {
            case Step.Proposal proposal -> words.text("step.proposal");
            case Step.Meeting meeting -> Visible.of(meeting.title());
            case Step.Checks checks -> words.text("step.checks");
            case Step.Ticket ticket -> words.text("step.ticket");
            case Step.SignOff signOff -> words.text("step.sign-off");
            case Step.Promotion promotion -> words.text("step.promotion");
        };
    }

    String step(StepState state) {
        return switch (state) {
            case StepState.Done done -> words.text("step.done", "at", ClockTimes.of(done.at(), zone));
            case StepState.Partly partly -> words.text("step.partly", "n", partly.there(), "total", partly.wanted());
            case StepState.Open open -> words.text("step.open");
            case StepState.Against against -> words.text("step.against");
        };
    }

    String seat(Seat seat, SeatState state) {
        return switch (state) {
            case SeatState.Signed(Act act, Deed.Acknowledged deed) ->
                words.text(
                                deed.holder().isPresent() ? "seat.signed-for" : "seat.signed",
                                "by",
                                act.actor(),
                                "holder",
                                deed.holder().orElse(""),
                                "at",
                                ClockTimes.of(act.at(), zone))
                        + comment(deed.comment());
            case SeatState.Waiting waiting ->
                words.text(
                        "seat.waiting",
                        "since",
                        ClockTimes.of(waiting.since(), zone),
                        "holders",
                        String.join(", ", seat.sitters().toList()));
            case SeatState.Objecting(Act act, String comment) ->
                words.text("seat.objecting", "by", act.actor(), "act", act.number()) + comment(Optional.of(comment));
            case SeatState.Struck(Act act) ->
                words.text(
                        "seat.struck", "by", act.actor(), "digest", act.digest().shortened());
            case SeatState.Expired(Act act, var at) ->
                words.text("seat.expired", "by", act.actor(), "at", ClockTimes.of(at, zone));
        };
    }

    String cell(CellState state) {
        return switch (state) {
            case CellState.Passed(Act act, Deed.Checked deed) ->
                words.text("cell.passed", "by", act.actor(), "at", ClockTimes.of(act.at(), zone))
                        + comment(deed.evidence());
            case CellState.Failed(Act act, Deed.Checked deed) ->
                words.text("cell.failed", "by", act.actor(), "at", ClockTimes.of(act.at(), zone))
                        + comment(deed.evidence());
            case CellState.Missing missing -> words.text("cell.missing");
        };
    }

    String act(Act act, boolean isWithdrawn) {
        return words.text(
                isWithdrawn ? "act.withdrawn" : "act.line",
                "number",
                act.number(),
                "at",
                ClockTimes.of(act.at(), zone),
                "actor",
                Visible.of(act.actor()),
                "deed",
                deed(act.deed()));
    }

    private String deed(Deed deed) {
        return switch (deed) {
            case Deed.Proposed(String reason, Optional<String> replaces) ->
                words.text("deed.proposed") + comment(Optional.of(reason));
            case Deed.MeetingHeld(String meeting, boolean agreed, Optional<String> note) ->
                words.text(agreed ? "deed.meeting-agreed" : "deed.meeting-declined", "meeting", Visible.of(meeting))
                        + comment(note);
            case Deed.TicketOpened(String ticket) -> words.text("deed.ticket", "ticket", Visible.of(ticket));
            case Deed.Checked checked ->
                words.text(
                                checked.result() == Deed.CheckResult.PASSED ? "deed.passed" : "deed.failed",
                                "repository",
                                Visible.of(checked.cell().repository()),
                                "deployment",
                                Visible.of(checked.cell().deployment()))
                        + comment(checked.evidence());
            case Deed.Acknowledged(String seat, Optional<String> holder, Optional<String> comment) ->
                words.text(
                                holder.isPresent() ? "deed.signed-for" : "deed.signed",
                                "seat",
                                Visible.of(seat),
                                "holder",
                                holder.orElse(""))
                        + comment(comment);
            case Deed.Objected(String seat, String comment) ->
                words.text("deed.objected", "seat", Visible.of(seat)) + comment(Optional.of(comment));
            case Deed.Withdrew(int act, Optional<String> comment) ->
                words.text("deed.withdrew", "act", act) + comment(comment);
            case Deed.PackagesListed(String source, PackageList packages) ->
                words.text("deed.packages", "n", packages.size()) + comment(Optional.of(source));
            case Deed.Pulled(String deployment) -> words.text("deed.pulled", "deployment", Visible.of(deployment));
            case Deed.PromotionOrdered(String tag, Optional<Digest> from) ->
                words.text("deed.promotion-ordered", "tag", Visible.of(tag), "from", shown(from));
            case Deed.Promoted(String tag, Optional<Digest> from) ->
                words.text("deed.promoted", "tag", Visible.of(tag), "from", shown(from));
            case Deed.ReturnOrdered(String tag, Digest to, String reason) ->
                words.text("deed.return-ordered", "tag", Visible.of(tag), "to", to.shortened())
                        + comment(Optional.of(reason));
            case Deed.Returned(String tag, Digest to) ->
                words.text("deed.returned", "tag", Visible.of(tag), "to", to.shortened());
        };
    }

    private String shown(Optional<Digest> digest) {
        return digest.map(Digest::shortened).orElseGet(() -> words.text("deed.no-image"));
    }

    private String comment(Optional<String> comment) {
        return comment.map(text -> words.text("act.comment", "text", Visible.of(text)))
                .orElse("");
    }
}
