package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
        killEverywhere("rollback", Trial.of(environment, Verb.ROLLBACK, directory, Set.of()), 1);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aRollBackThatRecoversFromADeathLeavesTheOldOrTheNew() throws IOException {
        TestEnvironment environment = withAHotfix();
        Trial first = Trial.of(environment, Verb.ROLLBACK, directory, Set.of());
        Place rename =
                first.places().stream().filter(Place::renames).findFirst().orElseThrow();
        assertThat(first.run(Rule.once(rename, new Fate.VerbDies())).wasKilled())
                .isTrue();
        killEverywhere(
                "rollback that recovers",
                Trial.of(environment, Verb.ROLLBACK, Files.createDirectory(directory.resolve("again")), Set.of()),
                1);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aResumeLeavesTheOldOrTheNew() {
        TestEnvironment environment = withAHotfix();
        environment.run(Verb.ROLLBACK);
        killEverywhere("resume", Trial.of(environment, Verb.RESUME, directory, Set.of()), 1);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aSyncLeavesTheOldOrTheNew() {
        TestEnvironment environment = withAHotfix();
        environment.remote("ts_wep").hotfix("Retry it twice", "version = 3\n");
        killEverywhere("sync", Trial.of(environment, Verb.SYNC, directory, Set.of()), 12);
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
        killEverywhere("set-base", Trial.of(environment, Verb.SET_BASE, directory, Set.of()), 12);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aSetupLeavesWhatTheNextSetupCompletes() {
        TestEnvironment environment = TestEnvironment.prepare(directory, "ts_wep");
        killEverywhere("setup", Trial.of(environment, Verb.SETUP, directory, ThreeLinks.onTheWayOfSetup()), 20);
    }

    private TestEnvironment withAHotfix() {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep", "summit_utils");
        environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        return environment;
    }

    private static void killEverywhere(String what, Trial trial, int step) {
        List<Place> own = trial.writes().stream().filter(Place::ofVerb).toList();
        killVerb(what, trial, LongForm.ASKED ? own : Trial.some(own, step));
        List<Place> programs =
                trial.writes().stream().filter(place -> !place.ofVerb()).toList();
        if (LongForm.ASKED && !programs.isEmpty()) {
            killVerb(what + ", while its programs write", trial, programs);
            killPrograms(what + ", its programs alone", trial, programs);
        }
    }

    private static void killVerb(String what, Trial trial, List<Place> places) {
        Strikes strikes = new Strikes(trial);
        for (Place each : places) {
            strikes.at(each, "was killed", place -> Rule.once(place, new Fate.VerbDies()), (when, traced) -> assertThat(
                            traced.wasKilled())
                    .as(when)
                    .isTrue());
        }
        strikes.tell(what, "killed", "torn");
    }

    private static void killPrograms(String what, Trial trial, List<Place> places) {
        Strikes strikes = new Strikes(trial);
        for (Place each : places) {
            strikes.at(
                    each, "lost its program", place -> Rule.once(place, new Fate.ProgramDies()), trial::requireTruth);
        }
        strikes.tell(what, "killed", "torn or untrue");
    }
}
