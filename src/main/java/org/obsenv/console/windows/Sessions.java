package org.obsenv.console.windows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.obsenv.console.support.Mark;
import org.obsenv.console.windows.SessionPage.Fact;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.signoff.Ruling;
import org.obsenv.domain.signoff.SessionRules;
import org.obsenv.domain.window.SessionName;
import org.obsenv.domain.window.WindowAct;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowCalendar.Entry;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.domain.window.WindowSession;
import org.obsenv.words.Announcement;
import org.obsenv.words.Endings;
import org.obsenv.words.SessionTexts;
import org.obsenv.words.Visible;
import org.obsenv.words.WallTime;
import org.obsenv.words.Words;

/**
 * What one look at the store comes to for one person at one time. Pure.
 *
 * @param ledger what the store shows
 * @param actor the account of this session; what counts is what sudo proves
 */
record Sessions(WindowsParts parts, WindowCalendar calendar, Known<LedgerReading> ledger, String actor, Instant now) {
    private static final Duration AHEAD = Duration.ofDays(56);
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Words WORDS = Words.of("windows");
    private static final SessionTexts TEXTS = new SessionTexts();

    /** The next weeks', what is just over, and of every window at least one. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(calendar.entries(now.minus(SessionRules.AFTERWARDS), now.plus(AHEAD)));
        calendar.rules().stream()
                .filter(rule -> entries.stream().noneMatch(each -> isOf(each, rule)))
                .flatMap(rule -> calendar.next(rule.name(), now).stream())
                .flatMap(next -> calendar.find(next.window(), next.name()).stream())
                .forEach(entries::add);
        entries.sort(Comparator.comparing(each -> each.now().start()));
        return entries;
    }

    private static boolean isOf(Entry entry, WindowRule rule) {
        return entry.now().window().equals(rule.name());
    }

    SessionRow row(Entry entry) {
        WindowSession session = entry.now();
        boolean quiet = !entry.takesPlace() || !session.end().isAfter(now);
        return new SessionRow(
                Visible.of(session.window()),
                session.name(),
                TEXTS.utc(session),
                TEXTS.narrow(session),
                zone(session).map(zone -> TEXTS.local(session, zone)).orElse(""),
                quiet ? Mark.Shape.NONE : session.isTentative() ? Mark.Shape.AHEAD : Mark.Shape.GOOD,
                isOver(entry) ? WORDS.text("brief.over") : TEXTS.brief(calendar, entry),
                quiet);
    }

    private boolean isOver(Entry entry) {
        return entry.takesPlace() && !entry.now().end().isAfter(now);
    }

    private Optional<ZoneId> zone(WindowSession session) {
        return calendar.rule(session.window()).map(WindowRule::zone);
    }

    SessionPage page(Entry entry) {
        WindowSession session = entry.now();
        SessionRow row = row(entry);
        Announcement announcement =
                new Announcement(parts.site(), Optional.of(parts.policy()), ledger, parts.contact(), now);
        return new SessionPage(
                row,
                title(row),
                row.local(),
                zone(session).map(ZoneId::getId).orElse("UTC"),
                facts(entry),
                Stream.of(Saying.values())
                        .filter(each -> isOffered(each, entry))
                        .toList(),
                typed(session, session.start()),
                typed(session, session.end()),
                Optional.of(new WindowChange.Confirmed(session.window(), session.name()))
                        .filter(this::isAllowed)
                        .map(change -> WORDS.text("page.confirm.sub", "utc", row.utc())),
                announcement.start(calendar, session),
                announcement.end(calendar, session));
    }

    private static String title(SessionRow row) {
        return switch (row.name()) {
            case SessionName.Planned(LocalDate day) ->
                WORDS.text("page.title", "window", row.window(), "session", day.toString());
            case SessionName.Extra extra ->
                WORDS.text("page.title.extra", "window", row.window(), "session", extra.text());
        };
    }

    private List<Fact> facts(Entry entry) {
        List<Fact> facts = new ArrayList<>();
        String state = TEXTS.state(calendar, entry);
        facts.add(fact("state", isOver(entry) ? WORDS.text("page.over", "state", state) : state));
        calendar.rule(entry.now().window()).ifPresent(rule -> {
            if (!rule.deployments().isEmpty()) {
                facts.add(fact("deployments", Visible.of(String.join(" \u2192 ", rule.deployments()))));
            }
            List<String> managers = rule.managers().isEmpty() ? parts.policy().recorders() : rule.managers();
            facts.add(fact(
                    "managers",
                    managers.isEmpty() ? WORDS.text("page.everybody") : Visible.of(String.join(", ", managers))));
        });
        return facts;
    }

    private static Fact fact(String key, String value) {
        return new Fact(WORDS.text("page." + key), value);
    }

    private String typed(WindowSession session, Instant at) {
        return zone(session).map(zone -> TYPED.format(at.atZone(zone))).orElse(at.toString());
    }

    /** Where acts are in doubt the verb would refuse; so nothing is offered. */
    private boolean isAllowed(WindowChange change) {
        return calendar.isCertain() && rules().of(change).isEmpty();
    }

