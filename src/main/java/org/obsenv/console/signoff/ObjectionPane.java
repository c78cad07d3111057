package org.obsenv.console.signoff;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.obsenv.console.acting.SignOffRun;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** Objecting: in the page itself, with the comment that it needs. */
final class ObjectionPane extends HBox {
    private final CommentField comment;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

    ObjectionPane(SignOffViewModel model, Words words) {
        setId("objection");
        getStyleClass().addAll("strip", "strip-warn", "strip-row");
        setAlignment(Pos.CENTER_LEFT);
        comment = new CommentField("objection-comment", words.text("object.comment"));
        HBox.setHgrow(comment, Priority.ALWAYS);
        Button send = Nodes.button(words.text("object.send"), () -> {}, "small");
        send.setId("objection-send");
        Runnable object = () -> {
            if (!comment.getText().isBlank()) {
                model.object(comment.written());
            }
        };
        send.setOnAction(event -> object.run());
        send.disableProperty().bind(comment.textProperty().map(String::isBlank).orElse(true));
        comment.setOnAction(event -> object.run());
        Button cancel = Nodes.button(words.text("cancel"), this::close, "small");
        cancel.setId("objection-cancel");
        getChildren().addAll(Nodes.whole(words.text("object.needs-comment"), "strip-title"), comment, send, cancel);
        model.endingProperty().subscribe(ending -> {
            if (ending.filter(SignOffRun.Ended::good).isPresent()) {
                close();
            }
        });
        close();
    }

    void open() {
        open.set(true);
        Nodes.show(this, true);
        comment.requestFocus();
    }

    void close() {
        open.set(false);
        comment.clear();
        Nodes.show(this, false);
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }
}
