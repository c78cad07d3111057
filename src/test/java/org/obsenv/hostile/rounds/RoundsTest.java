package org.obsenv.hostile.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.GenerationId;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.hostile.history.Violation;
import org.obsenv.protocol.Verb;

/**
 * Pushes every 100 ms, the auto-pull, two operators and readers, all at once, with verbs and the auto-pull stopped before,
 * at and after their renames: no roll back is undone but by a resume that saw it, and nothing is torn. A few dozen
 * rounds, or 1,000 by {@code packaging/proofs.sh rounds}; the same {@code obsenv.seed} draws the same schedule.
 */
class RoundsTest {
    private static final int ROUNDS = Integer.getInteger("obsenv.rounds", 20);
    private static final int WATCHED = Integer.getInteger("obsenv.watched", 6);
    private static final long SEED = Long.getLong("obsenv.seed", System.nanoTime());
    private static final List<String> PACKAGES =
            List.of("ts_wep", "summit_utils", "ts_externalscripts", "ts_standardscripts", "atmospec");

    @TempDir
    Path directory;

    @Test
    void noRollBackIsUndoneButByWhoSawItAndNothingIsTorn() throws Exception {
        play(ROUNDS, AutoPull::new);
    }

    /** The auto-pull of a site without systemd: stopped between two renames it holds what it holds, pass after pass. */
    @Test
    void norBesideOneProcessThatPassesAgainAndAgain() throws Exception {
        play(WATCHED, WatchingPull::new);
    }

    /** The auto-pull of the rounds. */
    private interface Pull {
        Pulls start(TestEnvironment environment, Helper helper, Path scratch, long seed);
    }

    private void play(int count, Pull pull) throws Exception {
        TestEnvironment environment = TestEnvironment.setUp(directory, PACKAGES.toArray(String[]::new));
        environment.writeSite("sync: {interval: 100 ms}\n");
        Path scratch = Files.createDirectory(directory.resolve("scratch"));
        System.out.println(count + " rounds begin, seed " + SEED);
        Recording recording = new Recording(environment, PACKAGES);
        Pusher pusher = new Pusher(environment, PACKAGES, Duration.ofMillis(100));
        Pulls autoPull = pull.start(environment, Helper.product(), scratch, SEED + 1);
        Operator ana = new Operator("A", environment, Helper.product(), scratch);
        try (recording;
                pusher;
                autoPull) {
            Operator ben = new Operator("B", environment, Helper.product(), scratch);
            Rounds rounds = new Rounds(environment, recording, ana, ben, new GenerationId(1));
            Schedule schedule = new Schedule(SEED);
            for (int i = 0; i < count; i++) {
                rounds.play(schedule.next());
            }
            // Whoever died last is told of by who comes next.
            for (Verb verb : List.of(Verb.ROLLBACK, Verb.RESUME, Verb.ROLLBACK)) {
                recording.add(ana.start(verb, Optional.empty(), Optional.empty(), Strokes.none())
                        .ended());
            }
        }
        Map<String, Map<String, String>> published = pusher.published();
        List<Violation> violations = recording.violations(published);
        Tally tally = new Tally(recording.ended());
        System.out.println(count + " rounds: " + tally + "; " + pusher.pushes() + " pushes, " + autoPull.started()
                + " starts of the auto-pull with " + autoPull.stops() + " stops, " + autoPull.killed() + " killed; "
                + recording.readings() + " readings, " + recording.generations().size() + " generations; "
                + violations.size() + " violations (seed " + SEED + ")");
        assertThat(violations).as("seed " + SEED).isEmpty();
        assertThat(tally.failed()).as("seed " + SEED).isEmpty();
        assertThat(autoPull.refused()).as("seed " + SEED).isEmpty();
        assertThat(tally.switched(Verb.ROLLBACK)).isPositive();
        assertThat(tally.switched(Verb.RESUME)).isPositive();
        assertThat(tally.stops()).isPositive();
        assertThat(tally.killed()).isPositive();
        assertThat(recording.generations()).hasSizeGreaterThan(2);
        assertThat(recording.readings()).isGreaterThan(count);
    }
}
