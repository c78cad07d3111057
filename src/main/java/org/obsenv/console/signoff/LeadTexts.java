package org.obsenv.console.signoff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.obsenv.console.support.Mark;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.CellState;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.signoff.Standing;
import org.obsenv.domain.signoff.Step;
import org.obsenv.words.ImageNames;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Puts one candidate's ladder, checks and story into words. Pure. */
final class LeadTexts {
    private final Policy policy;
    private final Words words;
    private final ImageNames names = new ImageNames();

    LeadTexts(Policy policy, Words words) {
        this.policy = policy;
        this.words = words;
    }

    String name(Candidate candidate) {
        return Visible.line(names.of(candidate.tag()));
    }

    String title(Candidate candidate, Stage stage, Offer offer) {
        String key =
                switch (offer) {
                    case Offer.Sign sign ->
                        sign.due() ? "lead.title.yours" + against(stage) : "lead.title." + key(stage);
                    case Offer.Blocked blocked -> "lead.title.blocked";
                    case Offer.Nothing nothing -> "lead.title." + key(stage);
                };
        return words.text(key, "image", name(candidate));
    }

    /** She is asked, and what others hold against it she must know before she signs. */
    private static String against(Stage stage) {
        boolean isHeldAgainst = stage instanceof Stage.Objected
                || stage instanceof Stage.ChecksFail
                || stage instanceof Stage.NotAgreed;
        return isHeldAgainst ? "." + key(stage) : "";
    }

    private static String key(Stage stage) {
        return switch (stage) {
            case Stage.Unverified unverified -> "unverified";
            case Stage.Moved moved -> "moved";
            case Stage.Gone gone -> "gone";
            case Stage.Objected objected -> "objected";
            case Stage.ChecksFail fail -> "checks-fail";
            case Stage.NotAgreed not -> "not-agreed";
            case Stage.Climbing climbing -> "climbing";
            case Stage.Agreed agreed -> "agreed";
            case Stage.Ordered(boolean isReturn) -> isReturn ? "return-ordered" : "promotion-ordered";
            case Stage.Recommended recommended -> "recommended";
            case Stage.Superseded superseded -> "superseded";
            case Stage.Withdrawn withdrawn -> "withdrawn";
        };
    }

    /** Who proposed it and why, its ticket, what it replaces. */
    List<LeadPage.Piece> sub(Candidate candidate) {
        List<LeadPage.Piece> pieces = new ArrayList<>();
        for (Act act : candidate.acts().reversed()) {
            if (act.deed() instanceof Deed.Proposed(String reason, Optional<String> replaces)) {
                pieces.add(plain(words.text(
                        "lead.proposed",
                        "day",
                        Days.day(act.at()),
                        "who",
                        Visible.line(act.actor()),
                        "reason",
                        Visible.line(reason))));
                ticket(candidate).ifPresent(id -> pieces.add(new LeadPage.Piece(Visible.line(id), Optional.of(id))));
                replaces.ifPresent(each -> pieces.add(
                        plain(words.text("lead.replaces", "image", Visible.line(names.of(ImageTag.parse(each)))))));
                break;
            }
        }
        return pieces;
    }

    private static LeadPage.Piece plain(String text) {
        return new LeadPage.Piece(text, Optional.empty());
    }

    private static Optional<String> ticket(Candidate candidate) {
        return candidate.acts().reversed().stream()
                .flatMap(act ->
                        act.deed() instanceof Deed.TicketOpened(String id) && !candidate.isWithdrawn(act.number())
                                ? Stream.of(id)
                                : Stream.empty())
                .findFirst();
    }

    List<LeadPage.CheckRow> checks(Standing standing, Stage stage) {
        Map<String, List<LeadPage.Cell>> rows = new LinkedHashMap<>();
        for (Policy.Repository repository : policy.repositories()) {
            List<LeadPage.Cell> cells = new ArrayList<>();
            for (String deployment : deployments()) {
                Policy.Cell cell = new Policy.Cell(repository.name(), deployment);
                cells.add(
                        repository.deployments().contains(deployment) && !(stage instanceof Stage.Withdrawn)
                                ? cell(standing.checks().getOrDefault(cell, new CellState.Missing()))
                                : new LeadPage.Cell(Mark.Shape.NONE, words.text("check.not-there"), ""));
            }
            rows.put(repository.name(), cells);
        }
        return rows.entrySet().stream()
                .map(each -> new LeadPage.CheckRow(each.getKey(), each.getValue()))
                .toList();
    }

