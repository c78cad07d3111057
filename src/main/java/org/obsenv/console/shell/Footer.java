package org.obsenv.console.shell;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** The health of what the console stands on, and the keys. */
final class Footer extends HBox {
    /** @param note what is said for some seconds, beside the lamps */
    Footer(Words words, ReadOnlyStringProperty note) {
        getStyleClass().add("footer");
        setAlignment(Pos.CENTER_LEFT);
        Label said = Nodes.label("", "note");
        said.setId("note");
        said.textProperty().bind(note);
        Label keys = Nodes.whole(words.text("footer.keys"), "keys");
        getChildren().addAll(said, Nodes.spring(), keys);
    }

    /** With a lamp for each thing that this window depends on. */
    static Footer of(ShellViewModel model, Words words) {
        Footer footer = new Footer(words, model.noteProperty());
        footer.add("health-reading", model.readingHealthProperty());
        footer.add("health-permission", model.permissionHealthProperty());
        footer.add("health-journal", model.journalHealthProperty());
        model.signOff()
                .ifPresent(
                        each -> footer.add("health-ledger", each.sightProperty().map(model::ledgerHealth)));
        return footer;
    }

    /** Adds a lamp. */
    void add(String id, ObservableValue<Health> health) {
        Mark mark = new Mark(Mark.Shape.NONE);
        Label text = Nodes.whole("");
        text.setId(id);
        HBox lamp = new HBox(mark, text);
        lamp.getStyleClass().add("health");
        lamp.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(getChildren().size() - 3, lamp);
        health.subscribe(now -> {
            mark.show(now.shape());
            text.setText(now.text());
            Hint.give(lamp, now.hint());
        });
    }
}
