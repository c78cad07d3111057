package org.obsenv.domain.window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sessions that rules and what people said of single ones come to. */
public record WindowCalendar(List<WindowRule> rules, List<WindowChange> changes) {
    /** A session may be moved by so much and still be found from its own day. */
    private static final Duration FARTHEST_MOVE = Duration.ofDays(62);

    /** How far ahead the next session is looked for: a fifth Wednesday may be three months away. */
    private static final Duration AHEAD = Duration.ofDays(400);

    private static final Comparator<WindowSession> ORDER =
            Comparator.comparing(WindowSession::start).thenComparing(WindowSession::window);

    public WindowCalendar {
        rules = List.copyOf(rules);
        changes = List.copyOf(changes);
    }

    /** The sessions that start at {@code from} or later and before {@code to}, in the order of their starts. */
    public List<WindowSession> starting(Instant from, Instant to) {
        return sessions(from, to)
                .filter(each -> !each.start().isBefore(from) && each.start().isBefore(to))
                .sorted(ORDER)
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
        return sessions(time, time).filter(each -> each.isOpenAt(time)).max(Comparator.comparing(WindowSession::end));
    }

    /** The first session of any window that starts after a time. */
    public Optional<WindowSession> next(Instant time) {
        return starting(time, time.plus(AHEAD)).stream().findFirst();
    }

    /** All that could touch the time between, and some more. */
    private Stream<WindowSession> sessions(Instant from, Instant to) {
        Stream<WindowSession> ruled = rules.stream().flatMap(rule -> ruled(rule, from, to).stream());
        Stream<WindowSession> extra = changes.stream()
                .flatMap(change -> change instanceof WindowChange.Added added ? Stream.of(extra(added)) : Stream.of());
        return Stream.concat(ruled, extra);
    }

    private List<WindowSession> ruled(WindowRule rule, Instant from, Instant to) {
        List<WindowSession> sessions = new ArrayList<>();
        LocalDate first = from.minus(FARTHEST_MOVE).atZone(rule.zone()).toLocalDate();
        LocalDate last = to.plus(FARTHEST_MOVE).atZone(rule.zone()).toLocalDate();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            if (rule.opensOn(date)) {
                changed(rule.on(date), date).ifPresent(sessions::add);
            }
        }
        return sessions;
    }

    /** Empty when it was cancelled and nobody took that back. */
    private Optional<WindowSession> changed(WindowSession planned, LocalDate date) {
        WindowSession now = planned;
        boolean takesPlace = true;
        for (WindowChange change : changes) {
            if (!change.window().equals(planned.window())) {
                continue;
            }
            switch (change) {
                case WindowChange.Confirmed(String window, LocalDate day, String by)
                when day.equals(date) -> {
                    now = session(now, now.start(), now.end(), by);
                    takesPlace = true;
                }
                case WindowChange.Moved(String window, LocalDate day, Instant start, Instant end, String by)
                when day.equals(date) -> {
                    now = session(now, start, end, by);
                    takesPlace = true;
                }
                case WindowChange.Overran(String window, LocalDate day, Instant end, String by)
                when day.equals(date) -> now = session(now, now.start(), end, by);
                case WindowChange.Cancelled(String window, LocalDate day, String by)
                when day.equals(date) -> takesPlace = false;
                case WindowChange.Confirmed other -> {}
                case WindowChange.Moved other -> {}
                case WindowChange.Overran other -> {}
                case WindowChange.Cancelled other -> {}
                case WindowChange.Added other -> {}
            }
        }
        return takesPlace ? Optional.of(now) : Optional.empty();
    }

    private static WindowSession session(WindowSession was, Instant start, Instant end, String by) {
        return new WindowSession(was.window(), was.planned(), start, end, Optional.of(by));
    }

    private static WindowSession extra(WindowChange.Added added) {
        return new WindowSession(added.window(), Optional.empty(), added.start(), added.end(), Optional.of(added.by()));
    }
}
