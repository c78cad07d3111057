package org.obsenv.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.signoff.Deed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Acknowledges a candidate in a seat of the caller's own, or in a holder's stead. */
@Command(sortOptions = false)
final class SignCommand extends OnCandidateCommand {
    @Option(names = "--seat", paramLabel = "SEAT")
    @Nullable
    String seat;

    @Option(names = "--for", paramLabel = "HOLDER")
    @Nullable
    String holder;

    @Option(names = "--comment", paramLabel = "TEXT")
    @Nullable
    String comment;

    SignCommand(Sources sources, Screen screen) {
        super(sources, screen);
    }

    @Override
    Deed deed(LedgerAccess ledger) throws LedgerAccess.Unusable {
        Optional<String> instead = Optional.ofNullable(holder);
        return new Deed.Acknowledged(
                SeatChoice.of(ledger, Optional.ofNullable(seat), instead), instead, Optional.ofNullable(comment));
    }
}
