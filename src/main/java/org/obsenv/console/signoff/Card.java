package org.obsenv.console.signoff;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Nodes;

/** A frame with a title, a count and rows. */
final class Card extends VBox {
    private final Label count = Nodes.whole("", "dim");
    private final VBox body = new VBox();

    Card(String id, String title) {
        setId(id);
        getStyleClass().add("card");
        HBox head = new HBox(Nodes.label(title, "strong", "card-title"), Nodes.spring(), count);
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        body.getStyleClass().add("card-body");
        getChildren().addAll(head, body);
    }

    void show(String counted, Node... rows) {
        count.setText(counted);
        body.getChildren().setAll(rows);
    }
}
