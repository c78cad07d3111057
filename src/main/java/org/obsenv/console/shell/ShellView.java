package org.obsenv.console.shell;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.acting.EndingStrip;
import org.obsenv.console.acting.EndingTexts;
import org.obsenv.console.base.BasePage;
import org.obsenv.console.changes.ChangesDrawer;
import org.obsenv.console.changes.ReviewPage;
import org.obsenv.console.environment.EnvironmentPage;
import org.obsenv.console.journal.JournalDrawer;
import org.obsenv.console.journal.JournalPage;
import org.obsenv.console.notebooks.NotebooksButton;
import org.obsenv.console.pull.PullLink;
import org.obsenv.console.pull.PullViewModel;
import org.obsenv.console.resume.HoldStrip;
import org.obsenv.console.rollback.ResultPage;
import org.obsenv.console.rollback.RollbackButton;
import org.obsenv.console.rollback.RollbackResultTexts;
import org.obsenv.console.rollback.RollbackState;
import org.obsenv.console.signoff.SignOffPage;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.Fonts;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Nodes;
import org.obsenv.console.timeline.TimelinePage;
import org.obsenv.console.windows.WindowsPage;
import org.obsenv.console.windows.WindowsViewModel;
import org.obsenv.site.Site;
import org.obsenv.words.Words;

/** The window's content: header, rail, footer, and one page in front. No second window, no dialog. */
public final class ShellView extends StackPane {
    /** Of the page's height, how much the table keeps when a package's detail is open. */
    private static final double TABLE_SHARE = 0.64;

    /** From this height on, both table and detail have room. */
    static final double ROOMY = 860;

    private final ShellViewModel model;
    private final int packages;
    private final Clipboard clipboard;
    private final EndingTexts endingTexts;
    private final RollbackResultTexts resultTexts;
    private final EnvironmentPage environment;
    private final SplitPane front = new SplitPane();
    private final ChangesDrawer drawer;
    private final VBox detail;
    private final ResultPage result;
    private final JournalPage journal;
    private final ReviewPage review;
    private final Optional<SignOffPage> signOff;
    private final Optional<WindowsPage> windows;
    private final Optional<TimelinePage> timeline;
    private final Optional<BasePage> base;
    private final VBox resultWithJournal;
    private final EndingStrip rollbackEnding;
    private final EndingStrip resumeEnding;
    private final HelpOverlay help;
    private final Header header;

    /**
     * @param actor the account of this session
     * @param browser opens an address outside
     */
    public ShellView(
            ShellViewModel model,
            Site site,
            EndingTexts endingTexts,
            InstantSource clock,
            Words words,
            Clipboard given,
            String actor,
            Consumer<String> browser) {
        this.model = model;
        this.packages = site.packages().size();
        this.clipboard = text -> {
            given.copy(text);
            model.say(words.text("note.copied"));
        };
        setId("shell");
        setStyle("-fx-font-size: " + Fonts.rootSize() + "px;");
        this.endingTexts = endingTexts;
        resultTexts = new RollbackResultTexts(site, words);
        rollbackEnding = new EndingStrip("ending", words, clipboard, model.rollback()::dismiss);
        resumeEnding = new EndingStrip("resume-ending", words, clipboard, model.resume()::dismiss);
        Optional<PullViewModel> pull = model.pages().pull();
        boolean shared = site.accounts().shared().contains(actor);
        List<Node> strips =
                new ArrayList<>(List.of(rollbackEnding, resumeEnding, new HoldStrip(model.resume(), words, clock)));
        SiteStrips ofSite = new SiteStrips(model, endingTexts, words, clipboard, this::keepKeyboard);
        strips.addAll(ofSite.all());
        environment = new EnvironmentPage(
                model.environment(),
                words,
                clipboard,
                model.pages().notebooks().map(NotebooksButton::new),
                new RollbackButton(model.rollback(), words, actor, shared),
                pull.map(each -> new PullLink(each, words)),
                strips);
        drawer = new ChangesDrawer(
                model.changes(),
                words,
                clock,
                SiteLinks.of(site, browser).outward(clipboard),
                model.environment()::closeDetail,
                ofSite.button());
        detail = ofSite.detail(drawer);
        // Where there is too little room for all of it, its foot is cut and not the window's head.
        front.setMinHeight(0);
        front.setOrientation(Orientation.VERTICAL);
        front.getItems().add(environment);
        result = new ResultPage(
                model.rollback(), model.pages().undo(), words, clipboard, () -> model.go(Page.ENVIRONMENT));
        JournalDrawer acts = new JournalDrawer(model.journal(), words);
        resultWithJournal = new ResultWithJournal(result, acts);
        journal = new JournalPage(model.journal(), words);
        header = new Header(site, words, model.windows(), this::openWindows);
        help = new HelpOverlay(words);
        SiteLinks links = SiteLinks.of(site, browser);
        review = new ReviewPage(model.pages().review(), words, clock, links.outward(clipboard));
        StackPane pages = new StackPane(front, resultWithJournal, review, journal);
        signOff = model.signOff().map(each -> new SignOffPage(each, links.tickets(), links.releaseNotes()));
        signOff.ifPresent(pages.getChildren()::add);
        windows = model.windows().map(each -> new WindowsPage(each, clipboard));
        windows.ifPresent(pages.getChildren()::add);
        timeline = model.pages()
                .timeline()
                .map(each -> new TimelinePage(
                        each,
                        model.pages().acts().orElseThrow(),
                        model.pages().handover().orElseThrow(),
                        endingTexts,
                        clipboard));
        timeline.ifPresent(pages.getChildren()::add);
        base = model.pages()
                .base()
                .map(each -> new BasePage(each.page(), each.acts(), each.history(), endingTexts, clipboard));
        base.ifPresent(pages.getChildren()::add);
        BorderPane frame = new BorderPane(pages, header, null, Footer.of(model, words), new Rail(words, model));
        getChildren().addAll(frame, help);
        Hint.install(this);
        follow();
    }

