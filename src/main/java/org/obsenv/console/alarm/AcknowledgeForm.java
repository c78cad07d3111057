package org.obsenv.console.alarm;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** What comes of an alarm, in a maintainer's words. */
final class AcknowledgeForm extends VBox {
    private final Words words;
    private final Label about = Nodes.wrapped("", "strip-text");
    private final TextField note = new TextField();
    private final Label blocked = Nodes.label("", "dim");
    private final Button confirm;

    AcknowledgeForm(AlarmViewModel model, Words words) {
        this.words = words;
        getStyleClass().add("refused-form");
        note.setId("acknowledge-note");
        note.setPromptText(words.text("alarms.note"));
        note.setAccessibleText(words.text("alarms.note"));
        note.setMinWidth(Nodes.em(16));
        HBox.setHgrow(note, Priority.ALWAYS);
        note.textProperty().bindBidirectional(model.noteProperty());
        note.setOnAction(event -> model.confirm());
        blocked.setId("acknowledge-blocked");
        blocked.setMinWidth(USE_PREF_SIZE);
        Button cancel = Nodes.button(words.text("let-pass.cancel"), model::close);
        cancel.setId("acknowledge-cancel");
        confirm = Nodes.button(words.text("alarms.confirm"), model::confirm);
        confirm.setId("acknowledge-confirm");
        HBox row = new HBox(note, blocked, cancel, confirm);
        row.getStyleClass().add("strip-row");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(about, row);
        model.formProperty().subscribe(this::show);
        model.blockedProperty().subscribe(why -> {
            blocked.setText(why.orElse(""));
            Nodes.show(blocked, why.isPresent());
            confirm.setDisable(why.isPresent());
        });
    }

    private void show(AlarmViewModel.Form form) {
        Nodes.show(this, !(form instanceof AlarmViewModel.Form.Closed));
        setDisable(form instanceof AlarmViewModel.Form.Running);
        switch (form) {
            case AlarmViewModel.Form.Closed closed -> {}
            case AlarmViewModel.Form.Open(AlarmLook.Detail alarm) -> {
                about.setText(words.text("alarms.about", "alarm", alarm.title()));
                note.requestFocus();
            }
            case AlarmViewModel.Form.Running running -> {}
        }
    }
}
