package org.obsenv.console.shell;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.Times;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowSession;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** The next maintenance window, counted down. Looks for it once a session, not once a second. FX thread. */
final class WindowCountdown {
    private final Words words;
    private final Times times;
    private WindowCalendar calendar = new WindowCalendar(List.of(), List.of());
    private @Nullable WindowSession session;

    WindowCountdown(Words words) {
        this.words = words;
        this.times = new Times(words);
    }

    /** From now on it counts down to these sessions. */
    void show(WindowCalendar shown) {
        calendar = shown;
        session = null;
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
            return told("header.window.open", known, times.until(known.end(), now));
        }
        return told("header.window", known, times.until(known.start(), now));
    }

    private String told(String key, WindowSession known, String left) {
        String counted = words.text(key, "window", Visible.of(known.window()), "left", left);
        return known.isTentative() ? words.text("header.window.tentatively", "counted", counted) : counted;
    }

    /** What else is to be known of the session that is counted down to; empty when nothing. */
    String hint() {
        WindowSession known = session;
        return known != null && known.isTentative() ? words.text("header.window.tentative") : "";
    }
}