    private SessionRules rules() {
        return new SessionRules(parts.policy(), calendar, actor, now);
    }

    private boolean isOffered(Saying saying, Entry entry) {
        WindowSession session = entry.now();
        boolean managed = calendar.isCertain()
                && calendar.rule(session.window()).filter(rules()::mayManage).isPresent();
        return managed
                && switch (saying) {
                    case ADD, MOVE -> true;
                    case OVERRUN -> entry.takesPlace() && !session.start().isAfter(now);
                    case CANCEL -> isAllowed(new WindowChange.Cancelled(session.window(), session.name()));
                };
    }

    /** What comes of a form that is filled so. */
    Saying.Draft draft(Entry entry, Saying saying, String start, String end) {
        WindowSession session = entry.now();
        ZoneId zone = zone(session).orElse(ZoneId.of("UTC"));
        WallTime from = saying.asksStart() ? WallTime.parse(start, zone) : new WallTime.At(session.start());
        WallTime to = saying.asksEnd() ? WallTime.parse(end, zone) : new WallTime.At(session.end());
        if (from instanceof WallTime.Unusable(String problem)) {
            return new Saying.Draft.Unfit(problem);
        }
        if (to instanceof WallTime.Unusable(String problem)) {
            return new Saying.Draft.Unfit(problem);
        }
        return from instanceof WallTime.At(Instant begin) && to instanceof WallTime.At(Instant over)
                ? draft(session, saying, begin, over)
                : new Saying.Draft.Unfit("");
    }

    private Saying.Draft draft(WindowSession session, Saying saying, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return new Saying.Draft.Unfit(WORDS.text("form.order"));
        }
        String window = session.window();
        SessionName name = session.name();
        WindowChange change =
                switch (saying) {
                    case MOVE -> new WindowChange.Moved(window, name, from, to);
                    case OVERRUN -> new WindowChange.Overran(window, name, to);
                    case CANCEL -> new WindowChange.Cancelled(window, name);
                    case ADD -> new WindowChange.Added(window, from, to);
                };
        Optional<Ruling.Forbidden> forbidden = rules().of(change);
        if (forbidden.isPresent()) {
            return new Saying.Draft.Unfit(refused(forbidden.get()));
        }
        WindowSession then = new WindowSession(window, name, from, to, Optional.of(actor));
        return new Saying.Draft.Ready(change, WORDS.text("form.comes-to." + saying.written(), "utc", TEXTS.utc(then)));
    }

    private static String refused(Ruling.Forbidden forbidden) {
        Outcome outcome = new Outcome.Refused(forbidden.refusal(), Map.copyOf(forbidden.facts()));
        return new Endings().explain(outcome).what();
    }

    /** An act that is in the store, and what it comes to. */
    String told(WindowAct act) {
        SessionName name = act.change().about().orElseGet(() -> new SessionName.Extra(act.number()));
        return calendar.find(act.change().window(), name)
                .flatMap(entry -> zone(entry.now()).map(zone -> TEXTS.said(calendar, entry, zone)))
                .map(said -> WORDS.text("page.written", "said", said))
                .orElseGet(() -> WORDS.text("page.written", "said", act.change().window()));
    }
}
