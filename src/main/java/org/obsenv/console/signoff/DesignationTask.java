package org.obsenv.console.signoff;

import java.util.Optional;
import org.obsenv.console.acting.SignOffTask;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.signoff.DesignationAct;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.protocol.SignOffRequest.Ask;

/**
 * Somebody is designated, or no longer.
 *
 * @param said what to say once the store shows it
 */
record DesignationTask(DesignationAct.Change change, String actor, String said) implements SignOffTask {
    @Override
    public Ask ask() {
        return new Ask.OnDesignations(change);
    }

    @Override
    public Optional<SignOffTask> again(LedgerReading now) {
        return Optional.empty();
    }

    @Override
    public Optional<String> done(LedgerReading now, Outcome.Recorded recorded) {
        return now.designations().stream()
                .filter(each -> each.number() == recorded.act()
                        && each.actor().equals(actor)
                        && each.change().equals(change))
                .findFirst()
                .map(each -> said);
    }
}
