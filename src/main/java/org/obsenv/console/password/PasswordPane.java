package org.obsenv.console.password;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** What sudo asks, a field for the answer, and the way out. Answers once. */
final class PasswordPane extends VBox {
    private final PasswordField field = new PasswordField();
    private final Label capsLock;
    private final Consumer<Optional<String>> answer;

    PasswordPane(Question question, Words words, Consumer<Optional<String>> answer) {
        this.answer = answer;
        setId("password-pane");
        getStyleClass().addAll("page", "password");
        Label title = Nodes.wrapped(Visible.line(question.prompt()), "strip-title");
        title.setId("password-title");
        title.setLabelFor(field);
        Label wrong = Nodes.wrapped(words.text("wrong"), "warn-text");
        wrong.setId("password-wrong");
        Nodes.show(wrong, question.isAgain());
        field.setId("password");
        field.setAccessibleText(question.isAgain() ? words.text("wrong") + " " + title.getText() : title.getText());
        field.setOnAction(event -> send());
        capsLock = Nodes.whole(words.text("caps-lock"), "warn-text");
        capsLock.setId("password-caps-lock");
        addEventFilter(KeyEvent.ANY, event -> lookAtCapsLock());
        Button cancel = Nodes.button(words.text("cancel"), this::leave, "small");
        cancel.setId("password-cancel");
        Button ok = Nodes.button(words.text("ok"), this::send, "small");
        ok.setId("password-ok");
        ok.disableProperty().bind(field.textProperty().isEmpty());
        HBox buttons = new HBox(capsLock, Nodes.spring(), cancel, ok);
        buttons.getStyleClass().add("strip-row");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                leave();
            }
        });
        getChildren().addAll(title, wrong, field, Nodes.wrapped(words.text("note"), "dim"), buttons);
        lookAtCapsLock();
    }

    /** Gives the field the keyboard. */
    void begin() {
        field.requestFocus();
        lookAtCapsLock();
    }

    private void lookAtCapsLock() {
        Nodes.show(capsLock, Platform.isKeyLocked(KeyCode.CAPS).orElse(false));
    }

    private void send() {
        String written = field.getText();
        if (!written.isEmpty()) {
            field.clear();
            answer.accept(Optional.of(written));
        }
    }

    /** Nothing is answered. */
    void leave() {
        field.clear();
        answer.accept(Optional.empty());
    }
}
