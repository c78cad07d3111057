package org.obsenv.console.timeline;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.ColumnWidths;
import org.obsenv.console.support.Nodes;
import org.obsenv.console.support.PartCell;
import org.obsenv.words.Words;

/** What differs between the two that were chosen. */
final class DifferencePane extends VBox {
    /** The heads' and a row's height in the sheet, in times the text's size. */
    private static final double HEAD = 2.3;

    private static final double ROW = 2.57;

    /** For lines and rounding, in pixels. */
    private static final double SEAM = 4;

    private final ColumnWidths widths = new ColumnWidths();
    private final TableView<DifferenceRow> table = new TableView<>();

    DifferencePane(DifferenceViewModel model, Words words) {
        setId("difference");
        getStyleClass().add("drawer");
        Label range = Nodes.label("", "dim", "drawer-range");
        range.setId("difference-range");
        Label count = Nodes.whole("", "tag");
        HBox head = new HBox(
                Nodes.whole(words.text("difference"), "strong", "drawer-title"),
                range,
                Nodes.spring(),
                Nodes.label(words.text("difference.hint"), "faint"),
                count);
        head.getStyleClass().add("drawer-head");
        head.setAlignment(Pos.CENTER_LEFT);
        Label note = Nodes.label("", "dim", "difference-note");
        note.setId("difference-note");
        table.setId("difference-table");
        table.setAccessibleText(words.text("difference.name"));
        table.setPlaceholder(new Label());
        table.setItems(model.rows());
        table.setRowFactory(ignored -> new Row());
        add(PartCell.words(words.text("difference.package"), row -> row.name().text(), "strong"), 220, 300, true);
        add(PartCell.words(words.text("difference.then"), DifferenceRow::then, "mono"), 190, 320, false);
        add(PartCell.words(words.text("difference.now"), DifferenceRow::now, "mono"), 190, 320, false);
        add(PartCell.words(words.text("difference.commits"), DifferenceRow::commits, "dim"), 110, 180, false);
        add(PartCell.words(words.text("difference.files"), DifferenceRow::files, "dim"), 140, 220, false);
        table.widthProperty().subscribe(width -> widths.share(width.doubleValue()));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head, table, note);
        model.shownProperty().subscribe(shown -> {
            range.setText(shown.range());
            count.setText(shown.count());
            Nodes.show(count, !shown.count().isEmpty());
            note.setText(shown.note());
            Nodes.show(table, !shown.rows().isEmpty());
            // As high as its rows, so that what is the same stands under them.
            table.setMaxHeight(Math.ceil(Nodes.em(HEAD + ROW * shown.rows().size())) + SEAM);
        });
    }

    private void add(TableColumn<DifferenceRow, DifferenceRow> column, double least, double wide, boolean elastic) {
        widths.add(column, least, wide, elastic);
        table.getColumns().add(column);
    }

    private static final class Row extends TableRow<DifferenceRow> {
        @Override
        protected void updateItem(@Nullable DifferenceRow row, boolean empty) {
            super.updateItem(row, empty);
            setAccessibleText(row == null || empty ? null : row.line());
        }
    }
}
