package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Remark;
import org.obsenv.fixture.Journal;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Verb;

/** The product withstands each race, and each check catches the program that does not. */
class RacesTest {
    @TempDir
    Path directory;

    TestEnvironment environment;

    @BeforeEach
    void deployAHotfix() {
        environment = TestEnvironment.setUp(directory, "ts_wep");
        environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
    }

    @Test
    void aStoppedResumeCannotUndoARollBack() {
        assertThat(product().aStoppedResumeCannotUndoARollBack())
                .contains("A verb that held the switch and did not let go was ended first.");
        assertThatThrownBy(planted("next-VERB")::aStoppedResumeCannotUndoARollBack)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("after the stopped resume woke");
    }

    @Test
    void twoAtOnceInstallEachItsOwnLink() {
        product().eachInstallsItsOwnLink();
        assertThatThrownBy(planted("next")::eachInstallsItsOwnLink)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("resumed true, rolled back false");
    }

    @Test
    void aStaleResumeIsRefused() {
        product().aStaleResumeIsRefused();
        assertThatThrownBy(planted("next-VERB")::aStaleResumeIsRefused)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("after a stale resume");
    }

    @Test
    void aTornEntryIsRepaired() {
        product().aTornEntryIsRepaired();
        environment.run(Verb.RESUME);
        assertThatThrownBy(planted("next-VERB")::aTornEntryIsRepaired).isInstanceOf(AssertionError.class);
    }

    @Test
    void aSyncStoppedBeforeItsRenameDelaysARollBackByTenSecondsAtMost() {
        environment.remote("ts_wep").hotfix("Retry it twice", "version = 3\n");
        Switcher.Start sync = Switcher.product().start(environment, Verb.SYNC, java.util.Optional.empty());
        // The journal's beginning is forced while both locks are held.
        Path journal = environment.paths().journal().resolve("000001.yaml");
        try (Launched stopped =
                Launched.of(sync, directory, "-P", journal.toString(), "-e", "inject=fsync:signal=STOP:when=1")) {
            stopped.awaitStopped();
            Instant asked = Instant.now();
            assertThat(environment.run(Verb.ROLLBACK))
                    .isInstanceOfSatisfying(Outcome.Switched.class, switched -> assertThat(switched.remarks())
                            .containsExactly(Remark.HOLDER_ENDED));
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(stopped.exit()).isNotZero();
        }
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        assertThat(environment.current()).isEqualTo("generations/000002");
    }

    @Test
    void manyAtOnceAreEachRecordedOnce() {
        List<CompletableFuture<Outcome>> running = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Verb verb = i % 2 == 0 ? Verb.ROLLBACK : Verb.RESUME;
            running.add(CompletableFuture.supplyAsync(() -> environment.run(verb), Thread::startVirtualThread));
        }
        List<Outcome> outcomes = running.stream().map(CompletableFuture::join).toList();
        long switched =
                outcomes.stream().filter(Outcome.Switched.class::isInstance).count();
        assertThat(outcomes)
                .allMatch(outcome -> outcome instanceof Outcome.Switched || outcome instanceof Outcome.Refused);
        assertThat(switched).isPositive();
        List<JournalEntry> done = Journal.newest(environment.paths(), 100).stream()
                .filter(entry -> entry.act().equals("rollback") || entry.act().equals("resume"))
                .toList();
        assertThat(done).hasSize((int) switched).allMatch(entry -> entry.outcome()
                .equals("done"));
        String to = done.getFirst().to().orElseThrow();
        assertThat(environment.current()).isEqualTo(to);
        new Wholeness(environment).learn().requireSwept("after many at once");
    }

    private Races product() {
        return new Races(environment, Switcher.product(), directory);
    }

    private Races planted(String linkName) {
        return new Races(environment, Switcher.planted(linkName), directory);
    }
}
