package org.obsenv.domain.window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sessions that rules and what people said of single ones come to.
 *
 * @param acts that are known to be genuine, oldest first
 * @param isCertain whether those are all; where some may be missing nothing counts as confirmed, since a later one may
 *     have moved or cancelled it
 */
public record WindowCalendar(List<WindowRule> rules, List<WindowAct> acts, boolean isCertain) {
    /** A session may be moved by so much and still be found from its own day. */
    public static final Duration FARTHEST_MOVE = Duration.ofDays(62);

    /** How far ahead the next session is looked for: a fifth Wednesday may be three months away. */
    public static final Duration AHEAD = Duration.ofDays(400);

    private static final Comparator<WindowSession> ORDER =
            Comparator.comparing(WindowSession::start).thenComparing(WindowSession::window);

    public WindowCalendar {
        rules = List.copyOf(rules);
        acts = List.copyOf(acts);
    }

    /** Of acts that are all there are. */
    public WindowCalendar(List<WindowRule> rules, List<WindowAct> acts) {
        this(rules, acts, true);
    }

    /**
     * A session as it stands.
     *
     * @param planned as its rule has it, or as it was added
     * @param now where it was moved to; where it was before it was cancelled
     */
    public record Entry(WindowSession planned, WindowSession now, boolean takesPlace) {
        public boolean isMoved() {
            return !now.start().equals(planned.start());
        }
    }

    /** The sessions that start at {@code from} or later and before {@code to}, in the order of their starts. */
    public List<WindowSession> starting(Instant from, Instant to) {
        return sessions(from, to)
                .filter(each -> !each.start().isBefore(from) && each.start().isBefore(to))
                .sorted(ORDER)
                .toList();
    }

    /** What ends after {@code from} and starts before {@code to}, with what was cancelled, in the order of starts. */
    public List<Entry> entries(Instant from, Instant to) {
        return all(from, to)
                .filter(each ->
                        each.now().end().isAfter(from) && each.now().start().isBefore(to))
                .sorted(Comparator.comparing(Entry::now, ORDER))
                .toList();
    }

    /** The session that is open, of the window of that name; the one that ends last where several are. */
    public Optional<WindowSession> openAt(String window, Instant time) {
        return sessions(time, time)
                .filter(each -> each.window().equals(window) && each.isOpenAt(time))
                .max(Comparator.comparing(WindowSession::end));
    }

    /** The first session of that window that starts after a time. */
    public Optional<WindowSession> next(String window, Instant time) {
        return starting(time, time.plus(AHEAD)).stream()
                .filter(each -> each.window().equals(window))
                .findFirst();
    }

    /** The session of any window that is open; the one that ends last where several are. */
    public Optional<WindowSession> openAt(Instant time) {
        return openNow(time).stream().max(Comparator.comparing(WindowSession::end));
    }

    /** The sessions of all windows that are open. */
    public List<WindowSession> openNow(Instant time) {
        return sessions(time, time).filter(each -> each.isOpenAt(time)).toList();
    }

    /** The first session of any window that starts after a time. */
    public Optional<WindowSession> next(Instant time) {
        return starting(time, time.plus(AHEAD)).stream().findFirst();
    }

    /** That very session; empty when neither a rule nor an act makes it. */
    public Optional<Entry> find(String window, SessionName name) {
        return switch (name) {
            case SessionName.Planned(LocalDate day) ->
                rule(window).filter(rule -> rule.opensOn(day)).map(rule -> entry(rule.on(day)));
            case SessionName.Extra extra ->
                added().filter(each ->
                                each.window().equals(window) && each.name().equals(extra))
                        .findFirst()
                        .map(this::entry);
        };
    }

    public Optional<WindowRule> rule(String window) {
        return rules.stream().filter(each -> each.name().equals(window)).findFirst();
    }

    /** What was said of a session last. */
    public Optional<WindowAct> lastAct(WindowSession session) {
        return acts.stream()
                .filter(act -> act.isAbout(session.window(), session.name()))
                .reduce((older, newer) -> newer);
    }

    /**
     * What was said last of each session that no rule makes any more, since the rules were changed; without what was
     * cancelled and what is over at {@code from}.
     */
    public List<WindowAct> adrift(Instant from) {
        Map<String, WindowAct> last = new LinkedHashMap<>();
        for (WindowAct act : acts) {
            act.change().about().ifPresent(name -> {
                String window = act.change().window();
                if (find(window, name).isEmpty()) {
                    last.put(window + " " + name.text(), act);
                }
            });
        }
        return last.values().stream()
                .filter(act -> !(act.change() instanceof WindowChange.Cancelled) && !isOver(act.change(), from))
                .toList();
    }

    private static boolean isOver(WindowChange change, Instant from) {
        return switch (change) {
            case WindowChange.Moved moved -> moved.end().isBefore(from);
            case WindowChange.Overran overran -> overran.end().isBefore(from);
            default ->
                change.about()
                        .filter(name -> name instanceof SessionName.Planned(LocalDate day)
                                && day.plusDays(2)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant()
                                        .isBefore(from))
                        .isPresent();
        };
    }

    private Stream<WindowSession> sessions(Instant from, Instant to) {
        return all(from, to).filter(Entry::takesPlace).map(Entry::now);
    }

    /** All that could touch the time between, and some more. */
    private Stream<Entry> all(Instant from, Instant to) {
        Stream<WindowSession> ruled = rules.stream().flatMap(rule -> {
            LocalDate first = from.minus(FARTHEST_MOVE).atZone(rule.zone()).toLocalDate();
            LocalDate last = to.plus(FARTHEST_MOVE).atZone(rule.zone()).toLocalDate();
            return first.datesUntil(last.plusDays(1)).filter(rule::opensOn).map(rule::on);
        });
        return Stream.concat(ruled, added()).map(this::entry);
    }

    private Stream<WindowSession> added() {
        return acts.stream()
                .flatMap(act -> act.change() instanceof WindowChange.Added(String window, Instant start, Instant end)
                        ? Stream.of(new WindowSession(
                                window, new SessionName.Extra(act.number()), start, end, Optional.of(act.actor())))
                        : Stream.of());
    }

    private Entry entry(WindowSession planned) {
        WindowSession now = planned;
        boolean takesPlace = true;
        for (WindowAct act : acts) {
            if (!act.isAbout(planned.window(), planned.name())) {
                continue;
            }
            String by = act.actor();
            switch (act.change()) {
                case WindowChange.Confirmed confirmed -> {
                    now = now.at(now.start(), now.end(), by);
                    takesPlace = true;
                }
                case WindowChange.Moved moved -> {
                    now = now.at(moved.start(), moved.end(), by);
                    takesPlace = true;
                }
                case WindowChange.Overran overran -> {
                    // The rule may have come to mean another time of the day since.
                    if (overran.end().isAfter(now.start())) {
                        now = now.at(now.start(), overran.end(), by);
                    }
                }
                case WindowChange.Cancelled cancelled -> takesPlace = false;
                case WindowChange.Added added -> {}
            }
        }
        return new Entry(planned, isCertain ? now : now.tentative(), takesPlace);
    }
}
