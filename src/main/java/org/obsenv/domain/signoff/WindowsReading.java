package org.obsenv.domain.signoff;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.window.WindowAct;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowRule;

/**
 * What was said of single sessions of maintenance windows.
 *
 * @param acts genuine ones, oldest first
 * @param doubt from where on they are unverified
 */
public record WindowsReading(List<WindowAct> acts, Revision revision, Optional<Doubt> doubt) {
    public WindowsReading {
        acts = List.copyOf(acts);
    }

    /** The sessions that come of it: where acts are in doubt none counts as confirmed. */
    public WindowCalendar calendar(List<WindowRule> rules) {
        return new WindowCalendar(rules, acts, doubt.isEmpty());
    }
}
