package org.obsenv.console.base;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** Calling the list reviewed, and building base: the page's one primary act, with its consequence or what is in its way. */
final class BaseActBar extends HBox {
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

    private final BaseActs acts;
    private final Words words;
    private final Label title = Nodes.label("", "primary-title");
    private final Label sub = Nodes.label("", "primary-sub");
    private final Label reviewSub = Nodes.label("", "dim", "mark-sub");
    private final Button build = new Button();
    private final Button review = new Button();

    BaseActBar(BaseActs acts, Words words) {
        this.acts = acts;
        this.words = words;
        getStyleClass().add("rollback");
        setAlignment(Pos.TOP_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        prepare(review, "base-review", "quiet", Nodes.label(words.text("review"), "strong"), reviewSub);
        review.setOnAction(event -> acts.review());
        prepare(build, "base-build", "primary", title, sub);
        build.setOnAction(event -> acts.build());
        getChildren().addAll(review, build);
        acts.lookProperty().subscribe(this::show);
        acts.progressProperty().subscribe(this::show);
    }

    private static void prepare(Button button, String id, String styleClass, Label... labels) {
        VBox lines = new VBox(labels);
        lines.setAlignment(Pos.CENTER_LEFT);
        button.setId(id);
        button.getStyleClass().add(styleClass);
        button.setGraphic(lines);
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
    }

    private void show() {
        BaseLook look = acts.lookProperty().get();
        boolean isRunning = acts.runningProperty().get();
        title.setText(words.text(isRunning ? "build.running" : "build"));
        String why = isRunning ? acts.progressProperty().get() : look.blocked().orElse(look.build());
        sub.setText(why);
        build.setDisable(look.blocked().isPresent());
        build.setAccessibleText(title.getText() + ", " + why);
        build.pseudoClassStateChanged(RUNNING, isRunning);
        Hint.give(build, why);
        String not = look.review().orElse("");
        reviewSub.setText(not);
        Nodes.show(reviewSub, !not.isEmpty());
        review.setDisable(look.review().isPresent());
        review.setAccessibleText(not.isEmpty() ? words.text("review") : words.text("review") + ", " + not);
    }
}
