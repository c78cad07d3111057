package org.obsenv.console.signoff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.obsenv.console.support.Times;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.signoff.SeatState;
import org.obsenv.domain.signoff.Standing;
import org.obsenv.domain.signoff.Step;
import org.obsenv.domain.signoff.WindowsReading;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.domain.window.WindowSession;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Says what keeps a candidate from being recommended, and when that may be done. Pure. */
final class PromotionTexts {
    private final Policy policy;
    private final List<WindowRule> rules;
    private final Words words;
    private final Times times;

    PromotionTexts(Policy policy, List<WindowRule> rules, Words words, Times times) {
        this.policy = policy;
        this.rules = List.copyOf(rules);
        this.words = words;
        this.times = times;
    }

    /** {@code Patch Thursday, in 5 d 20 h}: what the ladder says of its last step. */
    String opening(WindowsReading said, Instant now) {
        WindowCalendar calendar = said.calendar(rules);
        return calendar.openAt(now)
                .map(session -> words.text(
                        session.isTentative() ? "window.open.tentative" : "window.open", "window", session.window()))
                .or(() -> calendar.next(now)
                        .map(session -> words.text(
                                "window.next", "window", session.window(), "in", times.until(session.start(), now))))
                .orElseGet(() -> words.text("window.none"));
    }

    String blockers(Candidate candidate, Standing standing, Stage stage, WindowsReading said, Instant now) {
        if (stage instanceof Stage.Recommended(Instant since)) {
            return words.text("promotion.done", "at", Days.moment(since));
        }
        if (stage instanceof Stage.Superseded) {
            return candidate
                    .promotion()
                    .map(act -> words.text("promotion.superseded", "at", Days.moment(act.at())))
                    .orElse("");
        }
        if (stage instanceof Stage.Ordered) {
            return words.text("promotion.ordered");
        }
        if (stage instanceof Stage.Withdrawn) {
            return LadderTexts.withdrawal(candidate)
                    .map(act -> words.text(
                            "promotion.withdrawn", "who", Visible.line(act.actor()), "at", Days.moment(act.at())))
                    .orElse("");
        }
        List<String> blockers = new ArrayList<>();
        int objections = (int) standing.seats().values().stream()
                .filter(SeatState.Objecting.class::isInstance)
                .count();
        if (objections > 0) {
            blockers.add(words.count("promotion.objections", objections));
        }
        int missing = standing.seats().size() - standing.signed() - objections;
        if (missing > 0) {
            blockers.add(words.count("promotion.sign-offs", missing));
        }
        long open = standing.rungs().stream()
                .filter(rung -> !(rung.step() instanceof Step.SignOff)
                        && !(rung.step() instanceof Step.Promotion)
                        && !rung.isDone())
                .count();
        if (open > 0) {
            blockers.add(words.count("promotion.steps", open));
        }
        if (standing.pulled().size() < policy.deployments().size()) {
            blockers.add(words.text(
                    "promotion.pulled",
                    "there",
                    standing.pulled().size(),
                    "wanted",
                    policy.deployments().size()));
        }
        String what = blockers.isEmpty()
                ? ready()
                : words.text("promotion.blocked", "by", String.join(words.text("promotion.and"), blockers));
        return what + " " + when(said.calendar(rules), now);
    }

    private String ready() {
        return policy.recorders().isEmpty()
                ? words.text("promotion.ready")
                : words.text(
                        "promotion.ready.for",
                        "recorders",
                        String.join(words.text("promotion.and"), policy.recorders()));
    }

    private String when(WindowCalendar calendar, Instant now) {
        return calendar.openNow(now).stream()
                .min(Comparator.comparing(WindowSession::isTentative))
                .map(session -> words.text(
                        session.isTentative() ? "promotion.open.tentative" : "promotion.open",
                        "window",
                        session.window(),
                        "until",
                        Days.opening(session.end())))
                .or(() -> calendar.next(now)
                        .map(session -> words.text(
                                session.isTentative() ? "promotion.opens.tentative" : "promotion.opens",
                                "window",
                                session.window(),
                                "at",
                                Days.opening(session.start()))))
                .orElseGet(() -> words.text("window.none"));
    }
}
