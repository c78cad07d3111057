package org.obsenv.console.signoff;

import java.util.List;
import java.util.Optional;
import org.obsenv.console.acting.SignOffTask;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.words.Words;

/**
 * An act about a candidate.
 *
 * @param about the candidate as the person saw it
 * @param actor whose act the store must show
 */
record CandidateTask(Ask.OnCandidate ask, Candidate about, String actor, Words words) implements SignOffTask {
    /** More acts about the same image are in nobody's way; another image, or fewer acts, are for a person to look at. */
    @Override
    public Optional<SignOffTask> again(LedgerReading now) {
        return now.find(about.id()).filter(this::isStillMeant).map(found -> {
            Ask.OnCandidate again = new Ask.OnCandidate(ask.candidate(), found.revision(), ask.digest(), ask.deed());
            return new CandidateTask(again, found.candidate(), actor, words);
        });
    }

    private boolean isStillMeant(CandidateReading found) {
        List<Act> before = about.acts();
        List<Act> after = found.candidate().acts();
        return found.isWhole()
                && found.candidate().image().equals(about.image())
                && after.size() > before.size()
                && after.subList(0, before.size()).equals(before);
    }

    @Override
    public Optional<String> done(LedgerReading now, Outcome.Recorded recorded) {
        return Written.shown(now, recorded, actor, words);
    }
}
