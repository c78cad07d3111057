package org.obsenv.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.obsenv.console.acting.EndingTexts;
import org.obsenv.console.acting.Permissions;
import org.obsenv.console.acting.VerbRun;
import org.obsenv.console.changes.ChangesViewModel;
import org.obsenv.console.environment.EnvironmentViewModel;
import org.obsenv.console.journal.JournalViewModel;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.resume.ResumeViewModel;
import org.obsenv.console.rollback.RollbackViewModel;
import org.obsenv.console.shell.ConsoleWindow;
import org.obsenv.console.shell.ShellView;
import org.obsenv.console.shell.ShellViewModel;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.FxTicker;
import org.obsenv.console.support.Gradually;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.ThreadedRunner;
import org.obsenv.console.support.Ticker;
import org.obsenv.words.Words;

/** The console, put together from its parts. The one place that knows every view-model's constructor. */
public final class Console {
    private final ConsoleParts parts;
    private final BackgroundRunner runner;
    private final ReadingFeed feed;
    private final ShellViewModel model;
    private final Ticker ticker;
    private final Words words = Words.of("console");
    private Ticker.Ticking preparing = () -> {};

    /** Puts the view-models together; nothing is read before {@link #open}. */
    public Console(ConsoleParts parts, BackgroundRunner runner, Ticker ticker) {
        this.parts = parts;
        this.runner = runner;
        this.ticker = ticker;
        this.feed = new ReadingFeed(
                parts.environment(),
                runner,
                ticker,
                parts.clock(),
                words,
                parts.site().name(),
                parts.site().packageNames(),
                parts.site().console().refresh());
        VerbRun rollback =
                new VerbRun(parts.verbs(), runner, Lane.ROLLBACK, ticker, parts.clock(), feed, parts.actor());
        VerbRun resume = new VerbRun(parts.verbs(), runner, Lane.RESUME, ticker, parts.clock(), feed, parts.actor());
        RollbackViewModel rollingBack = new RollbackViewModel(
                feed, rollback, ticker, parts.site().console().countdown(), parts.workstation());
        this.model = new ShellViewModel(
                feed,
                new Permissions(parts.verbs(), runner, ticker),
                new EnvironmentViewModel(feed, parts.clock(), words),
                rollingBack,
                new ResumeViewModel(feed, resume, parts.changes(), runner, parts.clock(), words, parts.workstation()),
                new ChangesViewModel(parts.changes(), runner),
                new JournalViewModel(parts.journal(), runner, ticker, parts.clock(), words),
                new PageModels(parts, feed, runner, ticker, words).all(rollingBack),
                ticker,
                parts.clock(),
                words,
                parts.actor());
    }

    /**
     * Opens the window and returns when it was closed. Must not be called on the FX thread; starts the toolkit, so it
     * can be called once in a process.
     *
     * @param browser opens an address outside; may block, and throws when it cannot
     */
    public static void launch(ConsoleParts parts, Consumer<String> browser) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        QuietToolkit.install();
        Platform.startup(() -> {
            BackgroundRunner runner = new ThreadedRunner();
            Stage stage = new Stage();
            new Console(parts, runner, new FxTicker()).open(stage, Clipboard.system(), browser);
            stage.setOnHidden(event -> {
                runner.close();
                closed.countDown();
            });
            stage.show();
        });
        closed.await();
        Platform.exit();
    }

    /**
     * Opens the window, saves a picture of it once the environment has been looked at, and closes it. Like
     * {@link #launch}, once in a process and not on the FX thread.
     */
    public static void takePicture(ConsoleParts parts, Path file) throws InterruptedException, IOException {
        Picture picture = new Picture();
        QuietToolkit.install();
        Platform.startup(() -> {
            Stage stage = new Stage();
            Console console = new Console(parts, new ThreadedRunner(), new FxTicker());
            console.open(stage, Clipboard.system(), address -> {});
            stage.show();
            picture.takeAfterFirstLook(stage.getScene(), console.feed.sightProperty());
        });
        picture.save(file);
        Platform.exit();
    }

    /**
     * Fills the stage and begins to look; the caller shows it. On the FX thread.
     *
     * @param browser opens an address outside; called in the background, since starting a browser may block
     */
    public ShellView open(Stage stage, Clipboard clipboard, Consumer<String> browser) {
        EndingTexts endings = new EndingTexts(words, parts.verbs(), parts.site().contact());
        ShellView view = new ShellView(
                model,
                parts.site(),
                endings,
                parts.clock(),
                words,
                clipboard,
                parts.actor(),
                address -> show(address, browser, clipboard));
        if (!parts.extras().isEmpty()) {
            view.addMenu(words.text("extras"), ExtraMenu.of(parts.extras(), runner, model::refresh));
        }
        ConsoleWindow.open(
                stage, view, words.text("window.title", "site", parts.site().name()));
        model.start();
        parts.signOff().ifPresent(each -> model.themeProperty()
                .subscribe(theme -> each.gateway().askInWindow(theme.written())));
        preparing = Gradually.run(ticker, view.preparations());
        return view;
    }

    private void show(String address, Consumer<String> browser, Clipboard clipboard) {
        model.say(words.text("note.opening", "address", address));
        runner.run(
                Lane.BROWSER,
                () -> {
                    browser.accept(address);
                    return address;
                },
                opened -> {},
                problem -> {
                    clipboard.copy(address);
                    model.say(words.text("note.no-browser"));
                });
    }

    /** Looks no more. */
    public void close() {
        preparing.stop();
        model.stop();
    }

    public ShellViewModel model() {
        return model;
    }
}
