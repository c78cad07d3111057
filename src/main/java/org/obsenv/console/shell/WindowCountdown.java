package org.obsenv.console.shell;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.Times;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.domain.window.WindowSession;
import org.obsenv.words.Words;

/** The next maintenance window, counted down. Looks for it once a session, not once a second. FX thread. */
final class WindowCountdown {
    private final WindowCalendar calendar;
    private final Words words;
    private final Times times;
    private @Nullable WindowSession session;

    WindowCountdown(List<WindowRule> rules, Words words) {
        this.calendar = new WindowCalendar(rules, List.of());
        this.words = words;
        this.times = new Times(words);
    }

    /** {@code Patch Thursday in 5 d 20 h}, or that it is open; empty without windows. */
    String at(Instant now) {
        WindowSession known = session;
        if (known == null || !now.isBefore(known.end())) {
            known = calendar.openAt(now).or(() -> calendar.next(now)).orElse(null);
            session = known;
        }
        if (known == null) {
            return "";
        }
        if (known.isOpenAt(now)) {
            return words.text("header.window.open", "window", known.window(), "left", times.until(known.end(), now));
        }
        return words.text("header.window", "window", known.window(), "left", times.until(known.start(), now));
    }

    /** What else is to be known of the session that is counted down to; empty when nothing. */
    String hint() {
        WindowSession known = session;
        return known != null && known.isTentative() ? words.text("header.window.tentative") : "";
    }
}
