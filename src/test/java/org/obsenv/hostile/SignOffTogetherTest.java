package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;

/**
 * Three consoles that write to one candidate at once, each act a verb of its own, while it is read all the time: none is
 * lost, none is doubled, and every reading is whole. {@code packaging/proofs.sh together} has each write 1,000.
 */
class SignOffTogetherTest {
    private static final int CONSOLES = 3;
    private static final int ACTS = Integer.getInteger("obsenv.acts", 3);
    private static final String WEEKLY = "w_2026_45-1";

    @TempDir
    Path directory;

    private final AtomicInteger again = new AtomicInteger();

    @Test
    void noneIsLostAndNoneIsDoubled() throws Exception {
        SignOffProcess verb = new SignOffProcess(directory);
        assertThat(verb.run(SignOffProcess.proposal())).isInstanceOf(Outcome.Recorded.class);
        AtomicBoolean goesOn = new AtomicBoolean(true);
        List<String> written = new ArrayList<>();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Integer> reader = threads.submit(() -> read(verb, goesOn));
            List<Future<List<String>>> consoles = new ArrayList<>();
            for (int i = 0; i < CONSOLES; i++) {
                String name = "console-" + i;
                consoles.add(threads.submit(() -> write(verb, name)));
            }
            try {
                for (Future<List<String>> each : consoles) {
                    written.addAll(each.get());
                }
            } finally {
                goesOn.set(false);
            }
            System.out.printf(
                    "signoff together: %d acts by %d consoles, %d sent again, %d readings, 0 lost, 0 doubled%n",
                    written.size(), CONSOLES, again.get(), reader.get());
        }

        CandidateReading reading = verb.candidate(WEEKLY);
        assertThat(reading.isWhole()).isTrue();
        assertThat(reading.candidate().acts().stream().skip(1).map(SignOffTogetherTest::evidence))
                .containsExactlyInAnyOrderElementsOf(written)
                .doesNotHaveDuplicates()
                .hasSize(CONSOLES * ACTS);
    }

    private List<String> write(SignOffProcess verb, String console) {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < ACTS; i++) {
            String evidence = console + " act " + i;
            while (!isWritten(verb.run(verb.check(WEEKLY, evidence)))) {
                again.incrementAndGet();
            }
            written.add(evidence);
        }
        return written;
    }

    private static boolean isWritten(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            assertThat(refused.refusal()).isEqualTo(Refusal.LEDGER_MOVED);
            return false;
        }
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        return true;
    }

    private static int read(SignOffProcess verb, AtomicBoolean goesOn) {
        int readings = 0;
        int acts = 0;
        while (goesOn.get()) {
            CandidateReading reading = verb.candidate(WEEKLY);
            assertThat(reading.doubt()).isEmpty();
            assertThat(reading.candidate().acts()).hasSizeGreaterThanOrEqualTo(acts);
            acts = reading.candidate().acts().size();
            readings++;
        }
        return readings;
    }

    private static String evidence(Act act) {
        return act.deed() instanceof Deed.Checked checked
                ? checked.evidence().orElseThrow()
                : act.deed().toString();
    }
}
