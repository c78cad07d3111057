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
 * One console as a process of its own: {@code DIRECTORY NAME ACTS}. Writes so many results of one check, each against
 * what it read last, and reads again whenever somebody else was quicker. After some it goes on with the next candidate,
 * as the others do: no real one has thousands of acts, and each is read as a whole.
 */
public final class LedgerWriter {
    private static final int FIRST_WEEK = 10;
    /** How many acts of each console are about one candidate. */
    public static final int ACTS_EACH = 100;

    private LedgerWriter() {}

    /** The tag that a console's act is about. */
    public static String tag(int act) {
        return "w_2026_" + (FIRST_WEEK + act / ACTS_EACH);
    }

    public static void main(String[] arguments) {
        LedgerSite site = new LedgerSite(Path.of(arguments[0]));
        int again = 0;
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            String candidate = tag(i) + "-1";
            Deed deed = new Deed.Checked(
                    new Policy.Cell("system-test", "data-int"),
                    Deed.CheckResult.PASSED,
                    Optional.of(arguments[1] + " act " + i));
            while (!isWritten(site.runBesideOthers(
                    "owner1", new Ask.OnCandidate(candidate, site.revision(candidate), SignOffPolicy.IMAGE, deed)))) {
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
