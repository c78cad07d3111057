package org.obsenv.console.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.Times;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.domain.window.WindowSession;
import org.obsenv.words.Words;

/** The next maintenance window, counted down. Looks for it once a session, not once a second. FX thread. */
final class WindowCountdown {
    private final List<WindowRule> rules;
    private final WindowCalendar calendar;
    private final Words words;
    private final Times times;
    private @Nullable WindowSession session;

    WindowCountdown(List<WindowRule> rules, Words words) {
        this.rules = rules;
        this.calendar = new WindowCalendar(rules, List.of());
        this.words = words;
        this.times = new Times(words);
    }

    /** {@code Patch Thursday in 5 d 20 h}, or that it is open; empty without windows. */
    String at(Instant now) {
        WindowSession known = session;
        if (known == null || !now.isBefore(known.end())) {
            known = find(now).orElse(null);
            session = known;
        }
        if (known == null) {
            return "";
        }
        if (known.isOpenAt(now)) {
            return words.text("header.window.open", "window", known.window(), "left", left(now, known.end()));
        }
        return words.text("header.window", "window", known.window(), "left", left(now, known.start()));
    }

    /** What else is to be known of the session that is counted down to; empty when nothing. */
    String hint() {
        WindowSession known = session;
        return known != null && known.isTentative() ? words.text("header.window.tentative") : "";
    }

    private Optional<WindowSession> find(Instant now) {
        return rules.stream()
                .flatMap(rule -> calendar.openAt(rule.name(), now).or(() -> calendar.next(rule.name(), now)).stream())
                .min(Comparator.comparing(WindowSession::start));
    }

    private String left(Instant now, Instant then) {
        Duration left = Duration.between(now, then);
        long days = left.toDays();
        return days == 0
                ? times.duration(left)
                : words.text(
                        "header.window.days",
                        "days",
                        days,
                        "hours",
                        left.minusDays(days).toHours());
    }
}
