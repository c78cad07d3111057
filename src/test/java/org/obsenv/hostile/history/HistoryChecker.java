package org.obsenv.hostile.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether a history may have happened: no roll back undone except by somebody who had seen it, nothing torn, and
 * a journal that tells what was seen. Where the record leaves it open which of two acts came first, it finds no fault.
 */
public final class HistoryChecker {
    private HistoryChecker() {}

    /** Every violation; empty when there is none. */
    public static List<Violation> check(History history) {
        List<Violation> violations = new ArrayList<>();
        violations.addAll(new InForce(history).violations());
        violations.addAll(new Recorded(history).violations());
        violations.addAll(new Chain(history).violations());
        violations.addAll(new Wholes(history).violations());
        return violations;
    }
}
