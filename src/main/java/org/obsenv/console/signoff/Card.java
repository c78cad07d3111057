package org.obsenv.console.signoff;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Nodes;

/** A frame with a title, a count and rows. */
class Card extends VBox {
    private final Label count = Nodes.whole("", "dim");
    private final VBox body = new VBox();
    private final HBox head;

    Card(String id, String title) {
        setId(id);
        getStyleClass().add("card");
        head = new HBox(Nodes.label(title, "strong", "card-title"), Nodes.spring(), count);
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        body.getStyleClass().add("card-body");
        getChildren().addAll(head, body);
    }

    /** What stands at the right of the title, instead of the count. */
    void corner(Node node) {
        head.getChildren().set(head.getChildren().size() - 1, node);
    }

    /** What stands before the count. */
    void beside(Node node) {
        head.getChildren().add(head.getChildren().size() - 1, node);
    }

    void show(String counted, Node... rows) {
        count.setText(counted);
        Nodes.show(count, !counted.isEmpty());
        body.getChildren().setAll(rows);
    }
}
