package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Verb;

/**
 * A verb killed at any system call that writes leaves the old or the new, whole; the next roll back succeeds and the
 * next run sweeps (security row 1). {@code -Dobsenv.kill=all} takes every call of the verb's own process, otherwise a
 * bounded choice; {@code programs} takes those of the programs that it runs, too.
 */
class KillAtEveryWriteTest {
    private static final String CHOICE = System.getProperty("obsenv.kill", "some");
    private static final boolean ALL = !CHOICE.equals("some");
    private static final boolean PROGRAMS = CHOICE.equals("programs");

    @TempDir
    Path directory;

    @Test
    void aRollBackLeavesTheOldOrTheNew() {
        TestEnvironment environment = withAHotfix();
        killEverywhere(environment, Verb.ROLLBACK, 1, Set.of());
    }

    @Test
    void aRollBackThatRecoversFromADeathLeavesTheOldOrTheNew() {
        TestEnvironment environment = withAHotfix();
        KillPoint rename = new KillPoint("rename", Optional.empty(), 1);
        assertThat(Strace.ofVerb(environment, directory)
                        .run(Verb.ROLLBACK, rename.options())
                        .deaths())
                .isPositive();
        killEverywhere(environment, Verb.ROLLBACK, 1, Set.of());
    }

    @Test
    void aResumeLeavesTheOldOrTheNew() {
        TestEnvironment environment = withAHotfix();
        environment.run(Verb.ROLLBACK);
        killEverywhere(environment, Verb.RESUME, 1, Set.of());
    }

    @Test
    void aSyncLeavesTheOldOrTheNew() {
        TestEnvironment environment = withAHotfix();
        environment.remote("ts_wep").hotfix("Retry it twice", "version = 3\n");
        killEverywhere(environment, Verb.SYNC, 6, Set.of());
    }

    @Test
    void aSetBaseLeavesTheOldOrTheNew() {
        TestEnvironment environment = withAHotfix();
        String next = environment
                .remote("ts_wep")
                .hotfix("Retry it twice", "version = 3\n")
                .hex();
        environment.writeList("ts_wep: " + next + "\nsummit_utils: v1.0.0\n");
        killEverywhere(environment, Verb.SET_BASE, 6, Set.of());
    }

    @Test
    void aSetupLeavesWhatTheNextSetupCompletes() {
        TestEnvironment environment = TestEnvironment.prepare(directory, "ts_wep");
        killEverywhere(
                environment,
                Verb.SETUP,
                10,
                Set.of(
                        new ThreeLinks(ThreeLinks.NOTHING, "generations/000001", ThreeLinks.NOTHING),
                        new ThreeLinks(ThreeLinks.NOTHING, "generations/000001", "generations/000002")));
    }

    private TestEnvironment withAHotfix() {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep", "summit_utils");
        environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        return environment;
    }

    private void killEverywhere(TestEnvironment environment, Verb verb, int step, Set<ThreeLinks> onTheWay) {
        Snapshot before = Snapshot.take(environment.root(), directory.resolve("before"));
        Set<ThreeLinks> allowed = new HashSet<>(onTheWay);
        allowed.add(ThreeLinks.of(environment));
        Strace strace = PROGRAMS ? Strace.withChildren(environment, directory) : Strace.ofVerb(environment, directory);
        Strace.Traced clean = strace.run(verb);
        assertThat(clean.exit()).as(clean.output()).isZero();
        assertThat(allowed.add(ThreeLinks.of(environment)))
                .as("the verb moves a link")
                .isTrue();
        Wholeness wholeness = new Wholeness(environment).learn();

        List<KillPoint> all = KillPoint.of(clean.calls(), environment.root());
        List<KillPoint> points = ALL ? all : KillPoint.some(all, step);
        List<SystemCall> elsewhere = new ArrayList<>();
        int deaths = 0;
        for (KillPoint point : points) {
            before.restore();
            Strace.Traced killed = strace.run(verb, point.options());
            assertThat(killed.deaths()).as(point + ": " + killed.output()).isPositive();
            deaths++;
            killed.diedIn()
                    .filter(call -> !call.writesUnder(environment.root()))
                    .ifPresent(elsewhere::add);
            String when = "after " + verb.written() + " died at "
                    + killed.diedIn().map(Object::toString).orElse("");
            wholeness.require(when, allowed);
            if (verb == Verb.SETUP) {
                assertThat(environment.run(Verb.SETUP)).as(when).isInstanceOf(Outcome.Built.class);
            }
            requireRollBack(environment, when);
            if (verb == Verb.SYNC || verb == Verb.SET_BASE) {
                assertThat(environment.run(verb)).as(when).isInstanceOf(Outcome.Built.class);
            }
            wholeness.requireSwept(when);
        }
        System.out.printf(
                "%s: killed %d times, at %d of %d writes; %d times a thread came to that number elsewhere%n",
                verb.written(), deaths, points.size(), all.size(), elsewhere.size());
    }

    private static void requireRollBack(TestEnvironment environment, String when) {
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
