package org.obsenv.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.protocol.SignOffRequestDocument;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proposes an image; where its tag is a candidate for another image already, proposes that candidate anew. */
@Command(sortOptions = false)
final class ProposeCommand implements Callable<Integer> {
    private final Sources sources;
    private final Screen screen;
    private final Words words = Texts.words();

    @Parameters(index = "0", paramLabel = "TAG")
    String tag = "";

    @Option(names = "--digest", paramLabel = "SHA256", required = true)
    String digest = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    String reason = "";

    @Option(names = "--replaces", paramLabel = "TAG")
    @Nullable
    String replaces;

    @Mixin
    SiteOption site = new SiteOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    ProposeCommand(Sources sources, Screen screen) {
        this.sources = sources;
        this.screen = screen;
    }

    @Override
    public Integer call() throws YamlProblem {
        return LedgerAccess.with(sources, screen, site, this::propose);
    }

    private int propose(LedgerAccess ledger) throws LedgerAccess.Unusable {
        if (!SignOffRequestDocument.isTag(tag)) {
            throw new LedgerAccess.Unusable(ExitCodes.USAGE, words.text("signoff.no-tag", "found", tag));
        }
        Digest image = OnCandidateCommand.digest(digest);
        Deed.Proposed deed = new Deed.Proposed(reason, Optional.ofNullable(replaces));
        // Where no store can be read there may be none yet: the verb makes it, or says what is wrong with it.
        Optional<CandidateReading> open =
                ledger.opened().reader().read().map(LedgerReading::candidates).found().stream()
                        .flatMap(List::stream)
                        .filter(each -> each.isWhole() && each.candidate().isOpen())
                        .filter(each -> each.candidate().tag().text().equals(tag))
                        .findFirst();
        if (open.isEmpty()) {
            return ledger.act(new Ask.Propose(tag, image, deed));
        }
        String id = open.get().candidate().id();
        return ledger.act(open.get(), now -> new Ask.OnCandidate(id, now.revision(), image, deed));
    }
}
