package org.obsenv.console.signoff;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;

/** Repositories × deployments. */
final class ChecksTable extends GridPane {
    ChecksTable(String repository, List<String> deployments, List<LeadPage.CheckRow> rows) {
        getStyleClass().add("checks");
        ColumnConstraints first = new ColumnConstraints();
        first.setHgrow(Priority.SOMETIMES);
        getColumnConstraints().add(first);
        for (int i = 0; i < deployments.size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(Priority.SOMETIMES);
            getColumnConstraints().add(column);
        }
        add(Nodes.label(repository, "column-name"), 0, 0);
        for (int i = 0; i < deployments.size(); i++) {
            add(Nodes.label(deployments.get(i), "column-name"), i + 1, 0);
        }
        for (int row = 0; row < rows.size(); row++) {
            LeadPage.CheckRow each = rows.get(row);
            add(Nodes.label(each.repository(), "check-name"), 0, row + 1);
            for (int i = 0; i < each.cells().size(); i++) {
                add(cell(each, each.cells().get(i), deployments.get(i)), i + 1, row + 1);
            }
        }
    }

    private static Node cell(LeadPage.CheckRow row, LeadPage.Cell cell, String deployment) {
        if (cell.shape() == Mark.Shape.NONE) {
            return Nodes.label(cell.word(), "faint");
        }
        HBox box = new HBox(
                new Mark(cell.shape()),
                Nodes.whole(cell.word(), "strong", cell.shape().wordClass()));
        box.getStyleClass().add("check-cell");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setAccessibleText(row.repository() + " " + deployment + " " + cell.word());
        return box;
    }
}