    private LeadPage.Cell cell(CellState state) {
        return switch (state) {
            case CellState.Passed(Act act, Deed.Checked deed) ->
                new LeadPage.Cell(Mark.Shape.GOOD, words.text("check.passed"), entered(act, deed));
            case CellState.Failed(Act act, Deed.Checked deed) ->
                new LeadPage.Cell(Mark.Shape.DIVERGED, words.text("check.failed"), entered(act, deed));
            case CellState.Missing missing -> new LeadPage.Cell(Mark.Shape.UNKNOWN, words.text("check.missing"), "");
        };
    }

    private String entered(Act act, Deed.Checked deed) {
        return words.text("check.entered", "who", act.actor(), "at", Days.moment(act.at()))
                + deed.evidence()
                        .map(text -> words.text("check.evidence", "evidence", Visible.line(text)))
                        .orElse("");
    }

    /** The columns: every deployment where some notebook is checked. */
    List<String> deployments() {
        return policy.repositories().stream()
                .flatMap(each -> each.deployments().stream())
                .distinct()
                .toList();
    }

    String checksPassed(Standing standing) {
        long passed = standing.checks().values().stream()
                .filter(CellState.Passed.class::isInstance)
                .count();
        return words.text(
                "check.count", "passed", passed, "total", standing.checks().size());
    }

    /** The newest result for that image with who entered it and what shows it. */
    String lastCheck(Candidate candidate, Digest image) {
        for (Act act : candidate.acts().reversed()) {
            if (act.deed() instanceof Deed.Checked(Policy.Cell cell, Deed.CheckResult result, Optional<String> evidence)
                    && act.digest().equals(image)
                    && !candidate.isWithdrawn(act.number())) {
                String passed = result == Deed.CheckResult.PASSED ? "check.passed" : "check.failed";
                String said = words.text(
                        "check.last",
                        "deployment",
                        cell.deployment(),
                        "repository",
                        cell.repository(),
                        "result",
                        words.text(passed),
                        "who",
                        Visible.line(act.actor()),
                        "at",
                        Days.moment(act.at()));
                return evidence.map(each -> said + words.text("check.evidence", "evidence", Visible.line(each)))
                        .orElse(said);
            }
        }
        return words.text("check.none");
    }

    private String notAgreed(Candidate candidate, Step.Meeting meeting) {
        for (Act act : candidate.acts().reversed()) {
            if (act.deed() instanceof Deed.MeetingHeld(String id, boolean agreed, Optional<String> note)
                    && id.equals(meeting.id())
                    && !agreed
                    && !candidate.isWithdrawn(act.number())) {
                String said = note.map(each -> words.text("seat.comment", "comment", Visible.line(each)))
                        .orElse("");
                return words.text(
                        "alarm.not-agreed",
                        "meeting",
                        meeting.title(),
                        "who",
                        Visible.line(act.actor()),
                        "at",
                        Days.moment(act.at()),
                        "said",
                        said);
            }
        }
        return words.text("alarm.not-agreed.unsaid", "meeting", meeting.title());
    }

    List<String> alarms(CandidateReading reading, Stage stage) {
        return switch (stage) {
            case Stage.Unverified(var doubt) ->
                List.of(words.text(
                        "alarm.unverified",
                        "n",
                        doubt.from(),
                        "why",
                        words.text("doubt." + doubt.why().written())));
            case Stage.Moved(var now) ->
                List.of(words.text(
                        "alarm.moved",
                        "tag",
                        Visible.line(reading.candidate().tag().text()),
                        "now",
                        now.shortened()));
            case Stage.Gone gone ->
                List.of(words.text(
                        "alarm.gone",
                        "tag",
                        Visible.line(reading.candidate().tag().text())));
            case Stage.Objected objected -> List.of();
            case Stage.ChecksFail fail -> List.of();
            case Stage.NotAgreed(Step.Meeting meeting) -> List.of(notAgreed(reading.candidate(), meeting));
            case Stage.Climbing climbing -> List.of();
            case Stage.Agreed agreed -> List.of();
            case Stage.Ordered ordered -> List.of();
            case Stage.Recommended recommended -> List.of();
            case Stage.Superseded superseded -> List.of();
            case Stage.Withdrawn withdrawn -> List.of();
        };
    }
}
