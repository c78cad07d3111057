package org.obsenv.console.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** What the keys do and what the shapes mean, over the page, in the same window. */
final class HelpOverlay extends StackPane {
    private static final List<String> KEYS = List.of(
            "help.key.rollback",
            "help.key.escape",
            "help.key.refresh",
            "help.key.theme",
            "help.key.pull",
            "help.key.filter",
            "help.key.pages",
            "help.key.table",
            "help.key.commit",
            "help.key.files",
            "help.key.review",
            "help.key.copy",
            "help.key.help");

    HelpOverlay(Words words) {
        setId("help");
        getStyleClass().add("overlay");
        setAccessibleText(words.text("help.title"));
        GridPane keys = new GridPane();
        keys.getStyleClass().add("help-keys");
        int row = 0;
        for (String key : KEYS) {
            keys.addRow(
                    row++,
                    Nodes.whole(words.text(key), "mono", "strong"),
                    Nodes.wrapped(words.text(key + ".does"), "strip-text"));
        }
        GridPane shapes = new GridPane();
        shapes.getStyleClass().add("help-keys");
        shape(shapes, 0, Mark.Shape.GOOD, words.text("help.shape.good"));
        shape(shapes, 1, Mark.Shape.AHEAD, words.text("help.shape.ahead"));
        shape(shapes, 2, Mark.Shape.BEHIND, words.text("help.shape.behind"));
        shape(shapes, 3, Mark.Shape.DIVERGED, words.text("help.shape.diverged"));
        shape(shapes, 4, Mark.Shape.UNKNOWN, words.text("help.shape.unknown"));
        VBox card = new VBox(Nodes.label(words.text("help.title"), "strip-title"), keys, shapes);
        card.getStyleClass().add("help-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        setAlignment(Pos.CENTER);
        setOnMouseClicked(event -> hideIfShown());
        Nodes.show(this, false);
    }

    private static void shape(GridPane grid, int row, Mark.Shape shape, String text) {
        grid.addRow(row, new Mark(shape), Nodes.wrapped(text, "strip-text"));
    }

    void toggle() {
        Nodes.show(this, !isVisible());
    }

    boolean hideIfShown() {
        boolean was = isVisible();
        Nodes.show(this, false);
        return was;
    }
}
