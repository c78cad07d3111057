package org.obsenv.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.console.Console;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.FxTicker;
import org.obsenv.console.support.ThreadedRunner;
import org.obsenv.domain.PackageName;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Verb;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A repository that blocks whoever opens it, for ever: its HEAD and its configuration are FIFOs that nobody writes to.
 * (HEAD alone blocks git; the reader of a generation has no use for it.)
 */
class BlockedRepositoryTest extends ApplicationTest {
    private static final Duration LONGEST_GAP = Duration.ofMillis(100);
    private static final int LIMIT_SECONDS = 60;

    /** A machine that is overloaded for a moment delays a round; a blocked FX thread delays every one. */
    private static final int ROUNDS = 5;

    private static final int BEATS = 200;

    @TempDir
    static Path directory;

    private final BackgroundRunner runner = new ThreadedRunner();
    private TestEnvironment environment;
    private Console console;

    @Override
    public void init() throws Exception {
        environment = TestEnvironment.setUp(directory, "ts_wep", "summit_utils", "cwfs");
        environment.writeSite("console: {refresh: 200 ms, countdown: 0 s}\n");
        environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        environment.run(Verb.SYNC);
        Path repository = environment.paths().repository(new PackageName("cwfs"));
        for (String name : List.of("HEAD", "config")) {
            Files.delete(repository.resolve(name));
            Ran.must("mkfifo", repository.resolve(name).toString());
        }
    }

    @Override
    public void start(Stage stage) throws Exception {
        console = new Console(
                new ConsoleWiring(InstantSource.system()).site(environment.siteFile(), List.of()),
                runner,
                new FxTicker());
        console.open(stage, Clipboard.system(), link -> {});
        stage.show();
    }

    @AfterEach
    void close() {
        interact(console::close);
        runner.close();
    }

    @Test
    void blocksNeitherTheWindowNorTheOthersNorTheRollBack() throws Exception {
        waitUntil(() -> text("#verdict").contains("unknown"));
        assertThat(text("#verdict")).isEqualTo("1 of 3 packages unknown, 1 differs from base");
        Duration shortest = LONGEST_GAP;
        for (int round = 0; round < ROUNDS && shortest.compareTo(LONGEST_GAP) >= 0; round++) {
            environment.remote("summit_utils").hotfix("Raise a timeout", "version = " + (round + 2) + "\n");
            environment.run(Verb.SYNC);
            try (FxHeartbeat heartbeat = FxHeartbeat.start()) {
                waitUntil(() -> text("#verdict").equals("1 of 3 packages unknown, 2 differ from base"));
                waitUntil(() -> heartbeat.beats() > BEATS);
                shortest = heartbeat.longestGap();
            }
        }
        assertThat(shortest).isLessThan(LONGEST_GAP);

        clickOn("#rollback");

        waitUntil(() -> environment.current().startsWith("generations/"));
        waitUntil(() -> lookup("#result-proof .label").tryQuery().isPresent());
    }

    private String text(String id) {
        return lookup(id).tryQuery().map(node -> ((Label) node).getText()).orElse("");
    }

    private static void waitUntil(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS, condition);
    }
}
