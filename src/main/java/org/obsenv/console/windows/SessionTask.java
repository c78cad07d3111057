package org.obsenv.console.windows;

import java.util.Optional;
import java.util.function.Function;
import org.obsenv.console.acting.SignOffTask;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.window.WindowAct;
import org.obsenv.protocol.SignOffRequest.Ask;

/**
 * Something said of a session.
 *
 * @param actor whose act the store must show
 * @param told what an act that is in the store comes to
 */
record SessionTask(Ask.OnWindows ask, String actor, Function<WindowAct, String> told) implements SignOffTask {
    /** The verb refuses only what somebody else said of the same window: that is for the person to look at. */
    @Override
    public Optional<SignOffTask> again(LedgerReading now) {
        return Optional.empty();
    }

    @Override
    public Optional<String> done(LedgerReading now, Outcome.Recorded recorded) {
        return now.windows().acts().stream()
                .filter(act -> act.number() == recorded.act()
                        && act.actor().equals(actor)
                        && act.change().equals(ask.change()))
                .findFirst()
                .map(told);
    }
}
