package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
 * takes every error at every call of every verb, reading or writing; otherwise two at each write of a switch and at each
 * name that a build gives.
 */
class FailingCallsTest {
    private static final List<Errno> ERRORS = List.of(Errno.values());

    @TempDir
    Path directory;

    @Test
    void aRollBackTellsTheTruthWhateverFails() {
        TestEnvironment environment = withAHotfix();
        failEverywhere("rollback", Trial.of(environment, Verb.ROLLBACK, directory, Set.of()));
    }

    @Test
    void aResumeTellsTheTruthWhateverFails() {
        TestEnvironment environment = withAHotfix();
        environment.run(Verb.ROLLBACK);
        failEverywhere("resume", Trial.of(environment, Verb.RESUME, directory, Set.of()));
    }

    @Test
    void aSyncTellsTheTruthWhateverFails() {
        TestEnvironment environment = withAHotfix();
        environment.remote("ts_wep").hotfix("Retry it twice", "version = 3\n");
        failEverywhere("sync", Trial.of(environment, Verb.SYNC, directory, Set.of()));
    }

    @Test
    void aSetBaseTellsTheTruthWhateverFails() {
        TestEnvironment environment = withAHotfix();
        String next = environment
                .remote("ts_wep")
                .hotfix("Retry it twice", "version = 3\n")
                .hex();
        environment.writeList("ts_wep: " + next + "\n");
        failEverywhere("set-base", Trial.of(environment, Verb.SET_BASE, directory, Set.of()));
    }

    @Test
    void aSetupTellsTheTruthWhateverFails() {
        TestEnvironment environment = TestEnvironment.prepare(directory, "ts_wep");
        failEverywhere("setup", Trial.of(environment, Verb.SETUP, directory, ThreeLinks.onTheWayOfSetup()));
    }

    private TestEnvironment withAHotfix() {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep");
        environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        return environment;
    }

    private static void failEverywhere(String what, Trial trial) {
        boolean isSwitch = trial.verb() == Verb.ROLLBACK || trial.verb() == Verb.RESUME;
        List<Place> renames = trial.writes().stream()
                .filter(place -> place.ofVerb() && place.renames())
                .toList();
        fail(what + ", failing writes", trial, LongForm.ASKED || isSwitch ? trial.writes() : renames);
        if (LongForm.ASKED) {
            fail(
                    what + ", failing reads",
                    trial,
                    trial.places().stream().filter(place -> !place.writes()).toList());
        }
    }

    private static void fail(String what, Trial trial, List<Place> places) {
        Strikes strikes = new Strikes(trial);
        for (int i = 0; i < places.size(); i++) {
            for (Errno error : errors(i)) {
                strikes.at(
                        places.get(i),
                        "met " + error,
                        place -> Rule.once(place, new Fate.Fails(error)),
                        trial::requireTruth);
            }
            for (Errno error : errors(i + 1)) {
                strikes.at(
                        places.get(i),
                        "met " + error + " for ever",
                        place -> Rule.forEver(place, error),
                        trial::requireTruth);
            }
        }
        strikes.tell(what, "failed", "torn or untrue");
    }

    /** All, or one of them in turn. */
    private static List<Errno> errors(int turn) {
        return LongForm.ASKED ? ERRORS : List.of(ERRORS.get(turn % ERRORS.size()));
    }
}
