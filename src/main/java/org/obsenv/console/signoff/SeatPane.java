package org.obsenv.console.signoff;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;

/** One stakeholder: state, seat, who, and what was said. */
final class SeatPane extends VBox {
    SeatPane(LeadPage.SeatRow row) {
        getStyleClass().add("seat");
        if (row.isYours()) {
            getStyleClass().add("seat-yours");
        }
        Label title = Nodes.wrapped(row.title(), "strong");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox line = new HBox(new Mark(row.shape()), title, Nodes.whole(row.who(), row.isYours() ? "strong" : "dim"));
        line.getStyleClass().add("seat-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, Nodes.wrapped(row.detail(), "dim", "seat-detail", row.struck() ? "struck" : "said"));
        if (!row.again().isEmpty()) {
            getChildren().add(Nodes.wrapped(row.again(), "seat-detail", "seat-again"));
        }
        setAccessibleText(String.join(" ", row.title(), row.who(), row.detail(), row.again()));
    }
}
