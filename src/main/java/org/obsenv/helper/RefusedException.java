package org.obsenv.helper;

import java.util.Map;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;

/** Ends a verb before it changed anything; becomes its outcome. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Outcome.Refused outcome;

    RefusedException(Refusal refusal, Map<String, String> facts) {
        super(refusal.written() + " " + facts);
        this.outcome = new Outcome.Refused(refusal, facts);
    }

    Outcome.Refused outcome() {
        return outcome;
    }
}
