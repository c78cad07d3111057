package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.obsenv.console.Console;
import org.obsenv.console.ConsoleParts;
import org.obsenv.console.RecordingPorts;
import org.obsenv.console.Sample;
import org.obsenv.console.acting.Sighting;
import org.obsenv.console.support.FxTicker;
import org.obsenv.console.support.ThreadedRunner;
import org.obsenv.domain.EnvironmentReading;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A read that never comes back: the FX thread does not notice, and a roll back goes through. Real threads, real time. */
@ExtendWith(ApplicationExtension.class)
class NeverBlocksTest {
    private static final Duration LONGEST_GAP = Duration.ofMillis(100);

    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 20;

    private final CountDownLatch forEver = new CountDownLatch(1);
    private final AtomicBoolean blocked = new AtomicBoolean();
    private final RecordingPorts ports = new RecordingPorts(this::read);
    private final ThreadedRunner runner = new ThreadedRunner();
    private @Nullable Console console;

    private EnvironmentReading read() {
        if (blocked.get()) {
            try {
                forEver.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return Sample.following(InstantSource.system().instant());
    }

    @Start
    void open(Stage stage) {
        console = new Console(
                new ConsoleParts(
                        Sample.site(Duration.ofMillis(200)),
                        ports,
                        ports,
                        ports,
                        ports,
                        InstantSource.system(),
                        "obs1",
                        "summit-ws1",
                        List.of()),
                runner,
                new FxTicker());
        console.open(stage, text -> {}, address -> {});
        stage.setWidth(1280);
        stage.setHeight(720);
        stage.show();
    }

    @AfterEach
    void letGo() {
        forEver.countDown();
        runner.close();
    }

    private ShellViewModel model() {
        return Objects.requireNonNull(console).model();
    }

    private void rollBack(FxRobot robot) {
        robot.interact(() -> model().rollback().start());
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> model().pageProperty().get() == Page.RESULT);
    }

    @Test
    void aReadThatNeverComesBackStopsNeitherTheWindowNorTheRollBack(FxRobot robot) {
        ports.outcome = request -> Sample.switched(InstantSource.system().instant(), Set.of());
        // Some times before, so that nothing is loaded, styled or compiled for the first time while gaps are measured.
        for (int i = 0; i < WARM_UPS; i++) {
            rollBack(robot);
            robot.interact(() -> model().go(Page.JOURNAL));
            robot.interact(() -> model().go(Page.ENVIRONMENT));
        }
        blocked.set(true);
        Awaitility.await().until(() -> Thread.getAllStackTraces().entrySet().stream()
                .anyMatch(each -> each.getKey().getName().equals("console-reading")
                        && List.of(each.getValue()).toString().contains("NeverBlocksTest.read")));
        // A wait of the FX thread comes in every round; the pauses of a busy machine come and go.
        Duration best = LONGEST_GAP.multipliedBy(100);
        for (int round = 0; round < ROUNDS && best.compareTo(LONGEST_GAP) >= 0; round++) {
            Duration gap = longestGapOfARollBack(robot);
            best = gap.compareTo(best) < 0 ? gap : best;
        }
        assertThat(best).isLessThan(LONGEST_GAP);
        assertThat(model().rollback().endingProperty().get().orElseThrow().sighting())
                .as("nothing is called verified that was not read")
                .isInstanceOf(Sighting.Waiting.class);
    }

    private Duration longestGapOfARollBack(FxRobot robot) {
        robot.interact(() -> model().go(Page.ENVIRONMENT));
        int before = ports.requests.size();
        try (Heartbeat heartbeat = new Heartbeat()) {
            rollBack(robot);
            robot.interact(() -> model().environment().refresh());
            assertThat(ports.requests).hasSize(before + 1);
            return heartbeat.longestGap();
        }
    }

    @Test
    void theHeartbeatNoticesAnFxThreadThatWaits() {
        try (Heartbeat heartbeat = new Heartbeat()) {
            Platform.runLater(() -> waitFor(Duration.ofMillis(300)));
            Awaitility.await().until(() -> heartbeat.longestGap().compareTo(LONGEST_GAP) > 0);
        }
    }

    private void waitFor(Duration duration) {
        try {
            boolean opened = forEver.await(duration.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(opened).isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Beats on the FX thread as fast as it is served, and remembers the longest pause. */
    private static final class Heartbeat implements AutoCloseable {
        private final AtomicBoolean beating = new AtomicBoolean(true);
        private final AtomicLong longest = new AtomicLong();
        private long last;

        Heartbeat() {
            CountDownLatch first = new CountDownLatch(1);
            Platform.runLater(() -> {
                last = System.nanoTime();
                beat();
                first.countDown();
            });
            Awaitility.await().until(() -> first.getCount() == 0);
        }

        private void beat() {
            long now = System.nanoTime();
            longest.accumulateAndGet(now - last, Math::max);
            last = now;
            if (beating.get()) {
                Platform.runLater(this::beat);
            }
        }

        Duration longestGap() {
            return Duration.ofNanos(longest.get());
        }

        @Override
        public void close() {
            beating.set(false);
        }
    }
}
