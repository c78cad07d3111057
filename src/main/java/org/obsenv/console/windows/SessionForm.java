package org.obsenv.console.windows;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.obsenv.console.acting.SignOffRun;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** Moving, overrunning, cancelling, adding: in the page itself; what comes of it in UTC is said while it is typed. */
final class SessionForm extends VBox {
    private final WindowsViewModel model;
    private final Words words;
    private final Label title = Nodes.whole("", "strip-title");
    private final TextField start;
    private final TextField end;
    private final Label comesTo = Nodes.wrapped("", "strip-text");
    private final Button send;
    private Saying saying = Saying.MOVE;

    SessionForm(WindowsViewModel model) {
        this.model = model;
        this.words = model.words();
        setId("session-form");
        Nodes.show(this, false);
        getStyleClass().addAll("strip", "strip-warn");
        start = field("session-start", words.text("form.start"));
        end = field("session-end", words.text("form.end"));
        send = Nodes.button("", this::send, "small");
        send.setId("session-send");
        Button keep = Nodes.button(words.text("form.close"), this::close, "small");
        keep.setId("session-form-close");
        HBox row = new HBox(title, start, end, send, keep);
        row.getStyleClass().add("strip-row");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, comesTo);
        model.run().endingProperty().subscribe(ending -> {
            if (ending.filter(SignOffRun.Ended::good).isPresent()) {
                close();
            }
        });
        model.run().busyProperty().subscribe(busy -> weigh());
    }

    private TextField field(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setPrefColumnCount(12);
        field.textProperty().subscribe(text -> weigh());
        field.setOnAction(event -> send());
        return field;
    }

    void open(Saying wanted, SessionPage page) {
        saying = wanted;
        title.setText(
                words.text("form." + wanted.written(), "window", page.row().window(), "zone", page.zone()));
        send.setText(words.text("form.send." + wanted.written()));
        start.setText(page.localStart());
        end.setText(page.localEnd());
        Nodes.show(start, wanted.asksStart());
        Nodes.show(end, wanted.asksEnd());
        Nodes.show(this, true);
        weigh();
        if (wanted.asksStart()) {
            start.requestFocus();
        } else if (wanted.asksEnd()) {
            end.requestFocus();
        } else {
            send.requestFocus();
        }
    }

    void close() {
        Nodes.show(this, false);
    }

    private Saying.Draft draft() {
        return model.draft(saying, start.getText(), end.getText());
    }

    private void weigh() {
        if (isVisible()) {
            Saying.Draft draft = draft();
            comesTo.setText(draft.text());
            Nodes.dress(comesTo, "strip-text", draft.fit().isPresent() ? "strong" : "mark-unknown-word");
            send.setDisable(draft.fit().isEmpty() || model.run().busyProperty().get());
        }
    }

    private void send() {
        Optional.of(draft()).flatMap(Saying.Draft::fit).ifPresent(model::say);
    }
}
