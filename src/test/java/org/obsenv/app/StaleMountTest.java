package org.obsenv.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.console.Console;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.FxTicker;
import org.obsenv.console.support.ThreadedRunner;
import org.obsenv.domain.Outcome;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.hostile.StaleMount;
import org.obsenv.protocol.Verb;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The workstation's mount of the environment dies: every stat on it waits for ever. The verbs run where the
 * environment is, as over ssh.
 */
@Tag("root")
class StaleMountTest extends ApplicationTest {
    private static final int LIMIT_SECONDS = 60;

    @TempDir
    static Path directory;

    private final BackgroundRunner runner = new ThreadedRunner();
    private TestEnvironment environment;
    private Path mounted;
    private Console console;

    @Override
    public void init() throws Exception {
        environment = TestEnvironment.setUp(directory, "ts_wep", "summit_utils");
        environment.writeSite("console: {refresh: 200 ms, countdown: 0 s}\n");
        environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        mounted = Files.createDirectory(directory.resolve("mounted"));
        Ran.must("mount", "--bind", environment.root().toString(), mounted.toString());
    }

    @Override
    public void start(Stage stage) throws Exception {
        Path here = directory.resolve("here.yaml");
        Files.writeString(
                here,
                Files.readString(environment.siteFile())
                        .replace("{root: " + environment.root() + ",", "{root: " + mounted + ","));
        console = new Console(new ConsoleWiring(InstantSource.system()).site(here), runner, new FxTicker());
        console.open(stage, Clipboard.system(), link -> {});
        stage.show();
    }

    @AfterEach
    void close() {
        interact(console::close);
        runner.close();
        Ran.must("umount", "-l", mounted.toString());
    }

    @Test
    void readsAsUnknownAndTheRollBackGoesOutAllTheSame() throws Exception {
        waitUntil(() -> text("#verdict").equals("1 of 2 packages differs from base"));
        try (StaleMount stale = StaleMount.over(mounted)) {
            waitUntil(() -> text("#verdict").startsWith("Unknown since "));

            clickOn("#rollback");

            waitUntil(() -> environment.current().equals("generations/000002"));
            waitUntil(() -> shows("waiting for this workstation (up to 60 s)"));
        }
        waitUntil(() -> shows("Verified 2 of 2 at base"));
    }

    private boolean shows(String part) {
        return lookup(".label").queryAllAs(Label.class).stream()
                .anyMatch(label -> String.valueOf(label.getText()).contains(part));
    }

    private String text(String id) {
        return lookup(id).tryQuery().map(node -> ((Label) node).getText()).orElse("");
    }

    private static void waitUntil(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS, condition);
    }
}
