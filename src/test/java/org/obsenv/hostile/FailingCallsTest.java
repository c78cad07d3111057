package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Outcome;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Verb;

/**
 * Every writing call of a roll back fails, once and for ever: it is never said to be done when it is not, nor to have
 * changed nothing when it did; nothing is torn (security row 9). {@code -Dobsenv.kill=all} takes every error at every
 * call; otherwise two at each.
 */
class FailingCallsTest {
    private static final boolean ALL = "all".equals(System.getProperty("obsenv.kill"));
    private static final List<String> ERRORS = List.of("EIO", "ENOSPC", "EROFS", "EACCES");

    @TempDir
    Path directory;

    @Test
    void aRollBackTellsTheTruthWhateverFails() {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep");
        environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        Snapshot before = Snapshot.take(environment.root(), directory.resolve("before"));
        ThreeLinks old = ThreeLinks.of(environment);
        Strace strace = Strace.ofVerb(environment, directory);
        Strace.Traced clean = strace.run(Verb.ROLLBACK);
        ThreeLinks done = ThreeLinks.of(environment);
        Wholeness wholeness = new Wholeness(environment).learn();
        List<KillPoint> points = KillPoint.of(clean.calls(), environment.root());

        int runs = 0;
        for (int i = 0; i < points.size(); i++) {
            for (String fault : faults(i)) {
                before.restore();
                Strace.Traced traced = strace.run(Verb.ROLLBACK, points.get(i).failing(fault));
                String when = "with " + fault + " at " + points.get(i) + ": " + traced.output();
                assertThat(traced.calls()).as(when).anyMatch(call -> call.result()
                        .contains("(INJECTED)"));
                wholeness.require(when, Set.of(traced.exit() == 0 ? done : old));
                if (traced.exit() == 0 && !isRecorded(environment)) {
                    assertThat(traced.output()).as(when).contains("record incomplete");
                }
                assertThat(environment.run(Verb.ROLLBACK)).as(when).isNotInstanceOf(Outcome.Failed.class);
                assertThat(ThreeLinks.of(environment)).as(when).isEqualTo(done);
                wholeness.requireSwept(when);
                runs++;
            }
        }
        System.out.println("rollback: " + runs + " failures at " + points.size() + " writes");
    }

    private static List<String> faults(int i) {
        List<String> faults = new ArrayList<>();
        for (int e = 0; e < ERRORS.size(); e++) {
            if (ALL || e == i % ERRORS.size()) {
                faults.add(ERRORS.get(e));
            }
            if (ALL || e == (i + 1) % ERRORS.size()) {
                faults.add(ERRORS.get(e) + "+");
            }
        }
        return faults;
    }

    private static boolean isRecorded(TestEnvironment environment) {
        JournalEntry newest = environment.newestEntry();
        return newest.act().equals("rollback") && newest.outcome().equals("done");
    }
}
