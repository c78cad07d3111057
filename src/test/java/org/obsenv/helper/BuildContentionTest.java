package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Verb;

/** A build that is at work is neither ended nor waited for without end; whoever comes second is told who it is. */
class BuildContentionTest {
    /** The lock's patience, the search for its holder and the start of a JVM on a busy machine. */
    private static final long LONGEST_SECONDS = 60;

    /** A thread each: on two cores the common pool is one thread, and the first verb would keep it. */
    private final Executor threads = task -> Thread.ofPlatform().daemon().start(task);

    @TempDir
    Path directory;

    @Test
    void theSecondBuildSaysWhoIsAtWorkAndARollBackDoesNotWait() throws Exception {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep");
        CommitId pinned = environment.remote("ts_wep").head();
        Path go = directory.resolve("go");
        Ran.must("mkfifo", go.toString());
        environment.writeSite("", "prepare: {command: [/bin/sh, -c, \"read go < " + go + "\"], outputs: []}");
        CommitId next = environment.remote("ts_wep").hotfix("Fix the night", "version = 2\n");

        CompletableFuture<Outcome> first = CompletableFuture.supplyAsync(() -> environment.run(Verb.SYNC), threads);
        long holder = awaitHolder(environment.paths().locks().resolve("build")).pid();
        List<CompletableFuture<Outcome>> others = new ArrayList<>();
        for (Verb verb : List.of(Verb.SYNC, Verb.SET_BASE, Verb.SETUP)) {
            others.add(CompletableFuture.supplyAsync(() -> environment.run(verb), threads));
        }

        assertThat(environment.run(Verb.ROLLBACK)).isInstanceOf(Outcome.Switched.class);
        assertThat(environment.runningCommit("ts_wep")).contains(pinned);
        for (CompletableFuture<Outcome> each : others) {
            assertThat(each.get(LONGEST_SECONDS, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                        assertThat(refused.refusal()).isEqualTo(Refusal.BUSY);
                        assertThat(refused.facts().get("holder"))
                                .startsWith("process " + holder + " of ")
                                .contains(" since ");
                    });
        }
        assertThat(first).isNotDone();

        Files.writeString(go, "go\n");
        assertThat(first.get(LONGEST_SECONDS, TimeUnit.SECONDS)).isInstanceOf(Outcome.Built.class);
        environment.run(Verb.RESUME);
        assertThat(environment.runningCommit("ts_wep")).contains(next);
    }

    private static ProcessHandle awaitHolder(Path lock) {
        return Awaitility.await("a holder of " + lock)
                .atMost(Duration.ofSeconds(LONGEST_SECONDS))
                .until(() -> LockHolder.find(lock), Optional::isPresent)
                .orElseThrow();
    }
}
