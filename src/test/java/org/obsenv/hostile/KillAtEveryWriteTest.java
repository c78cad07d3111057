package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.Outcome;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.hostile.trace.Fate;
import org.obsenv.hostile.trace.Place;
import org.obsenv.hostile.trace.Rule;
import org.obsenv.protocol.Verb;

/**
 * A verb killed at any system call that writes leaves the old or the new, whole; the next roll back succeeds and the
 * next run sweeps (security row 1). The long form ({@code packaging/proofs.sh kill}) takes every call of the verb and
 * of the programs that it runs; otherwise a bounded choice.
 */
class KillAtEveryWriteTest {
    @TempDir
    Path directory;

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aRollBackLeavesTheOldOrTheNew() {
        TestEnvironment environment = withAHotfix();
        Kills.everywhere("rollback", Trial.of(environment, Verb.ROLLBACK, directory), 1);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aRollBackThatRecoversFromADeathLeavesTheOldOrTheNew() throws IOException {
        TestEnvironment environment = withAHotfix();
        Trial first = Trial.of(environment, Verb.ROLLBACK, directory);
        Place rename =
                first.places().stream().filter(Place::renames).findFirst().orElseThrow();
        assertThat(first.run(Rule.once(rename, new Fate.VerbDies())).wasKilled())
                .isTrue();
        Kills.everywhere(
                "rollback that recovers",
                Trial.of(environment, Verb.ROLLBACK, Files.createDirectory(directory.resolve("again"))),
                1);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aResumeLeavesTheOldOrTheNew() {
        TestEnvironment environment = withAHotfix();
        environment.run(Verb.ROLLBACK);
        Kills.everywhere("resume", Trial.of(environment, Verb.RESUME, directory), 1);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aSyncLeavesTheOldOrTheNew() {
        TestEnvironment environment = withAHotfix();
        environment.remote("ts_wep").hotfix("Retry it twice", "version = 3\n");
        Kills.everywhere("sync", Trial.of(environment, Verb.SYNC, directory), 12);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aSetBaseLeavesTheOldOrTheNew() {
        TestEnvironment environment = withAHotfix();
        String next = environment
                .remote("ts_wep")
                .hotfix("Retry it twice", "version = 3\n")
                .hex();
        environment.writeList("ts_wep: " + next + "\nsummit_utils: v1.0.0\n");
        Kills.everywhere("set-base", Trial.of(environment, Verb.SET_BASE, directory), 12);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aSetupLeavesWhatTheNextSetupCompletes() {
        TestEnvironment environment = TestEnvironment.prepare(directory, "ts_wep");
        Kills.everywhere("setup", Trial.of(environment, Verb.SETUP, directory), 20);
    }

    private TestEnvironment withAHotfix() {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep", "summit_utils");
        environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        return environment;
    }
}
