package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Verb;

/** What importing processes see while the switch moves. */
class ReadersTest {
    private static final int SWITCHES = Integer.getInteger("obsenv.switches", 100);
    private static final String FILE = "python/%s/__init__.py";

    @TempDir
    Path directory;

    TestEnvironment environment;

    @BeforeEach
    void deployAHotfixOfBoth() {
        environment = TestEnvironment.setUp(directory, "ts_wep", "summit_utils");
        environment.remote("ts_wep").hotfix("Retry it", "version = 2\n");
        environment.remote("summit_utils").hotfix("Retry it too", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
    }

    private interface Switch {
        void to(Verb verb) throws Exception;
    }

    @Test
    void nobodySeesAnythingMissingPartialOrMixed() throws Exception {
        Seen seen = new Seen();
        switchUnderReaders(seen, this::rename);

        System.out.println(SWITCHES + " switches: " + seen);
        assertThat(seen.whole.get()).isGreaterThan(SWITCHES);
        assertThat(seen.old.get()).isPositive();
        assertThat(seen.missing.get()).isZero();
        assertThat(seen.partial.get()).isZero();
        assertThat(seen.mixed.get()).isZero();
    }

    @Test
    void theReadersNoticeALinkThatIsRemovedAndMadeAgain() throws Exception {
        Seen seen = new Seen();
        switchUnderReaders(seen, verb -> {
            Path current = environment.paths().current();
            Files.delete(current);
            seen.awaitLook();
            Files.createSymbolicLink(current, Path.of(verb == Verb.RESUME ? "deploy" : "generations/000002"));
        });

        assertThat(seen.missing.get()).isPositive();
    }

    private void rename(Verb verb) throws Exception {
        Act act = new Act(
                environment.site(),
                SiteText.of(environment.siteFile()),
                Request.plain(verb),
                new Caller("root"),
                "here",
                InstantSource.system(),
                new DocumentReporter(new java.io.PrintStream(java.io.OutputStream.nullOutputStream())));
        VerbAct verbAct = verb == Verb.ROLLBACK ? new RollbackVerb() : new ResumeVerb();
        assertThat(verbAct.run(act)).isInstanceOf(Outcome.Switched.class);
    }

    private void switchUnderReaders(Seen seen, Switch how) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            readers.add(Thread.ofPlatform().start(() -> {
                while (!over.get()) {
                    readStable(seen);
                    readResolvedOnce(seen);
                }
            }));
        }
        for (int i = 0; i < SWITCHES; i++) {
            how.to(i % 2 == 0 ? Verb.ROLLBACK : Verb.RESUME);
        }
        over.set(true);
        for (Thread reader : readers) {
            reader.join();
        }
    }

    /** As the ScriptQueue does: by the stable path, each time. */
    private void readStable(Seen seen) {
        seen.read(environment.root().resolve("ts_wep").resolve(FILE.formatted("ts_wep")));
    }

    /** As a notebook's kernel does: the real directory first, then both packages in it. */
    private void readResolvedOnce(Seen seen) {
        try {
            Path real = environment.paths().current().toRealPath();
            String one = seen.read(real.resolve("ts_wep").resolve(FILE.formatted("ts_wep")));
            String other = seen.read(real.resolve("summit_utils").resolve(FILE.formatted("summit_utils")));
            if (!one.equals(other)) {
                seen.mixed.incrementAndGet();
            }
        } catch (IOException e) {
            seen.missing.incrementAndGet();
        }
    }

    /** Counts over all readers. */
    private static final class Seen {
        final AtomicInteger whole = new AtomicInteger();
        final AtomicInteger old = new AtomicInteger();
        final AtomicInteger missing = new AtomicInteger();
        final AtomicInteger partial = new AtomicInteger();
        final AtomicInteger mixed = new AtomicInteger();

        /** Until somebody looked once more: one processor may run the readers only between two switches. */
        void awaitLook() {
            int before = looks();
            while (looks() < before + 2) {
                Thread.onSpinWait();
            }
        }

        private int looks() {
            return whole.get() + old.get() + missing.get() + partial.get();
        }

        String read(Path file) {
            try {
                String text = Files.readString(file);
                switch (text) {
                    case "version = 1\n" -> old.incrementAndGet();
                    case "version = 2\n" -> whole.incrementAndGet();
                    default -> partial.incrementAndGet();
                }
                return text;
            } catch (NoSuchFileException e) {
                missing.incrementAndGet();
                return "";
            } catch (IOException e) {
                partial.incrementAndGet();
                return "";
            }
        }

        @Override
        public String toString() {
            return whole + " reads of deploy, " + old + " of base, " + missing + " missing, " + partial + " partial, "
                    + mixed + " mixed";
        }
    }
}
