package org.obsenv.console.signoff;

import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Nodes;

/** The ladder: a bar over each step, coloured as far as it is climbed; its word under it says the same. */
final class LadderPane extends GridPane {
    private static final double WHOLE = 100;

    LadderPane() {
        setId("ladder");
        getStyleClass().add("ladder");
    }

    void show(List<LeadPage.Rung> rungs) {
        getChildren().clear();
        getColumnConstraints().clear();
        for (int i = 0; i < rungs.size(); i++) {
            // All steps get the same share of the width, whatever their words.
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(WHOLE / rungs.size());
            getColumnConstraints().add(share);
            add(rung(rungs.get(i)), i, 0);
        }
    }

    private static VBox rung(LeadPage.Rung rung) {
        Region bar = new Region();
        bar.getStyleClass().add("rung-bar");
        VBox box = new VBox(
                bar,
                Nodes.wrapped(rung.title(), "strong", "rung-title"),
                Nodes.wrapped(rung.detail(), "dim", "rung-detail"));
        box.getStyleClass().addAll("rung", rung.reach().styleClass());
        box.setAccessibleText(rung.title() + " " + rung.detail());
        return box;
    }
}
