package org.obsenv.console.rollback;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** The reason, asked for when there is time for it. */
final class ReasonLater extends HBox {
    ReasonLater(RollbackViewModel model, Words words) {
        getStyleClass().add("strip-row");
        setAlignment(Pos.CENTER_LEFT);
        TextField field = new TextField();
        field.setId("reason-later");
        field.setPromptText(words.text("reason.prompt"));
        field.setAccessibleText(words.text("reason.prompt"));
        field.setPrefColumnCount(34);
        Runnable give = () -> model.giveReason(field.getText());
        field.setOnAction(event -> give.run());
        Button button = Nodes.button(words.text("reason.give"), give);
        button.setId("reason-give");
        Label said = Nodes.label("", "dim");
        getChildren().addAll(field, button, said);
        model.lateReasonProperty().subscribe(state -> {
            said.setText(
                    switch (state) {
                        case NONE -> "";
                        case SENDING -> words.text("reason.sending");
                        case HANDED_OVER -> words.text("reason.handed-over");
                        case NOT_TAKEN -> words.text("reason.not-taken");
                    });
            if (state == LateReason.NONE) {
                field.clear();
            }
            button.setDisable(state == LateReason.SENDING);
        });
        model.endingProperty()
                .subscribe(ending -> Nodes.show(
                        this,
                        ending.isPresent()
                                && (ending.get().reason().isEmpty()
                                        || model.lateReasonProperty().get() != LateReason.NONE)));
    }
}
