package org.obsenv.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.console.Console;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.FxTicker;
import org.obsenv.console.support.ThreadedRunner;
import org.obsenv.fixture.TestEnvironment;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A real console, real threads and real readers, on a real site of three packages that base pins. */
abstract class ConsoleOnSite extends ApplicationTest {
    private static final int LIMIT_SECONDS = 60;

    @TempDir
    static Path directory;

    private final BackgroundRunner runner = new ThreadedRunner();
    TestEnvironment environment;
    Console console;

    /** The site; a test adds what is to be so before the window opens. */
    @Override
    public void init() throws Exception {
        Path here = Files.createTempDirectory(directory, "site");
        environment = TestEnvironment.setUp(here, "ts_wep", "summit_utils", "cwfs");
        environment.writeSite("console: {refresh: 200 ms, countdown: 0 s}\n");
    }

    @Override
    public void start(Stage stage) throws Exception {
        console = new Console(
                new ConsoleWiring(InstantSource.system()).site(environment.siteFile()), runner, new FxTicker());
        console.open(stage, Clipboard.system(), link -> {});
        stage.show();
    }

    @AfterEach
    void close() {
        interact(console::close);
        runner.close();
    }

    String verdict() {
        return text("#verdict");
    }

    String proof() {
        return text("#result-proof .label");
    }

    private String text(String id) {
        return lookup(id)
                .tryQuery()
                .filter(Node::isVisible)
                .map(node -> ((Label) node).getText())
                .orElse("");
    }

    static void waitUntil(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS, condition);
    }
}
