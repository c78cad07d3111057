package org.obsenv.console.signoff;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.signoff.Policy;

/** Repositories × deployments; a cell that this person may enter is a button. */
final class ChecksTable extends GridPane {
    ChecksTable(
            String repository,
            List<String> deployments,
            List<LeadPage.CheckRow> rows,
            Map<Policy.Cell, Form> forms,
            Consumer<Form> open) {
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
            add(Nodes.whole(deployments.get(i), "column-name"), i + 1, 0);
        }
        for (int row = 0; row < rows.size(); row++) {
            LeadPage.CheckRow each = rows.get(row);
            // Names of repositories are as long as people make them: they take lines, not dots.
            add(Nodes.wrapped(each.repository(), "check-name"), 0, row + 1);
            for (int i = 0; i < each.cells().size(); i++) {
                Node cell = cell(each, each.cells().get(i), deployments.get(i));
                Form form = forms.get(new Policy.Cell(each.repository(), deployments.get(i)));
                add(form == null ? cell : entering(cell, form, open), i + 1, row + 1);
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
        box.setAccessibleText(String.join(" ", row.repository(), deployment, cell.word(), cell.detail()));
        if (!cell.detail().isEmpty()) {
            Hint.give(box, cell.detail());
        }
        return box;
    }

    private static Node entering(Node cell, Form form, Consumer<Form> open) {
        Button button = new Button();
        button.setId(form.id() + "-open");
        button.getStyleClass().add("cell-button");
        button.setGraphic(cell);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(cell.getAccessibleText() + " " + form.opens());
        button.setOnAction(event -> open.accept(form));
        return button;
    }
}
