package org.obsenv.site;

import java.util.List;

/**
 * When an alarm is raised about the traceability of what runs.
 *
 * @param hotfixDays after which a hot-fix owes its ticket and its counterpart
 * @param pinMonths after which a pin is old
 * @param trunks the branches that fixes go back to, and that the deploy branch is never merged into
 */
public record TraceSettings(int hotfixDays, int pinMonths, List<String> trunks) {
    public static final TraceSettings DEFAULT = new TraceSettings(14, 6, List.of("develop", "main"));

    public TraceSettings {
        trunks = List.copyOf(trunks);
    }
}
