package org.obsenv.console.timeline;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;

/** Whether it runs, and who found it good. */
final class MarkBox extends HBox {
    private final Mark running = new Mark(Mark.Shape.GOOD);
    private final Label word;
    private final FontIcon star = Nodes.icon(Feather.STAR, 1);
    private final Label good = Nodes.label("", "good-word");

    MarkBox(String runs) {
        word = Nodes.whole(runs, Mark.Shape.GOOD.wordClass());
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("cell-box");
        star.getStyleClass().add("good-star");
        getChildren().addAll(running, word, star, good);
    }

    void show(TurnRow row) {
        Nodes.show(running, row.isRunning());
        Nodes.show(word, row.isRunning());
        Nodes.show(star, !row.good().isEmpty());
        Nodes.show(good, !row.good().isEmpty());
        good.setText(row.good());
    }
}
