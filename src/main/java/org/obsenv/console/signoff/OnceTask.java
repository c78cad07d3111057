package org.obsenv.console.signoff;

import java.util.Optional;
import org.obsenv.console.acting.SignOffTask;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.words.Words;

/**
 * What is asked once: a proposal, or a move of the recommended tag. Whatever somebody else did meanwhile is for the
 * person to look at.
 */
record OnceTask(Ask ask, String actor, Words words) implements SignOffTask {
    @Override
    public Optional<SignOffTask> again(LedgerReading now) {
        return Optional.empty();
    }

    @Override
    public Optional<String> done(LedgerReading now, Outcome.Recorded recorded) {
        return Written.shown(now, recorded, actor, words);
    }
}
