package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Verb;

/**
 * A verb killed at any system call that writes leaves the old or the new, whole, and the next roll back succeeds
 * (security row 1). {@code -Dobsenv.kill=all} takes every call of every program; otherwise a bounded choice.
 */
class KillAtEveryWriteTest {
    @TempDir
    Path directory;

    TestEnvironment environment;

    @BeforeEach
    void deployAHotfix() {
        environment = TestEnvironment.setUp(directory, "ts_wep", "summit_utils");
        environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
    }

    @Test
    void aRollBackLeavesTheOldOrTheNew() {
        killEverywhere(Verb.ROLLBACK);
    }

    private void killEverywhere(Verb verb) {
        Snapshot before = Snapshot.take(environment.root(), directory.resolve("before"));
        ThreeLinks old = ThreeLinks.of(environment);
        Strace strace = Strace.ofVerb(environment, directory);
        Strace.Traced clean = strace.run(verb);
        assertThat(clean.exit()).as(clean.output()).isZero();
        Set<ThreeLinks> allowed = Set.of(old, ThreeLinks.of(environment));
        assertThat(allowed).hasSize(2);
        Wholeness wholeness = new Wholeness(environment).learn();

        List<KillPoint> points = KillPoint.of(clean.calls(), environment.root());
        List<SystemCall> diedIn = new ArrayList<>();
        for (KillPoint point : points) {
            before.restore();
            Strace.Traced killed = strace.run(verb, "-e", point.injection());
            assertThat(killed.wasKilled()).as(point + ": " + killed.output()).isTrue();
            diedIn.add(killed.last());
            String when = "after " + verb.written() + " died in " + killed.last();
            wholeness.require(when, allowed);
            requireRollBack(when);
            wholeness.requireSwept(when);
        }
        assertThat(diedIn)
                .allMatch(call -> call.writesUnder(environment.root()))
                .hasSameSizeAs(points);
        System.out.println(verb.written() + ": killed at " + points.size() + " of " + points.size() + " writes");
    }

    private void requireRollBack(String when) {
        switch (environment.run(Verb.ROLLBACK)) {
            case Outcome.Switched switched -> {}
            case Outcome.Refused refused ->
                assertThat(refused.refusal()).as(when).isEqualTo(Refusal.NOTHING_TO_DO);
            case Outcome other -> throw new AssertionError(other + " " + when);
        }
        assertThat(environment.current())
                .as(when)
                .isEqualTo(ThreeLinks.of(environment).base());
    }
}
