package org.obsenv.console.timeline;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.GenerationId;
import org.obsenv.words.Words;

/** Marking tonight good, and the way back to what is chosen, with its countdown in the button. */
final class ActBar extends HBox {
    private static final PseudoClass COUNTING = PseudoClass.getPseudoClass("counting");
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final double REASON = 10.8;

    private final ActsViewModel model;
    private final Words words;
    private final Label title = Nodes.label("", "primary-title");
    private final Label sub = Nodes.label("", "primary-sub");
    private final Label markSub = Nodes.label("", "dim", "mark-sub");
    private final Button back = new Button();
    private final Button mark = new Button();
    private final Button further;
    private final Button cancel;
    private final TextField reason = new TextField();

    /** @param further stands before them while nothing counts down */
    ActBar(ActsViewModel model, Words words, Button further) {
        this.model = model;
        this.further = further;
        this.words = words;
        getStyleClass().add("rollback");
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        prepare(back, "return", "primary", title, sub);
        back.setOnAction(event -> model.goBack());
        prepare(mark, "mark-good", "quiet", Nodes.label(words.text("mark.title"), "strong"), markSub);
        mark.setOnAction(event -> model.mark());
        cancel = Nodes.button(words.text("return.cancel"), model::cancel);
        cancel.setId("return-cancel");
        reason.setId("return-reason");
        reason.setPromptText(words.text("return.reason"));
        reason.setAccessibleText(words.text("return.reason"));
        reason.setMinWidth(Nodes.em(REASON));
        reason.textProperty().bindBidirectional(model.reasonProperty());
        getChildren().addAll(further, mark, reason, cancel, back);
        model.stateProperty().subscribe(this::show);
        model.toReturnProperty().subscribe(this::show);
        model.toMarkProperty().subscribe(this::show);
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
        ActState state = model.stateProperty().get();
        boolean isCounting = state instanceof ActState.Counting;
        switch (state) {
            case ActState.Idle idle -> {
                ActOffer offer = model.toReturnProperty().get();
                say(called(id(offer)), why(offer));
                back.setDisable(offer instanceof ActOffer.Blocked);
            }
            case ActState.Counting(ActOffer.Offered offer, long seconds) -> {
                say(
                        words.text("return.in", "act", called(Optional.of(offer.id())), "seconds", seconds),
                        words.text("return.cancel-hint"));
                // While it counts the button stays enabled, so that the focus stays on it; its clicks do nothing.
                back.setDisable(false);
            }
            case ActState.Returning(ActOffer.Offered offer) -> {
                say(called(Optional.of(offer.id())), words.text("act.running"));
                back.setDisable(true);
            }
            case ActState.Marking marking -> back.setDisable(true);
        }
        ActOffer toMark = model.toMarkProperty().get();
        markSub.setText(state instanceof ActState.Marking ? words.text("act.running") : why(toMark));
        mark.setAccessibleText(words.text("mark.title") + ", " + markSub.getText());
        mark.setDisable(toMark instanceof ActOffer.Blocked || !(state instanceof ActState.Idle));
        back.pseudoClassStateChanged(COUNTING, isCounting);
        back.pseudoClassStateChanged(RUNNING, state instanceof ActState.Returning);
        Nodes.show(cancel, isCounting);
        Nodes.show(reason, isCounting);
        Nodes.show(mark, !isCounting);
        Nodes.show(further, !isCounting);
    }

    private void say(String what, String why) {
        title.setText(what);
        sub.setText(why);
        back.setAccessibleText(what + ", " + why);
    }

    private String called(Optional<GenerationId> id) {
        return id.map(each -> words.text("return.title", "n", each.number()))
                .orElseGet(() -> words.text("return.title.none"));
    }

    private static Optional<GenerationId> id(ActOffer offer) {
        return switch (offer) {
            case ActOffer.Offered offered -> Optional.of(offered.id());
            case ActOffer.Blocked(Optional<GenerationId> id, String why) -> id;
        };
    }

    private static String why(ActOffer offer) {
        return switch (offer) {
            case ActOffer.Offered offered -> offered.why();
            case ActOffer.Blocked(Optional<GenerationId> id, String why) -> why;
        };
    }
}
