package org.obsenv.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.obsenv.console.acting.EndingTexts;
import org.obsenv.console.acting.Permissions;
import org.obsenv.console.acting.VerbRun;
import org.obsenv.console.alarm.AlarmViewModel;
import org.obsenv.console.base.BaseActs;
import org.obsenv.console.base.BaseModels;
import org.obsenv.console.base.BaseParts;
import org.obsenv.console.base.BaseViewModel;
import org.obsenv.console.base.HistoryViewModel;
import org.obsenv.console.changes.ChangesViewModel;
import org.obsenv.console.changes.ReviewViewModel;
import org.obsenv.console.csc.CscViewModel;
import org.obsenv.console.deploy.DeployViewModel;
import org.obsenv.console.environment.EnvironmentViewModel;
import org.obsenv.console.journal.JournalViewModel;
import org.obsenv.console.letpass.LetPassViewModel;
import org.obsenv.console.notebooks.NotebooksViewModel;
import org.obsenv.console.pull.PullViewModel;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.resume.ResumeViewModel;
import org.obsenv.console.rollback.RollbackViewModel;
import org.obsenv.console.rollback.UndoViewModel;
import org.obsenv.console.shell.ConsoleWindow;
import org.obsenv.console.shell.ShellView;
import org.obsenv.console.shell.ShellViewModel;
import org.obsenv.console.shell.SitePages;
import org.obsenv.console.signoff.SignOffParts;
import org.obsenv.console.signoff.SignOffViewModel;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.FxTicker;
import org.obsenv.console.support.Gradually;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.ThreadedRunner;
import org.obsenv.console.support.Ticker;
import org.obsenv.console.timeline.ActsViewModel;
import org.obsenv.console.timeline.HandoverViewModel;
import org.obsenv.console.timeline.TimelineViewModel;
import org.obsenv.console.windows.WindowsParts;
import org.obsenv.console.windows.WindowsViewModel;
import org.obsenv.domain.handover.HandoverReader;
import org.obsenv.domain.timeline.TimelineReader;
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
        Optional<SignOffViewModel> signOff = parts.signOff().map(this::signOff);
        Optional<TimelineViewModel> timeline = parts.timeline().map(this::timeline);
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
                new SitePages(
                        review(),
                        signOff,
                        signOff.map(this::windows),
                        timeline,
                        timeline.map(this::acts),
                        timeline.map(each -> handover()),
                        parts.notebooks().map(each -> new NotebooksViewModel(each, runner)),
                        new UndoViewModel(feed, rollingBack, switching(), parts.workstation()),
                        parts.testing().map(this::deploy),
                        parts.testing().map(each -> new CscViewModel(feed, each.cscs(), runner, parts.clock(), words)),
                        timeline.map(each -> pull()),
                        timeline.map(each -> letPass()),
                        parts.testing().map(this::alarms),
                        parts.base().map(this::base)),
                ticker,
                parts.clock(),
                words,
                parts.actor());
    }

    private SignOffViewModel signOff(SignOffParts given) {
        return new SignOffViewModel(
                given,
                parts.site().console().refresh(),
                runner,
                ticker,
                parts.clock(),
                words,
                parts.actor(),
                parts.workstation());
    }

    private TimelineViewModel timeline(TimelineReader reader) {
        return new TimelineViewModel(
                feed,
                reader,
                parts.changes(),
                runner,
                parts.clock(),
                parts.site().zone());
    }

    private HandoverViewModel handover() {
        HandoverReader reader = new HandoverReader(
                parts.timeline().orElseThrow(),
                parts.changes(),
                parts.reviewing().histories(),
                parts.testing().orElseThrow().alarms(),
                parts.testing().orElseThrow().cscs());
        return new HandoverViewModel(
                feed,
                reader,
                parts.handovers(),
                runner,
                parts.clock(),
                parts.site().zone());
    }

    private ReviewViewModel review() {
        ConsoleParts.Reviewing given = parts.reviewing();
        return new ReviewViewModel(feed, given.histories(), parts.changes(), given.viewed(), runner);
    }

    private PullViewModel pull() {
        VerbRun verb = new VerbRun(parts.verbs(), runner, Lane.PULL, ticker, parts.clock(), feed, parts.actor());
        return new PullViewModel(feed, verb, words, parts.workstation());
    }

    private LetPassViewModel letPass() {
        VerbRun verb = new VerbRun(parts.verbs(), runner, Lane.PULL, ticker, parts.clock(), feed, parts.actor());
        return new LetPassViewModel(feed, verb, parts.clock(), words, parts.workstation());
    }

    private AlarmViewModel alarms(ConsoleParts.Testing testing) {
        return new AlarmViewModel(
                feed, testing.alarms(), switching(), runner, parts.clock(), words, parts.workstation());
    }

    private BaseModels base(BaseParts given) {
        BaseViewModel page = new BaseViewModel(feed, given, runner, parts.clock());
        VerbRun verb = new VerbRun(parts.verbs(), runner, Lane.SET_BASE, ticker, parts.clock(), feed, parts.actor());
        return new BaseModels(
                page,
                new BaseActs(feed, page, verb, ticker, parts.clock(), parts.actor(), parts.workstation()),
                new HistoryViewModel(page, runner, parts.clock()));
    }

    private ActsViewModel acts(TimelineViewModel timeline) {
        return new ActsViewModel(
                feed,
                timeline,
                switching(),
                ticker,
                parts.site().console().countdown(),
                parts.actor(),
                parts.workstation());
    }

    private VerbRun switching() {
        return new VerbRun(parts.verbs(), runner, Lane.SWITCH, ticker, parts.clock(), feed, parts.actor());
    }

    private DeployViewModel deploy(ConsoleParts.Testing testing) {
        return new DeployViewModel(
                feed, switching(), testing.revisions(), runner, parts.clock(), words, parts.workstation());
    }

    /** The reader of the store of sign-offs is one: what it shows is handed on. */
    private WindowsViewModel windows(SignOffViewModel signOff) {
        SignOffParts given = parts.signOff().orElseThrow();
        WindowsViewModel windows = new WindowsViewModel(
                new WindowsParts(
                        parts.site().name(),
                        parts.site().contact().map(each -> each.name() + ", " + each.phone()),
                        given.policy(),
                        given.windows(),
                        given.gateway()),
                runner,
                parts.clock(),
                parts.actor(),
                parts.workstation(),
                signOff::read);
        signOff.watch(windows::seen);
        return windows;
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
