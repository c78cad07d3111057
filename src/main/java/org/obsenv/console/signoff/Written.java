package org.obsenv.console.signoff;

import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.words.ImageNames;
import org.obsenv.words.Words;

/** Whether the store shows what a verb said that it wrote about a candidate. Pure. */
final class Written {
    private Written() {}

    /** What to say of it; empty while the store does not show that act, by that person. */
    static Optional<String> shown(LedgerReading now, Outcome.Recorded recorded, String actor, Words words) {
        return now.find(recorded.document())
                .map(CandidateReading::candidate)
                .filter(found -> found.act(recorded.act())
                        .filter(act -> act.actor().equals(actor))
                        .isPresent())
                .map(found ->
                        words.text("ending.done", "act", recorded.act(), "image", new ImageNames().of(found.tag())));
    }
}
