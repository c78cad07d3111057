package org.obsenv.console.shell;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** The health of what the console stands on, and the keys. */
final class Footer extends HBox {
    Footer(Words words) {
        getStyleClass().add("footer");
        setAlignment(Pos.CENTER_LEFT);
        Label keys = Nodes.whole(words.text("footer.keys"), "keys");
        getChildren().addAll(Nodes.spring(), keys);
    }

    /** Adds a lamp. */
    void add(String id, ObservableValue<Health> health) {
        Mark mark = new Mark(Mark.Shape.NONE);
        Label text = Nodes.whole("");
        text.setId(id);
        Tooltip hint = new Tooltip();
        HBox lamp = new HBox(mark, text);
        lamp.getStyleClass().add("health");
        lamp.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(getChildren().size() - 2, lamp);
        health.subscribe(now -> {
            mark.show(now.shape());
            text.setText(now.text());
            hint.setText(now.hint());
            text.setTooltip(now.hint().isEmpty() ? null : hint);
        });
    }
}
