package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
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
import org.obsenv.console.SampleActs;
import org.obsenv.console.SampleViewed;
import org.obsenv.console.acting.Sighting;
import org.obsenv.console.support.FxTicker;
import org.obsenv.console.support.ThreadedRunner;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.fixture.FxHeartbeat;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A read that never comes back: the FX thread does not notice, and a roll back goes through. Real threads, real time. */
@ExtendWith(ApplicationExtension.class)
class NeverBlocksTest {
    private static final Duration LONGEST_GAP = Duration.ofMillis(100);

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

    private void browse() {
        try {
            forEver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Start
    void open(Stage stage) {
        console = new Console(
                new ConsoleParts(
                        Sample.site(Duration.ZERO),
                        ports,
                        ports,
                        new ConsoleParts.Reviewing(ports, new SampleViewed()),
                        ports,
                        ports,
                        InstantSource.system(),
                        "obs1",
                        "summit-ws1",
                        List.of(),
                        Optional.empty(),
                        Optional.of(ports),
                        Optional.empty(),
                        Optional.of(new ConsoleParts.Testing(ports, () -> ports.cscs.get(), () -> ports.alarms.get())),
                        ports,
                        Optional.empty()),
                runner,
                new FxTicker());
        console.open(stage, text -> {}, address -> browse());
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

    @Test
    void aReadThatNeverComesBackStopsNeitherTheWindowNorTheRollBack(FxRobot robot) {
        ports.outcome = request -> SampleActs.switched(InstantSource.system().instant(), Set.of());
        Awaitility.await().until(() -> model().environment().rows().size() == 16);
        WaitForAsyncUtils.waitForFxEvents();
        try (FxHeartbeat heartbeat = FxHeartbeat.start()) {
            blocked.set(true);
            Awaitility.await().until(() -> isInside("console-reading", "NeverBlocksTest.read"));
            robot.clickOn("#rollback");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> model().pageProperty().get() == Page.RESULT);
            robot.interact(() -> model().environment().refresh());
            beat(heartbeat);
            assertThat(heartbeat.longest().own()).as(heartbeat.longest().made()).isLessThan(LONGEST_GAP);
        }
        assertThat(ports.requests).hasSize(1);
        assertThat(model().rollback().endingProperty().get().orElseThrow().sighting())
                .as("nothing is called verified that was not read")
                .isInstanceOf(Sighting.Waiting.class);
    }

    private static boolean isInside(String thread, String method) {
        return Thread.getAllStackTraces().entrySet().stream()
                .anyMatch(each -> each.getKey().getName().equals(thread)
                        && List.of(each.getValue()).toString().contains(method));
    }

    private static void beat(FxHeartbeat heartbeat) {
        int enough = heartbeat.beats() + 50;
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> heartbeat.beats() > enough);
    }

    @Test
    void aBrowserThatNeverStartsStopsNothing(FxRobot robot) {
        robot.interact(() -> model().environment().chooseWorst());
        Awaitility.await().until(() -> robot.lookup("#commits")
                .tryQueryAs(ListView.class)
                .filter(list -> !list.getItems().isEmpty())
                .isPresent());
        try (FxHeartbeat heartbeat = FxHeartbeat.start()) {
            robot.interact(() -> robot.lookup("#commits")
                    .queryAs(ListView.class)
                    .getSelectionModel()
                    .select(0));
            robot.interact(() -> robot.lookup("#commits").query().requestFocus());
            robot.type(KeyCode.ENTER);
            Awaitility.await().until(() -> isInside("console-browser", "NeverBlocksTest.browse"));
            beat(heartbeat);
            assertThat(heartbeat.longest().own()).as(heartbeat.longest().made()).isLessThan(LONGEST_GAP);
        }
    }

    @Test
    void theHeartbeatNoticesAnFxThreadThatWaits() {
        notices(() -> waitFor(LONGEST_GAP.multipliedBy(3)));
    }

    @Test
    void theHeartbeatNoticesAnFxThreadThatWorks() {
        notices(() -> {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long until = threads.getCurrentThreadCpuTime()
                    + LONGEST_GAP.multipliedBy(2).toNanos();
            while (threads.getCurrentThreadCpuTime() < until) {
                Thread.onSpinWait();
            }
        });
    }

    private static void notices(Runnable holdingUp) {
        try (FxHeartbeat heartbeat = FxHeartbeat.start()) {
            beat(heartbeat);
            Platform.runLater(holdingUp);
            beat(heartbeat);
            assertThat(heartbeat.longest().own()).as(heartbeat.longest().made()).isGreaterThan(LONGEST_GAP);
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
}
