package org.obsenv.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.signoff.DesignationAct;
import org.obsenv.domain.signoff.DesignationAct.Change;
import org.obsenv.domain.signoff.DesignationTerm;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.words.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets somebody sign in a seat of the caller's for some days, ends that, or lists what stands. */
@Command(sortOptions = false)
final class DesignateCommand extends LedgerCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "SEAT")
    @Nullable
    String seat;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ACCOUNT")
    @Nullable
    String designate;

    @Option(names = "--from", paramLabel = "DATE")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "DATE")
    @Nullable
    String to;

    @Option(names = "--end", paramLabel = "ACT")
    @Nullable
    Integer end;

    DesignateCommand(Sources sources, Screen screen) {
        super(sources, screen);
    }

    @Override
    int act(LedgerAccess ledger) throws LedgerAccess.Unusable {
        @Nullable Integer ended = end;
        @Nullable String where = seat;
        @Nullable String whom = designate;
        @Nullable String last = to;
        if (ended != null && where == null && ended > 0) {
            return ledger.act(new Ask.OnDesignations(new Change.Ended(ended)));
        }
        if (where == null && ended == null) {
            return list(ledger);
        }
        if (where == null || whom == null || last == null || ended != null) {
            throw new LedgerAccess.Unusable(ExitCodes.USAGE, words.text("signoff.designate-how"));
        }
        ZoneId zone = ledger.opened().zone();
        Instant begin = from == null ? ledger.opened().clock().instant() : day(DesignationTerm.begin(from, zone), from);
        Instant over = day(DesignationTerm.end(last, zone), last);
        if (!begin.isBefore(over)) {
            throw new LedgerAccess.Unusable(ExitCodes.USAGE, words.text("signoff.designate-when"));
        }
        return ledger.act(new Ask.OnDesignations(new Change.Made(where, whom, begin, over)));
    }

    private static Instant day(Optional<Instant> read, String text) throws LedgerAccess.Unusable {
        return read.orElseThrow(() -> new LedgerAccess.Unusable(
                ExitCodes.USAGE, Texts.words().text("usage.no-date", "found", Visible.value(text))));
    }

    private int list(LedgerAccess ledger) throws LedgerAccess.Unusable {
        ZoneId zone = ledger.opened().zone();
        var standing = DesignationAct.standing(ledger.read().designations());
        if (standing.isEmpty()) {
            screen.out().println(words.text("signoff.no-designations"));
        }
        standing.forEach(each -> screen.out()
                .println(words.text(
                        "signoff.designation",
                        "designate",
                        Visible.of(each.designate()),
                        "holder",
                        Visible.of(each.holder()),
                        "seat",
                        Visible.of(each.seat()),
                        "from",
                        ClockTimes.of(each.from(), zone),
                        "to",
                        ClockTimes.of(each.to(), zone))));
        return ExitCodes.AT_BASE;
    }
}
