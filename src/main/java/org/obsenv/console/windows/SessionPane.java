package org.obsenv.console.windows;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.obsenv.console.acting.EndingBox;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** The chosen session: when it is by both clocks, how it stands, what this person may say of it, what to announce. */
final class SessionPane extends VBox {
    private final WindowsViewModel model;
    private final Words words;
    private final Label title = Nodes.wrapped("", "verdict");
    private final Label utc = Nodes.wrapped("", "strong", "session-utc");
    private final Label local = Nodes.wrapped("", "sub");
    private final Button confirm = new Button();
    private final Label confirmSub = Nodes.label("", "primary-sub");
    private final GridPane facts = new GridPane();
    private final HBox quiet = new HBox();
    private final SessionForm form;
    private final Label announcement = Nodes.wrapped("", "dim", "card-note");
    private String shown = "";

    SessionPane(WindowsViewModel model, Clipboard clipboard) {
        this.model = model;
        this.words = model.words();
        setId("session");
        getStyleClass().add("page");
        title.setId("session-title");
        utc.setId("session-utc");
        VBox headline = new VBox(title, utc, local);
        headline.getStyleClass().add("headline");
        headline.setMinWidth(0);
        HBox.setHgrow(headline, Priority.ALWAYS);
        HBox head = new HBox(headline, confirm());
        head.getStyleClass().add("head");
        form = new SessionForm(model);
        quiet.getStyleClass().add("lead-quiet");
        facts.getStyleClass().add("help-keys");
        Label doubt = Nodes.wrapped("", "strip-text");
        HBox strip = new HBox(doubt);
        strip.setId("session-doubt");
        strip.getStyleClass().addAll("strip", "strip-bad");
        model.doubtProperty().subscribe(text -> {
            doubt.setText(text);
            Nodes.show(strip, !text.isEmpty());
        });
        VBox body = new VBox(facts, quiet, Nodes.wrapped(words.text("page.rollback"), "dim"), announcements(clipboard));
        body.getStyleClass().add("lead-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren()
                .addAll(
                        head,
                        new EndingBox("session-ending", model.run(), words.text("page.dismiss")),
                        strip,
                        form,
                        scroll);
        model.pageProperty().subscribe(this::show);
    }

    private Button confirm() {
        confirm.setId("confirm-session");
        confirm.getStyleClass().add("primary");
        confirm.setMnemonicParsing(false);
        confirm.setMinWidth(USE_PREF_SIZE);
        confirm.setGraphic(new VBox(Nodes.label(words.text("page.confirm"), "primary-title"), confirmSub));
        confirm.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        confirm.setOnAction(event -> model.confirm());
        confirm.disableProperty().bind(model.run().busyProperty());
        return confirm;
    }

    private VBox announcements(Clipboard clipboard) {
        Button start = Nodes.button(
                words.text("page.copy.start"),
                () -> model.pageProperty().get().ifPresent(page -> clipboard.copy(page.startAnnouncement())),
                "small");
        start.setId("copy-start");
        Button end = Nodes.button(
                words.text("page.copy.end"),
                () -> model.pageProperty().get().ifPresent(page -> clipboard.copy(page.endAnnouncement())),
                "small");
        end.setId("copy-end");
        HBox head = new HBox(
                Nodes.label(words.text("page.announcement"), "strong", "card-title"), Nodes.spring(), start, end);
        head.getStyleClass().addAll("card-head", "lead-quiet");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(head, announcement);
        card.getStyleClass().add("card");
        return card;
    }

    private void show(Optional<SessionPage> page) {
        getChildren().forEach(each -> each.setOpacity(page.isPresent() ? 1 : 0));
        page.ifPresent(this::fill);
    }

    private void fill(SessionPage page) {
        if (!page.title().equals(shown)) {
            // What was begun of one session is not for another.
            form.close();
            shown = page.title();
        }
        title.setText(page.title());
        utc.setText(page.row().utc());
        local.setText(page.sub());
        Nodes.show(confirm, page.confirms().isPresent());
        page.confirms().ifPresent(sub -> {
            confirmSub.setText(sub);
            confirm.setAccessibleText(words.text("page.confirm") + " " + page.title() + ", " + sub);
        });
        facts.getChildren().clear();
        for (SessionPage.Fact fact : page.facts()) {
            facts.addRow(
                    facts.getRowCount(), Nodes.whole(fact.name(), "dim"), Nodes.wrapped(fact.value(), "strip-text"));
        }
        announcement.setText(page.startAnnouncement().stripTrailing());
        fillQuiet(page);
    }

    /** Made anew only when others are offered: the one that has the keyboard keeps it from look to look. */
    private void fillQuiet(SessionPage page) {
        if (!page.offered().equals(quiet.getUserData())) {
            quiet.setUserData(page.offered());
            quiet.getChildren().setAll(page.offered().stream().map(this::button).toList());
            if (page.offered().isEmpty()) {
                form.close();
            }
        }
        Nodes.show(quiet, !page.offered().isEmpty());
    }

    private Button button(Saying saying) {
        Button button = Nodes.button(
                words.text("page." + saying.written()),
                () -> model.pageProperty().get().ifPresent(page -> form.open(saying, page)),
                "small");
        button.setId("session-" + saying.written());
        return button;
    }
}
