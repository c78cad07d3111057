package org.obsenv.console.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.acting.EndingStrip;
import org.obsenv.console.acting.EndingTexts;
import org.obsenv.console.environment.EnvironmentPage;
import org.obsenv.console.rollback.ResultPage;
import org.obsenv.console.rollback.RollbackButton;
import org.obsenv.console.rollback.RollbackResultTexts;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.Fonts;
import org.obsenv.console.support.Nodes;
import org.obsenv.site.Site;
import org.obsenv.words.Words;

/** The window's content: header, rail, footer, and one page in front. No second window, no dialog. */
public final class ShellView extends StackPane {
    private final ShellViewModel model;
    private final Clipboard clipboard;
    private final EnvironmentPage environment;
    private final ResultPage result;
    private final EndingStrip ending;
    private final HelpOverlay help;
    private final Header header;

    public ShellView(
            ShellViewModel model, Site site, EndingTexts endingTexts, Words words, Clipboard clipboard, String actor) {
        this.model = model;
        this.clipboard = clipboard;
        setId("shell");
        setStyle("-fx-font-size: " + Fonts.rootSize() + "px;");
        RollbackResultTexts resultTexts = new RollbackResultTexts(site, words);
        boolean shared = site.accounts().shared().contains(actor);
        ending = new EndingStrip(words, clipboard, model.rollback()::dismiss);
        environment = new EnvironmentPage(
                model.environment(),
                words,
                clipboard,
                new RollbackButton(model.rollback(), words, actor, shared),
                List.of(ending));
        result = new ResultPage(words, clipboard, () -> model.go(Page.ENVIRONMENT));
        header = new Header(site, words);
        Footer footer = new Footer(words);
        footer.add("health-reading", model.readingHealthProperty());
        footer.add("health-permission", model.permissionHealthProperty());
        help = new HelpOverlay(words);
        StackPane pages = new StackPane(environment, result);
        BorderPane frame =
                new BorderPane(pages, header, null, footer, new Rail(words, model.pageProperty(), model::go));
        getChildren().addAll(frame, help);
        model.nowProperty().subscribe(header::tick);
        both(model.permissions().rollbackProperty(), model.permissions().resumeProperty());
        model.rollback().endingProperty().subscribe(now -> showEnding(now, endingTexts, resultTexts));
        model.pageProperty().subscribe(this::show);
    }

    private void both(ObservableValue<?> first, ObservableValue<?> second) {
        Consumer<Object> renew = ignored -> header.showPerson(model.person(
                model.permissions().rollbackProperty().get(),
                model.permissions().resumeProperty().get()));
        first.subscribe(renew);
        second.subscribe(renew);
    }

    private void showEnding(Optional<Ending> now, EndingTexts endingTexts, RollbackResultTexts resultTexts) {
        Optional<Ending> done = now.filter(Ending::isDone);
        result.show(done.map(each ->
                resultTexts.result(each, model.rollback().seenAtClickProperty().get())));
        ending.show(now.filter(each -> !each.isDone()).map(endingTexts::of));
    }

    private void show(Page page) {
        front(environment, page == Page.ENVIRONMENT);
        front(result, page == Page.RESULT);
    }

    private static void front(Node node, boolean shown) {
        Nodes.show(node, shown);
    }

    /** Adds a menu of its own to the header. */
    public void addMenu(String title, List<MenuItem> items) {
        header.addMenu(title, items);
    }

    /** Shows or hides what the keys do. */
    void toggleHelp() {
        help.toggle();
    }

    /** Hides the help; false when it was not in sight. */
    boolean hideHelp() {
        return help.hideIfShown();
    }

    /** Escape: takes the countdown back, else leaves what is in front; false when there was nothing to leave. */
    boolean escape() {
        if (model.rollback().cancel()) {
            return true;
        }
        if (model.pageProperty().get() != Page.ENVIRONMENT) {
            model.go(Page.ENVIRONMENT);
            return true;
        }
        return false;
    }

    /** Copies what is in front as plain text. */
    void copy() {
        String text = Page.RESULT == model.pageProperty().get()
                ? result.report()
                : model.environment().asText();
        clipboard.copy(text);
    }

    EnvironmentPage environment() {
        return environment;
    }

    ShellViewModel model() {
        return model;
    }
}
