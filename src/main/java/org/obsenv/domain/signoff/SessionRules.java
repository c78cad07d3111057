package org.obsenv.domain.signoff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.window.SessionName;
import org.obsenv.domain.window.WindowAct;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.domain.window.WindowSession;

/**
 * Who may say what of a session, decided at the moment of writing. Pure: a console asks the same before it offers a
 * button.
 *
 * @param calendar of all acts there are
 * @param actor who asks
 */
public record SessionRules(Policy policy, WindowCalendar calendar, String actor, Instant now) {
    /** How long after its end something may still be written down about a session. */
    public static final Duration AFTERWARDS = Duration.ofDays(1);

    /** No session is longer, unless its rule is. */
    public static final Duration LONGEST = Duration.ofDays(2);

    /** Whether this person may say anything of a window's sessions. */
    public boolean mayManage(WindowRule rule) {
        return rule.managers().isEmpty()
                ? policy.mayRecord(actor)
                : rule.managers().contains(actor);
    }

    /** Empty where she may. */
    public Optional<Ruling.Forbidden> of(WindowChange change) {
        Optional<WindowRule> rule = calendar.rule(change.window());
        if (rule.isEmpty()) {
            return forbidden(
                    Refusal.UNKNOWN_NAME,
                    Map.of(
                            "kind",
                            "window",
                            "name",
                            change.window(),
                            "known",
                            names(calendar.rules().stream()
                                    .map(WindowRule::name)
                                    .toList())));
        }
        if (!mayManage(rule.get())) {
            List<String> managers = rule.get().managers().isEmpty()
                    ? policy.recorders()
                    : rule.get().managers();
            return forbidden(
                    Refusal.NOT_WINDOW_MANAGER,
                    Map.of("actor", actor, "window", change.window(), "managers", names(managers)));
        }
        return change.about()
                .map(session -> ofSession(rule.get(), session, change))
                .orElseGet(() -> ofNew(rule.get(), change));
    }

    private Optional<Ruling.Forbidden> ofNew(WindowRule rule, WindowChange change) {
        WindowCalendar.Entry made = after(change, new SessionName.Extra(nextNumber()));
        return times(rule, made.now(), now, WindowCalendar.AHEAD)
                .or(() -> calendar.entries(made.now().start(), made.now().end()).stream()
                        .filter(each -> each.now().window().equals(rule.name())
                                && each.takesPlace()
                                && each.now().isAtTheTimeOf(made.now()))
                        .findFirst()
                        .flatMap(this::said));
    }

    private Optional<Ruling.Forbidden> ofSession(WindowRule rule, SessionName name, WindowChange change) {
        Optional<WindowCalendar.Entry> found = calendar.find(rule.name(), name);
        if (found.isEmpty()) {
            return forbidden(
                    Refusal.UNKNOWN_SESSION,
                    Map.of("window", rule.name(), "session", name.text(), "next", nextOnes(rule)));
        }
        WindowCalendar.Entry was = found.get();
        if (isLongPast(was.now().end())) {
            return over(was.now());
        }
        if (change instanceof WindowChange.Overran overran) {
            if (!was.takesPlace()) {
                return forbidden(Refusal.SESSION_CANCELLED, Map.of("window", rule.name(), "session", name.text()));
            }
            if (!overran.end().isAfter(was.now().end())) {
                return forbidden(
                        Refusal.NO_OVERRUN,
                        Map.of(
                                "window",
                                rule.name(),
                                "session",
                                name.text(),
                                "end",
                                was.now().end().toString()));
            }
        }
        WindowCalendar.Entry then = after(change, name);
        boolean changesNothing = then.takesPlace() == was.takesPlace()
                && then.now().isAtTheTimeOf(was.now())
                && !(then.takesPlace() && was.now().isTentative());
        return changesNothing
                ? said(was)
                : times(rule, then.now(), was.planned().start(), WindowCalendar.FARTHEST_MOVE);
    }

    private Optional<Ruling.Forbidden> times(WindowRule rule, WindowSession then, Instant near, Duration farthest) {
        if (isLongPast(then.end())) {
            return over(then);
        }
        if (then.start().isBefore(near.minus(farthest)) || then.end().isAfter(near.plus(farthest))) {
            return forbidden(
                    Refusal.SESSION_TOO_FAR, Map.of("window", rule.name(), "days", Long.toString(farthest.toDays())));
        }
        Duration longest = LONGEST.compareTo(rule.duration()) < 0 ? rule.duration() : LONGEST;
        return Duration.between(then.start(), then.end()).compareTo(longest) > 0
                ? forbidden(
                        Refusal.SESSION_TOO_LONG,
                        Map.of("window", rule.name(), "hours", Long.toString(longest.toHours())))
                : Optional.empty();
    }

    private boolean isLongPast(Instant end) {
        return end.isBefore(now.minus(AFTERWARDS));
    }

    private static Optional<Ruling.Forbidden> over(WindowSession session) {
        return forbidden(
                Refusal.SESSION_OVER,
                Map.of("window", session.window(), "end", session.end().toString()));
    }

    private Optional<Ruling.Forbidden> said(WindowCalendar.Entry entry) {
        Optional<WindowAct> last = calendar.lastAct(entry.now());
        return last.flatMap(act -> forbidden(
                Refusal.SESSION_SAID,
                Map.of(
                        "window",
                        entry.now().window(),
                        "act",
                        Integer.toString(act.number()),
                        "by",
                        act.actor(),
                        "at",
                        act.at().toString())));
    }

    private WindowCalendar.Entry after(WindowChange change, SessionName name) {
        List<WindowAct> acts = new ArrayList<>(calendar.acts());
        acts.add(new WindowAct(nextNumber(), now, actor, change));
        return new WindowCalendar(calendar.rules(), acts)
                .find(change.window(), name)
                .orElseThrow();
    }

    private int nextNumber() {
        return calendar.acts().size() + 1;
    }

    private String nextOnes(WindowRule rule) {
        return names(calendar.entries(now, now.plus(WindowCalendar.AHEAD)).stream()
                .filter(each -> each.now().window().equals(rule.name()))
                .limit(3)
                .map(each -> each.now().name().text())
                .toList());
    }

    private static Optional<Ruling.Forbidden> forbidden(Refusal refusal, Map<String, String> facts) {
        return Optional.of(new Ruling.Forbidden(refusal, facts));
    }

    private static String names(List<String> all) {
        return all.isEmpty() ? "-" : all.stream().collect(Collectors.joining(", "));
    }
}
