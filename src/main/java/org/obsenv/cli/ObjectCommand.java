package org.obsenv.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.signoff.Deed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Objects to a candidate, which blocks it until the objection is withdrawn. */
@Command(sortOptions = false)
final class ObjectCommand extends OnCandidateCommand {
    @Option(names = "--seat", paramLabel = "SEAT")
    @Nullable
    String seat;

    @Option(names = "--comment", paramLabel = "TEXT", required = true)
    String comment = "";

    ObjectCommand(Sources sources, Screen screen) {
        super(sources, screen);
    }

    @Override
    Deed deed(LedgerAccess ledger) throws LedgerAccess.Unusable {
        return new Deed.Objected(SeatChoice.of(ledger, Optional.ofNullable(seat), Optional.empty()), comment);
    }
}
