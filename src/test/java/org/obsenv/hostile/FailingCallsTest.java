package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.Outcome;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.hostile.trace.Errno;
import org.obsenv.hostile.trace.Fate;
import org.obsenv.hostile.trace.Place;
import org.obsenv.hostile.trace.Rule;
import org.obsenv.protocol.Verb;

/**
 * Calls fail, once and for ever: a verb is never said to be done when it is not, nor to have changed nothing when it
 * did; nothing is torn, and a later roll back works (security row 9). The long form ({@code packaging/proofs.sh calls})
 * takes every error at every call of a switch and at every write of a build, one error at every other call of a build's
 * own and at every write of its programs, and a choice of what these read. Otherwise: two errors at each write of a
 * switch and at every second name that a build gives.
 */
class FailingCallsTest {
    private static final List<Errno> ERRORS = Errno.OF_DISKS;

    /** git reads some two thousand times in a build; of these every so-manieth fails. */
    private static final int SOME_READS = 20;

    @TempDir
    Path directory;

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aRollBackTellsTheTruthWhateverFails() {
        TestEnvironment environment = withAHotfix();
        failEverywhere("rollback", Trial.of(environment, Verb.ROLLBACK, directory));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aResumeTellsTheTruthWhateverFails() {
        TestEnvironment environment = withAHotfix();
        environment.run(Verb.ROLLBACK);
        failEverywhere("resume", Trial.of(environment, Verb.RESUME, directory));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aSyncTellsTheTruthWhateverFails() {
        TestEnvironment environment = withAHotfix();
        environment.remote("ts_wep").hotfix("Retry it twice", "version = 3\n");
        failEverywhere("sync", Trial.of(environment, Verb.SYNC, directory));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aSetBaseTellsTheTruthWhateverFails() {
        TestEnvironment environment = withAHotfix();
        String next = environment
                .remote("ts_wep")
                .hotfix("Retry it twice", "version = 3\n")
                .hex();
        environment.writeList("ts_wep: " + next + "\n");
        failEverywhere("set-base", Trial.of(environment, Verb.SET_BASE, directory));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aSetupTellsTheTruthWhateverFails() {
        TestEnvironment environment = TestEnvironment.prepare(directory, "ts_wep");
        failEverywhere("setup", Trial.of(environment, Verb.SETUP, directory));
    }

    private TestEnvironment withAHotfix() {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep");
        environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        return environment;
    }

    private static void failEverywhere(String what, Trial trial) {
        boolean isSwitch = trial.verb().isSwitch();
        List<Place> own = trial.places().stream().filter(Place::ofVerb).toList();
        List<Place> writes = own.stream().filter(Place::writes).toList();
        if (!LongForm.ASKED) {
            fail(
                    what + ", failing writes",
                    trial,
                    isSwitch
                            ? writes
                            : Trial.everySecond(
                                    writes.stream().filter(Place::renames).toList()),
                    1);
            return;
        }
        fail(what + ", failing writes", trial, writes, ERRORS.size());
        List<Place> reads = own.stream().filter(place -> !place.writes()).toList();
        fail(what + ", failing reads", trial, reads, isSwitch ? ERRORS.size() : 1);
        List<Place> programs =
                trial.places().stream().filter(place -> !place.ofVerb()).toList();
        if (!programs.isEmpty()) {
            fail(
                    what + ", failing writes of its programs",
                    trial,
                    programs.stream().filter(Place::writes).toList(),
                    1);
            List<Place> theirReads =
                    programs.stream().filter(place -> !place.writes()).toList();
            fail(what + ", failing reads of its programs", trial, Trial.some(theirReads, SOME_READS), 1);
        }
    }

    /** With so many errors at each place, once and for ever; with one, the errors take turns. */
    private static void fail(String what, Trial trial, List<Place> places, int errors) {
        Strikes strikes = new Strikes(trial);
        for (int i = 0; i < places.size(); i++) {
            for (int e = 0; e < errors; e++) {
                Errno once = ERRORS.get((i + e) % ERRORS.size());
                strikes.at(
                        places.get(i),
                        "met " + once,
                        place -> Rule.once(place, new Fate.Fails(once)),
                        trial::requireTruth);
                Errno forEver = ERRORS.get((i + e + 1) % ERRORS.size());
                strikes.at(
                        places.get(i),
                        "met " + forEver + " for ever",
                        place -> Rule.forEver(place, forEver),
                        trial::requireTruth);
            }
        }
        strikes.tell(what, "failed", "torn or untrue");
    }
}
