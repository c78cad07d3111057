package org.obsenv.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Does something about a candidate, bound to the image that it is proposed for, or to the one that is named. */
abstract class OnCandidateCommand implements Callable<Integer> {
    private final Sources sources;
    private final Screen screen;

    /** The words of the bundle {@code cli}. */
    final Words words = Texts.words();

    @Parameters(index = "0", paramLabel = "CANDIDATE")
    String candidate = "";

    @Option(names = "--digest", paramLabel = "SHA256")
    @Nullable
    String digest;

    @Mixin
    SiteOption site = new SiteOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    OnCandidateCommand(Sources sources, Screen screen) {
        this.sources = sources;
        this.screen = screen;
    }

    /** What is to be recorded. */
    abstract Deed deed(LedgerAccess ledger) throws LedgerAccess.Unusable;

    @Override
    public Integer call() throws YamlProblem {
        return LedgerAccess.with(sources, screen, site, this::act);
    }

    private int act(LedgerAccess ledger) throws LedgerAccess.Unusable {
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
