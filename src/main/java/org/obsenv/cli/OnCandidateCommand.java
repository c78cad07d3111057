package org.obsenv.cli;

import org.jspecify.annotations.Nullable;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.protocol.SignOffRequest.Ask;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Does something about a candidate, bound to the image that it is proposed for, or to the one that is named. */
abstract class OnCandidateCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "CANDIDATE")
    String candidate = "";

    @Option(names = "--digest", paramLabel = "SHA256")
    @Nullable
    String digest;

    OnCandidateCommand(Sources sources, Screen screen) {
        super(sources, screen);
    }

    /** What is to be recorded. */
    abstract Deed deed(LedgerAccess ledger) throws LedgerAccess.Unusable;

    @Override
    int act(LedgerAccess ledger) throws LedgerAccess.Unusable {
        CandidateReading reading = ledger.candidate(candidate);
        String id = reading.candidate().id();
        Digest image = digest == null ? ledger.image(reading) : digest(digest);
        Deed deed = deed(ledger);
        screen.out().println(words.text("signoff.binds", "candidate", id, "digest", image.text()));
        return ledger.act(reading, now -> new Ask.OnCandidate(id, now.revision(), image, deed));
    }

    /** Refuses what is no digest before anybody is asked. */
    static Digest digest(String text) throws LedgerAccess.Unusable {
        if (!Digest.isValid(text)) {
            throw new LedgerAccess.Unusable(ExitCodes.USAGE, Texts.words().text("signoff.no-digest", "found", text));
        }
        return new Digest(text);
    }
}
