package org.obsenv.console.signoff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Times;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Seat;
import org.obsenv.domain.signoff.SeatState;
import org.obsenv.domain.signoff.Standing;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Puts the stakeholders into words: who signed, who is waited for, who objects. Pure. */
final class SeatTexts {
    private final Words words;
    private final Times times;
    private final String actor;

    SeatTexts(Words words, Times times, String actor) {
        this.words = words;
        this.times = times;
        this.actor = actor;
    }

    /** @param isOpen whether anything is asked about the candidate any more */
    List<LeadPage.SeatRow> rows(Standing standing, Offer offer, boolean isOpen, Instant now) {
        List<LeadPage.SeatRow> rows = new ArrayList<>();
        for (Map.Entry<Seat, SeatState> each : standing.seats().entrySet()) {
            boolean yours = offer instanceof Offer.Sign sign && sign.seat().equals(each.getKey());
            LeadPage.SeatRow row = row(each.getKey(), each.getValue(), yours, now);
            rows.add(isOpen ? row : unasked(row, each.getValue()));
        }
        return rows;
    }

    /** What is withdrawn or recommended asks nothing of anybody, whatever was or was not signed. */
    private LeadPage.SeatRow unasked(LeadPage.SeatRow row, SeatState state) {
        return switch (state) {
            case SeatState.Signed signed -> row;
            case SeatState.Objecting objecting -> row;
            case SeatState.Waiting waiting ->
                new LeadPage.SeatRow(
                        Mark.Shape.NONE, row.title(), row.who(), words.text("seat.unasked"), "", false, false);
            case SeatState.Struck struck -> past(row);
            case SeatState.Expired expired -> past(row);
        };
    }

    private static LeadPage.SeatRow past(LeadPage.SeatRow row) {
        return new LeadPage.SeatRow(Mark.Shape.NONE, row.title(), row.who(), row.detail(), "", row.struck(), false);
    }

    private LeadPage.SeatRow row(Seat seat, SeatState state, boolean yours, Instant now) {
        return switch (state) {
            case SeatState.Signed(Act act, Deed.Acknowledged deed) ->
                new LeadPage.SeatRow(Mark.Shape.GOOD, seat.title(), who(act), signed(act, deed), "", false, false);
            case SeatState.Waiting(Instant since) ->
                new LeadPage.SeatRow(
                        Mark.Shape.AHEAD,
                        seat.title(),
                        asked(seat, yours),
                        words.text("seat.waiting", "age", times.age(since, now)),
                        "",
                        false,
                        yours);
            case SeatState.Objecting(Act act, String comment) ->
                new LeadPage.SeatRow(
                        Mark.Shape.DIVERGED,
                        seat.title(),
                        who(act),
                        words.text("seat.objects", "at", Days.moment(act.at()), "comment", Visible.line(comment)),
                        "",
                        false,
                        false);
            case SeatState.Struck(Act act) ->
                new LeadPage.SeatRow(
                        Mark.Shape.UNKNOWN,
                        seat.title(),
                        asked(seat, yours),
                        words.text(
                                "seat.struck",
                                "who",
                                Visible.line(act.actor()),
                                "at",
                                Days.moment(act.at()),
                                "digest",
                                act.digest().shortened()),
                        words.text("seat.again"),
                        true,
                        yours);
            case SeatState.Expired(Act act, Instant at) ->
                new LeadPage.SeatRow(
                        Mark.Shape.UNKNOWN,
                        seat.title(),
                        asked(seat, yours),
                        words.text("seat.expired", "who", Visible.line(act.actor()), "day", Days.day(at)),
                        words.text("seat.again"),
                        false,
                        yours);
        };
    }

    private String who(Act act) {
        String name = Visible.line(act.actor());
        return act.actor().equals(actor) ? words.text("seat.you", "who", name) : name;
    }

    private String asked(Seat seat, boolean yours) {
        return yours
                ? words.text("seat.you", "who", Visible.line(actor))
                : seat.sitters().map(Visible::line).collect(Collectors.joining(words.text("seat.or")));
    }

    private String signed(Act act, Deed.Acknowledged deed) {
        String at = Days.moment(act.at());
        String said = deed.holder()
                .map(holder -> words.text("seat.designate", "holder", Visible.line(holder), "at", at))
                .orElseGet(() -> words.text("seat.signed", "at", at));
        return deed.comment()
                .map(comment -> said + words.text("seat.comment", "comment", Visible.line(comment)))
                .orElse(said);
    }

    /** What this person did about the candidate and may take back, the newest first. */
    List<LeadPage.OwnAct> own(Candidate candidate) {
        List<LeadPage.OwnAct> own = new ArrayList<>();
        if (!candidate.isOpen()) {
            return own;
        }
        for (Act act : candidate.acts().reversed()) {
            if (act.actor().equals(actor) && !candidate.isWithdrawn(act.number())) {
                key(act.deed())
                        .ifPresent(key -> own.add(new LeadPage.OwnAct(
                                act.number(),
                                words.text(key),
                                words.text("own.at", "at", Days.moment(act.at())),
                                !(act.deed() instanceof Deed.Proposed))));
            }
        }
        return own;
    }

    private static Optional<String> key(Deed deed) {
        return switch (deed) {
            case Deed.Acknowledged signed -> Optional.of("own.signed");
            case Deed.Objected objected -> Optional.of("own.objected");
            case Deed.Proposed proposed -> Optional.of("own.proposed");
            case Deed.MeetingHeld held -> Optional.empty();
            case Deed.TicketOpened opened -> Optional.empty();
            case Deed.Checked checked -> Optional.empty();
            case Deed.Withdrew withdrew -> Optional.empty();
            case Deed.PackagesListed listed -> Optional.empty();
            case Deed.Pulled pulled -> Optional.empty();
            case Deed.PromotionOrdered ordered -> Optional.of("own.ordered");
            case Deed.Promoted promoted -> Optional.empty();
            case Deed.ReturnOrdered ordered -> Optional.of("own.ordered");
            case Deed.Returned returned -> Optional.empty();
        };
    }
}
