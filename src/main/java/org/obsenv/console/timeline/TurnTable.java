package org.obsenv.console.timeline;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.ColumnWidths;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Nodes;
import org.obsenv.console.support.PartCell;
import org.obsenv.words.Words;

/** What moved a link, newest first. One chosen row stands against what runs, two against each other. */
final class TurnTable extends TableView<TurnRow> {
    private static final PseudoClass COMPARED = PseudoClass.getPseudoClass("compared");

    private final TimelineViewModel model;
    private final ColumnWidths widths = new ColumnWidths();
    private boolean restoring;

    TurnTable(TimelineViewModel model) {
        this.model = model;
        Words words = model.words();
        setId("turns");
        getStyleClass().add("turns");
        setAccessibleText(words.text("table"));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        add(picks(), 38, 40, false);
        add(PartCell.words(words.text("table.time"), TurnRow::time, "mono"), 112, 140, false);
        TableColumn<TurnRow, TurnRow> what = PartCell.column(words.text("table.what"));
        what.setCellFactory(ignored -> new PartCell<>(Nodes.label(""), (Label label, TurnRow row) -> {
            label.setText(row.word());
            Nodes.dress(label, "strong", row.tone().styleClass());
        }));
        add(what, 100, 140, false);
        add(PartCell.words(words.text("table.change"), TurnRow::change), 300, 420, true);
        add(PartCell.words(words.text("table.by"), TurnRow::by, "dim"), 190, 260, false);
        add(PartCell.words(words.text("table.live"), TurnRow::live, "dim"), 110, 130, false);
        TableColumn<TurnRow, TurnRow> marks = PartCell.column(words.text("table.mark"));
        marks.setCellFactory(ignored -> new PartCell<>(new MarkBox(words.text("running")), MarkBox::show));
        add(marks, 210, 230, false);
        widthProperty().subscribe(width -> widths.share(width.doubleValue()));
        Label empty = Nodes.label("", "dim");
        setPlaceholder(empty);
        model.sightProperty()
                .subscribe(sight -> empty.setText(words.text(
                        switch (sight) {
                            case TimelineSight.NotYet none -> "table.reading";
                            case TimelineSight.Blind blind -> "table.unknown";
                            case TimelineSight.Seen seen -> "table.empty";
                        })));
        setRowFactory(table -> new Row());
        setItems(model.rows());
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<TurnRow>) change -> chosen());
        model.chosenProperty().subscribe(this::restore);
    }

    private void add(TableColumn<TurnRow, TurnRow> column, double least, double comfortable, boolean elastic) {
        widths.add(column, least, comfortable, elastic);
        getColumns().add(column);
    }

    /** Which rows are compared; a click takes one in or out, for whoever has only the pointer. */
    private TableColumn<TurnRow, TurnRow> picks() {
        TableColumn<TurnRow, TurnRow> column = PartCell.column("");
        column.setCellFactory(ignored -> {
            Region pick = new Region();
            pick.getStyleClass().add("pick");
            PartCell<TurnRow, Region> cell = new PartCell<>(pick, (node, row) -> {});
            cell.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
                if (!cell.isEmpty()) {
                    toggle(cell.getIndex());
                    event.consume();
                }
            });
            return cell;
        });
        return column;
    }

    private void toggle(int index) {
        requestFocus();
        if (getSelectionModel().isSelected(index)) {
            getSelectionModel().clearSelection(index);
        } else {
            getSelectionModel().select(index);
        }
    }

    private void chosen() {
        ObservableList<TurnRow> selected = getSelectionModel().getSelectedItems();
        if (!restoring && !selected.isEmpty()) {
            model.choose(selected.stream().map(TurnRow::id).toList());
        }
    }

    // The list replaces rows whose times changed; the person chose acts, not row objects.
    private void restore() {
        List<String> picked = model.chosenProperty().get().picked();
        List<Integer> wanted = getItems().stream()
                .filter(row -> picked.contains(row.id()))
                .map(getItems()::indexOf)
                .toList();
        if (wanted.equals(List.copyOf(getSelectionModel().getSelectedIndices()))) {
            return;
        }
        restoring = true;
        getSelectionModel().clearSelection();
        wanted.forEach(index -> getSelectionModel().select((int) index));
        restoring = false;
    }

    /** A row that says its facts to the pointer and to a screen reader, and shows whether it is compared. */
    private final class Row extends TableRow<TurnRow> {
        Row() {
            model.chosenProperty().subscribe(this::mark);
        }

        private void mark() {
            TurnRow row = getItem();
            pseudoClassStateChanged(
                    COMPARED,
                    row != null && model.chosenProperty().get().compared().contains(row.id()));
        }

        @Override
        protected void updateItem(@Nullable TurnRow row, boolean empty) {
            super.updateItem(row, empty);
            mark();
            if (empty || row == null) {
                Hint.give(this, "");
                setAccessibleText(null);
                return;
            }
            Hint.give(this, row.hint());
            setAccessibleText(row.line(model.words().text("running")));
        }
    }
}
