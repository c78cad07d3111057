package org.obsenv.console.acting;

import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.protocol.SignOffRequest;

/** One act that a person asked for, with what she saw. */
public interface SignOffTask {
    /** What is asked of the verb. */
    SignOffRequest.Ask ask();

    /**
     * The same, bound to what the store shows now, where what somebody else did in between is no reason to ask the
     * person again; empty where she must look first.
     */
    Optional<SignOffTask> again(LedgerReading now);

    /** What to say once the store shows the act; empty while it does not. */
    Optional<String> done(LedgerReading now, Outcome.Recorded recorded);
}
