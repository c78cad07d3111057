package org.obsenv.helper;

import java.nio.file.Path;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.protocol.SignOffRequest.Ask;

/**
 * One console as a process of its own: {@code DIRECTORY CANDIDATE NAME ACTS}. Writes so many results of one check, each
 * against what it read last, and reads again whenever somebody else was quicker.
 */
public final class LedgerWriter {
    private LedgerWriter() {}

    public static void main(String[] arguments) {
        LedgerSite site = new LedgerSite(Path.of(arguments[0]));
        int again = 0;
        for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
            Deed deed = new Deed.Checked(
                    new Policy.Cell("system-test", "data-int"),
                    Deed.CheckResult.PASSED,
                    Optional.of(arguments[2] + " act " + i));
            while (!isWritten(site.runBesideOthers(
                    "owner1",
                    new Ask.OnCandidate(arguments[1], site.revision(arguments[1]), SignOffPolicy.IMAGE, deed)))) {
                again++;
            }
        }
        System.out.println(again);
    }

    private static boolean isWritten(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused && refused.refusal() == Refusal.LEDGER_MOVED) {
            return false;
        }
        if (outcome instanceof Outcome.Recorded) {
            return true;
        }
        throw new AssertionError(outcome);
    }
}
