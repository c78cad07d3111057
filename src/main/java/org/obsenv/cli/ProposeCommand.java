package org.obsenv.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.protocol.SignOffRequestDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proposes an image; where its tag is a candidate for another image already, proposes that candidate anew. */
@Command(sortOptions = false)
final class ProposeCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "TAG")
    String tag = "";

    @Option(names = "--digest", paramLabel = "SHA256")
    @Nullable
    String digest;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    String reason = "";

    @Option(names = "--replaces", paramLabel = "TAG")
    @Nullable
    String replaces;

    ProposeCommand(Sources sources, Screen screen) {
        super(sources, screen);
    }

    @Override
    int act(LedgerAccess ledger) throws LedgerAccess.Unusable {
        if (!SignOffRequestDocument.isTag(tag)) {
            throw new LedgerAccess.Unusable(ExitCodes.USAGE, words.text("signoff.no-tag", "found", tag));
        }
        Digest image = image(ledger);
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

    /** The one that is named; else the one that the tag means now, which is said. */
    private Digest image(LedgerAccess ledger) throws LedgerAccess.Unusable {
        @Nullable String named = digest;
        if (named != null) {
            return OnCandidateCommand.digest(named);
        }
        Digest image = TagMeaning.of(TagMeaning.images(ledger), tag)
                .orElseThrow(
                        () -> new LedgerAccess.Unusable(ExitCodes.DIFFERS, words.text("signoff.tag-gone", "tag", tag)));
        screen.out().println(words.text("signoff.binds", "candidate", tag, "digest", image.text()));
        return image;
    }
}
