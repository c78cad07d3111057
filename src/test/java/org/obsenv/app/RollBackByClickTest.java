package org.obsenv.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.console.Console;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.FxTicker;
import org.obsenv.console.support.ThreadedRunner;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Outcome;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Verb;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The main job, end to end: a click in the window moves a real environment, read by real readers. */
class RollBackByClickTest extends ApplicationTest {
    private static final int LIMIT_SECONDS = 60;

    @TempDir
    static Path directory;

    private final BackgroundRunner runner = new ThreadedRunner();
    private TestEnvironment environment;
    private CommitId base;
    private CommitId hotfix;
    private Console console;

    @Override
    public void init() throws Exception {
        Path here = Files.createTempDirectory(directory, "site");
        environment = TestEnvironment.setUp(here, "ts_wep", "summit_utils", "cwfs");
        environment.writeSite("console: {refresh: 200 ms, countdown: 0 s}\n");
        base = environment.remote("ts_wep").commit("v1.0.0");
        hotfix = environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
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
    void oneClickRollsTheWholeEnvironmentBack() throws Exception {
        waitUntil(() -> verdict().equals("1 of 3 packages differs from base"));
        assertThat(environment.runningCommit("ts_wep")).contains(hotfix);

        clickOn("#rollback");

        waitUntil(() -> proof().startsWith("Verified 3 of 3 at base"));
        assertThat(environment.current()).isEqualTo("generations/000002");
        assertThat(environment.runningCommit("ts_wep")).contains(base);
        assertThat(environment.newestEntry())
                .satisfies(entry -> assertThat(entry.act()).isEqualTo("rollback"))
                .satisfies(entry -> assertThat(entry.outcome()).isEqualTo("done"));
    }

    @Test
    void theKeysDoTheSameAndAnotherOnesRollBackIsSeen() throws Exception {
        waitUntil(() -> verdict().equals("1 of 3 packages differs from base"));

        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B).release(KeyCode.B, KeyCode.SHIFT, KeyCode.CONTROL);
        waitUntil(() -> proof().startsWith("Verified 3 of 3 at base"));
        clickOn("#result-back");
        waitUntil(() -> verdict().equals("At base, held"));
        assertThat(environment.run(Verb.RESUME)).isInstanceOf(Outcome.Switched.class);

        waitUntil(() -> verdict().equals("1 of 3 packages differs from base"));
    }

    private String verdict() {
        return text("#verdict");
    }

    private String proof() {
        return text("#result-proof .label");
    }

    private String text(String id) {
        return lookup(id)
                .tryQuery()
                .filter(Node::isVisible)
                .map(node -> ((Label) node).getText())
                .orElse("");
    }

    private static void waitUntil(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS, condition);
    }
}