    private void openWindows() {
        model.go(Page.WINDOWS);
        windows.ifPresent(WindowsPage::focusList);
    }

    private void follow() {
        model.nowProperty().subscribe(header::tick);
        Runnable person = () -> header.showPerson(model.person());
        model.permissions().rollbackProperty().subscribe(person);
        model.permissions().resumeProperty().subscribe(person);
        model.pageProperty().subscribe(person);
        model.rollback().endingProperty().subscribe(this::showRollback);
        model.rollback().stateProperty().subscribe(state -> {
            environment.makeRoom(state instanceof RollbackState.CountingDown);
            keepKeyboard();
        });
        // A listener of the value: those of its invalidation run before the strip has shown it.
        model.resume().stateProperty().subscribe(state -> keepKeyboard());
        model.pages().notebooks().ifPresent(each -> each.stateProperty().subscribe(state -> keepKeyboard()));
        model.resume().endingProperty().subscribe(ending -> {
            resumeEnding.show(ending.map(endingTexts::of));
            keepKeyboard();
        });
        model.pages().pull().ifPresent(each -> each.stateProperty().subscribe(state -> keepKeyboard()));
        model.pageProperty().subscribe(this::show);
        model.environment().chosenProperty().subscribe(chosen -> showDrawer(chosen.isPresent()));
    }

    private void showRollback(Optional<Ending> ending) {
        result.show(ending.filter(Ending::isDone)
                .map(each -> resultTexts.result(
                        each, model.rollback().seenAtClickProperty().get())));
        rollbackEnding.show(ending.filter(each -> !each.isDone()).map(endingTexts::of));
        keepKeyboard();
    }

    /**
     * Where the control that has the keyboard goes away or is disabled, the table takes it. JavaFX would give it to the
     * control that comes next, and the keys that are typed then would land in the filter.
     */
    private void keepKeyboard() {
        Node keyboard = getScene() == null ? null : getScene().getFocusOwner();
        if (keyboard != null && (keyboard.isDisabled() || !Nodes.isShown(keyboard)) && Nodes.isShown(environment)) {
            environment.focusTable();
        }
    }

    private void showDrawer(boolean open) {
        if (open == front.getItems().contains(detail)) {
            return;
        }
        // The split pane takes its parts out and in again, and the keyboard would go to another control meanwhile.
        Node keyboard = getScene() == null ? null : getScene().getFocusOwner();
        if (open) {
            front.getItems().add(detail);
            front.setDividerPositions(TABLE_SHARE);
        } else {
            front.getItems().remove(detail);
        }
        if (keyboard != null && Objects.equals(keyboard.getScene(), getScene())) {
            keyboard.requestFocus();
        } else {
            environment.focusTable();
        }
    }

    private void show(Page page) {
        Nodes.show(front, page == Page.ENVIRONMENT);
        Nodes.show(resultWithJournal, page == Page.RESULT);
        Nodes.show(review, page == Page.CHANGES);
        Nodes.show(journal, page == Page.JOURNAL);
        signOff.ifPresent(each -> Nodes.show(each, page == Page.SIGN_OFF));
        windows.ifPresent(each -> Nodes.show(each, page == Page.WINDOWS));
        timeline.ifPresent(each -> Nodes.show(each, page == Page.TIMELINE));
        base.ifPresent(each -> Nodes.show(each, page == Page.BASE));
        keepKeyboard();
    }

    /** What makes the result's page ready before it is needed, in pieces. */
    public List<Runnable> preparations() {
        return ResultPreparations.of(packages, result, resultWithJournal, front);
    }

    /** Adds a menu of its own to the header. */
    public void addMenu(String title, List<MenuItem> items) {
        header.addMenu(title, items);
    }

    /** Shows or hides what the keys do. */
    void toggleHelp() {
        help.toggle();
    }

    /** Escape: takes the countdown back, else leaves what is in front; false when there was nothing to leave. */
    boolean escape() {
        return model.rollback().cancel() || help.hideIfShown() || closesForm() || model.leave();
    }

    private boolean closesForm() {
        if (model.pageProperty().get() == Page.BASE) {
            return base.filter(BasePage::escape).isPresent();
        }
        return model.pageProperty().get() == Page.SIGN_OFF
                && signOff.filter(SignOffPage::escape).isPresent();
    }

    /** Copies the commit that has the keyboard, else what is in front as plain text. */
    void copy() {
        if (drawer.copyCommit() || review.copyCommit()) {
            return;
        }
        clipboard.copy(
                switch (model.pageProperty().get()) {
                    case ENVIRONMENT -> model.environment().asText();
                    case RESULT -> result.report();
                    case CHANGES -> review.asText();
                    case TIMELINE -> timeline.map(TimelinePage::asText).orElse("");
                    case BASE -> base.map(BasePage::asText).orElse("");
                    case JOURNAL -> journal.asText();
                    case SIGN_OFF -> signOff.map(SignOffPage::asText).orElse("");
                    case WINDOWS ->
                        model.windows().map(WindowsViewModel::asText).orElse("");
                });
    }

    ReviewPage review() {
        return review;
    }

    EnvironmentPage environment() {
        return environment;
    }

    ShellViewModel model() {
        return model;
    }
}
