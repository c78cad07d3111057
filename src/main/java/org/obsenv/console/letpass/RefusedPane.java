package org.obsenv.console.letpass;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** Over the detail of a package whose head is refused: which commit, whose, why, and the form to let it pass. */
public final class RefusedPane extends VBox {
    private final LetPassViewModel model;
    private final Words words;
    private final Label title = Nodes.label("", "strip-title");
    private final Label commit = Nodes.whole("", "mono");
    private final Label commitLine = Nodes.label("", "dim", "strip-text");
    private final Label lines = Nodes.label("", "mono", "refused-lines");
    private final Label only = Nodes.whole("", "dim");
    private final Button open;
    private final StackPane opener;
    private final VBox form = new VBox();
    private final Label does = Nodes.wrapped("", "strip-text");
    private final TextField reason = new TextField();
    private final Label blocked = Nodes.label("", "dim");
    private final Button confirm;

    public RefusedPane(LetPassViewModel model, Words words) {
        this.model = model;
        this.words = words;
        setId("refused");
        getStyleClass().addAll("refused", "strip-bad");
        setMinHeight(USE_PREF_SIZE);
        title.setId("refused-title");
        lines.setId("refused-lines");
        only.setId("let-pass-barred");
        open = Nodes.button(words.text("let-pass.open"), model::begin, "small");
        open.setId("let-pass-open");
        // What is pointed at where the button is disabled.
        opener = new StackPane(open);
        HBox head = new HBox(new Mark(Mark.Shape.DIVERGED), title, commit, commitLine, Nodes.spring(), only, opener);
        head.getStyleClass().add("strip-row");
        head.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(commitLine, Priority.SOMETIMES);
        title.setMinWidth(USE_PREF_SIZE);
        lines.setMinHeight(USE_PREF_SIZE);
        confirm = Nodes.button("", model::confirm, "confirm-bad");
        confirm.setId("let-pass-confirm");
        fillForm();
        getChildren().addAll(head, lines, form);
        model.stateProperty().subscribe(this::show);
        model.permissionProperty().subscribe(this::offer);
        model.blockedProperty().subscribe(this::judge);
    }

    private void fillForm() {
        reason.setId("let-pass-reason");
        reason.setPromptText(words.text("let-pass.reason"));
        reason.setAccessibleText(words.text("let-pass.reason"));
        reason.setMinWidth(Nodes.em(16));
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.textProperty().bindBidirectional(model.reasonProperty());
        reason.setOnAction(event -> model.confirm());
        does.setId("let-pass-does");
        does.textProperty().bind(model.consequenceProperty());
        blocked.setId("let-pass-blocked");
        blocked.setMinWidth(USE_PREF_SIZE);
        Button cancel = Nodes.button(words.text("let-pass.cancel"), model::close);
        cancel.setId("let-pass-cancel");
        HBox row = new HBox(reason, blocked, cancel, confirm);
        row.getStyleClass().add("strip-row");
        row.setAlignment(Pos.CENTER_LEFT);
        form.getStyleClass().add("refused-form");
        form.getChildren().addAll(does, row);
    }

    private void show(LetPassState state) {
        Nodes.show(this, !(state instanceof LetPassState.Absent));
        boolean isForm = state instanceof LetPassState.Choosing || state instanceof LetPassState.Running;
        Nodes.show(form, isForm);
        Nodes.show(opener, !isForm);
        form.setDisable(state instanceof LetPassState.Running);
        switch (state) {
            case LetPassState.Absent none -> {}
            case LetPassState.Told(RefusedHead head) -> say(head);
            case LetPassState.Choosing(RefusedHead head) -> {
                say(head);
                reason.requestFocus();
            }
            case LetPassState.Running(RefusedHead head) -> confirm.setText(words.text("let-pass.running"));
        }
        offer();
    }

    private void say(RefusedHead head) {
        title.setText(words.text("let-pass.title", "package", head.name(), "what", head.what()));
        commit.setText(head.commit().abbreviated());
        commitLine.setText(head.commitLine());
        Hint.give(commitLine, head.commitLine());
        lines.setText(String.join("\n", head.lines()));
        Nodes.show(lines, !head.lines().isEmpty());
        confirm.setText(words.text("let-pass.confirm", "commit", head.commit().abbreviated()));
        setAccessibleText(String.join("\n", title.getText(), commit.getText(), head.commitLine(), lines.getText()));
    }

    private void offer() {
        String why = model.barred().orElse("");
        open.setDisable(!why.isEmpty());
        only.setText(why);
        Nodes.show(only, !why.isEmpty() && Nodes.isShown(opener));
        open.setAccessibleText(why.isEmpty() ? open.getText() : open.getText() + ", " + why);
        Hint.give(opener, why.isEmpty() ? words.text("let-pass.hint") : why);
    }

    private void judge() {
        String why = model.blockedProperty().get().orElse("");
        blocked.setText(why);
        Nodes.show(blocked, !why.isEmpty());
        confirm.setDisable(!why.isEmpty());
    }
}
