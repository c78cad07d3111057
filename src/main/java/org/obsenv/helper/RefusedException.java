package org.obsenv.helper;

import java.util.Map;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Ruling;

/** Ends a verb before it changed anything; becomes its outcome. */
class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Outcome.Refused outcome;

    RefusedException(Refusal refusal, Map<String, String> facts) {
        super(refusal.written() + " " + facts);
        this.outcome = new Outcome.Refused(refusal, facts);
    }

    static RefusedException of(Ruling.Forbidden why) {
        return new RefusedException(why.refusal(), why.facts());
    }

    final Outcome.Refused outcome() {
        return outcome;
    }
}
