package org.obsenv.console.rollback;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** The primary action, with its countdown in it, and Cancel and the reason beside it while it counts. */
public final class RollbackButton extends HBox {
    private static final PseudoClass COUNTING = PseudoClass.getPseudoClass("counting");
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

    /** How wide the fields are at least, in times the text's size: as wide as what they ask for. */
    private static final double REASON = 10.8;

    private static final double INITIALS = 5.7;

    private final RollbackTexts texts;
    private final Label title = Nodes.label("", "primary-title");
    private final Label sub = Nodes.label("", "primary-sub");
    private final Button button = new Button();
    private final Button cancel;
    private final TextField reason = new TextField();
    private final TextField initials = new TextField();
    private final boolean shared;

    /**
     * @param actor the account of this session
     * @param shared whether several people use it, so that initials are asked for
     */
    public RollbackButton(RollbackViewModel model, Words words, String actor, boolean shared) {
        this.texts = new RollbackTexts(words, actor);
        this.shared = shared;
        getStyleClass().add("rollback");
        setAlignment(Pos.CENTER_RIGHT);
        cancel = Nodes.button(words.text("rollback.cancel"), model::cancel);
        cancel.setId("rollback-cancel");
        field(reason, "rollback-reason", words.text("rollback.reason"));
        reason.setPrefColumnCount(14);
        reason.setMinWidth(Nodes.em(REASON));
        reason.textProperty().bindBidirectional(model.reasonProperty());
        field(initials, "rollback-initials", words.text("rollback.initials"));
        // On a low window the headline gives way, not what the fields ask for.
        initials.setPrefWidth(Nodes.em(INITIALS));
        initials.setMinWidth(USE_PREF_SIZE);
        initials.textProperty().bindBidirectional(model.initialsProperty());
        VBox lines = new VBox(title, sub);
        lines.setAlignment(Pos.CENTER_LEFT);
        button.setId("rollback");
        button.getStyleClass().add("primary");
        button.setGraphic(lines);
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> model.start());
        getChildren().addAll(initials, reason, cancel, button);
        model.stateProperty().subscribe(this::show);
    }

    private static void field(TextField field, String id, String prompt) {
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
    }

    private void show(RollbackState state) {
        title.setText(texts.title(state));
        sub.setText(texts.sub(state));
        button.setAccessibleText(title.getText() + ", " + sub.getText());
        boolean counting = state instanceof RollbackState.CountingDown;
        boolean running = state instanceof RollbackState.Running || state instanceof RollbackState.Awaiting;
        // While it counts the button stays enabled, so that the focus stays on it; its clicks do nothing.
        boolean blocked = state instanceof RollbackState.Ready(Offer offer) && offer instanceof Offer.Blocked;
        button.setDisable(running || blocked);
        button.pseudoClassStateChanged(COUNTING, counting);
        button.pseudoClassStateChanged(RUNNING, running);
        Nodes.show(cancel, counting);
        Nodes.show(reason, counting);
        Nodes.show(initials, shared && !running);
    }
}
