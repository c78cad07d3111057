package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.helper.LedgerSite;
import org.obsenv.helper.LedgerWriter;
import org.obsenv.protocol.SignOffRequest.Ask;

/**
 * Three consoles that write to one candidate at once while it is read all the time: none is lost, none is doubled, and
 * every reading is whole. Once each act is a verb of its own; once each console is a process that writes as fast as it
 * can, of which {@code packaging/proofs.sh together} has each write 1,000.
 */
class SignOffTogetherTest {
    private static final int CONSOLES = 3;
    private static final int VERBS = Integer.getInteger("obsenv.verbs", 3);
    private static final int ACTS = Integer.getInteger("obsenv.acts", 30);
    private static final String WEEKLY = "w_2026_45-1";

    @TempDir
    Path directory;

    private final AtomicInteger again = new AtomicInteger();

    @Test
    void eachActAVerbOfItsOwn() throws Exception {
        SignOffProcess verb = new SignOffProcess(directory);
        assertThat(verb.run(SignOffProcess.proposal())).isInstanceOf(Outcome.Recorded.class);
        together(() -> List.of(verb.candidate(WEEKLY)), VERBS, name -> write(verb, name));
    }

    @Test
    void eachConsoleAProcessOfItsOwn() throws Exception {
        LedgerSite site = new LedgerSite(directory);
        for (int act = 0; act < ACTS; act += LedgerWriter.ACTS_EACH) {
            site.run(
                    "maint1",
                    new Ask.Propose(
                            LedgerWriter.tag(act), SignOffPolicy.IMAGE, new Deed.Proposed("new", Optional.empty())));
        }
        together(() -> site.reading().candidates(), ACTS, this::writer);
    }

    private interface Console {
        void write(String name) throws Exception;
    }

    private void together(Supplier<List<CandidateReading>> store, int acts, Console console) throws Exception {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Integer> reader = threads.submit(() -> read(store, goesOn));
            List<Future<?>> consoles = new ArrayList<>();
            for (int i = 0; i < CONSOLES; i++) {
                String name = "console-" + i;
                consoles.add(threads.submit(() -> {
                    console.write(name);
                    return name;
                }));
            }
            try {
                for (Future<?> each : consoles) {
                    each.get();
                }
            } finally {
                goesOn.set(false);
            }
            System.out.printf(
                    "signoff together: %d acts by each of %d consoles, %d sent again, %d readings, 0 lost, 0 doubled%n",
                    acts, CONSOLES, again.get(), reader.get());
        }
        List<CandidateReading> all = store.get();
        assertThat(all).allMatch(CandidateReading::isWhole);
        assertThat(all.stream().flatMap(each -> each.candidate().acts().stream().skip(1)))
                .extracting(SignOffTogetherTest::evidence)
                .containsExactlyInAnyOrderElementsOf(written(acts));
    }

    private static List<String> written(int acts) {
        return IntStream.range(0, CONSOLES)
                .boxed()
                .flatMap(console -> IntStream.range(0, acts).mapToObj(i -> "console-" + console + " act " + i))
                .toList();
    }

    private void writer(String name) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LedgerWriter.class.getName(),
                        directory.toString(),
                        name,
                        Integer.toString(ACTS))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        again.addAndGet(Integer.parseInt(said.strip()));
    }

    private void write(SignOffProcess verb, String console) {
        for (int i = 0; i < VERBS; i++) {
            while (!isWritten(verb.run(verb.check(WEEKLY, console + " act " + i)))) {
                again.incrementAndGet();
            }
        }
    }

    private static boolean isWritten(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            assertThat(refused.refusal()).isEqualTo(Refusal.LEDGER_MOVED);
            return false;
        }
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        return true;
    }

    private static int read(Supplier<List<CandidateReading>> store, AtomicBoolean goesOn) {
        int readings = 0;
        int acts = 0;
        while (goesOn.get()) {
            List<CandidateReading> all = store.get();
            assertThat(all).allMatch(CandidateReading::isWhole);
            int now = all.stream()
                    .mapToInt(each -> each.candidate().acts().size())
                    .sum();
            assertThat(now).isGreaterThanOrEqualTo(acts);
            acts = now;
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
