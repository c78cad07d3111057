package org.obsenv.console.base;

import java.io.File;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.obsenv.console.acting.EndingStrip;
import org.obsenv.console.acting.EndingTexts;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** The verdict and the acts above, the pins and what they could be below. A list can be dropped on it. */
public final class BasePage extends VBox {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final double REASON = 34;

    private final BaseViewModel model;
    private final BaseActs acts;
    private final HistoryViewModel history;
    private final BaseTable table;

    /** @param endings puts how an act ended into words */
    public BasePage(
            BaseViewModel model, BaseActs acts, HistoryViewModel history, EndingTexts endings, Clipboard clipboard) {
        this.model = model;
        this.acts = acts;
        this.history = history;
        Words words = model.words();
        setId("base");
        getStyleClass().add("page");
        Label title = Nodes.label("", "verdict");
        title.setId("base-title");
        Label sub = Nodes.wrapped("", "sub");
        sub.setId("base-sub");
        VBox headline = new VBox(title, sub);
        headline.getStyleClass().add("headline");
        HBox.setHgrow(headline, Priority.ALWAYS);
        HBox head = new HBox(headline, new BaseActBar(acts, words));
        head.getStyleClass().add("head");
        Label warning = Nodes.wrapped("", "strip-text");
        warning.setId("base-warning");
        HBox.setHgrow(warning, Priority.ALWAYS);
        var again = Nodes.button(words.text("warning.review"), model::reviewAgain, "small");
        again.setId("base-review-again");
        HBox strip = new HBox(warning, again);
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().addAll("strip", "strip-warn", "strip-row");
        Label trouble = Nodes.wrapped("", "strip-text");
        trouble.setId("base-trouble");
        VBox troubled = new VBox(trouble);
        troubled.getStyleClass().addAll("strip", "strip-bad");
        model.troubleProperty().subscribe(text -> {
            trouble.setText(text);
            Nodes.show(troubled, !text.isEmpty());
        });
        EndingStrip ending = new EndingStrip("base-ending", Words.of("console"), clipboard, acts::dismiss);
        acts.endingProperty().subscribe(each -> ending.show(each.map(endings::of)));
        table = new BaseTable(model);
        VBox.setVgrow(table, Priority.ALWAYS);
        BaseBar bar = new BaseBar(model, history, table);
        ChoicePane choice = new ChoicePane(model, table);
        HistoryPane past = new HistoryPane(history);
        TextField reason = new TextField();
        reason.setId("base-reason");
        reason.setPromptText(words.text("reason.prompt"));
        reason.setAccessibleText(words.text("reason"));
        reason.setPrefWidth(Nodes.em(REASON));
        reason.textProperty().bindBidirectional(acts.reasonProperty());
        HBox why = new HBox(Nodes.whole(words.text("reason"), "dim"), reason);
        why.setAlignment(Pos.CENTER_LEFT);
        why.getStyleClass().addAll("strip-row", "base-reason");
        getChildren().addAll(head, strip, troubled, ending, bar, past, table, choice, why);
        acts.lookProperty().subscribe(look -> {
            title.setText(look.title());
            title.pseudoClassStateChanged(UNKNOWN, look.isUnknown());
            sub.setText(look.sub());
            warning.setText(look.warning());
            Nodes.show(strip, !look.warning().isEmpty());
            Nodes.show(again, look.isMoved());
        });
        model.draftProperty().subscribe(draft -> Nodes.show(why, !draft.isEmpty()));
        history.openProperty().subscribe(open -> {
            Nodes.show(past, open);
            Nodes.show(table, !open);
        });
        acts.runningProperty().subscribe(running -> {
            if (running) {
                table.requestFocus(); // the button that was pressed is disabled now
            }
        });
        setOnDragOver(this::over);
        setOnDragDropped(this::dropped);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        files.forEach(each -> model.importFile(each.getPath()));
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }

    /** Leaves what is open on the page; false when nothing is. */
    public boolean escape() {
        return history.close() || table.closeChoice();
    }

    /** The page in plain text. */
    public String asText() {
        return acts.asText();
    }
}
