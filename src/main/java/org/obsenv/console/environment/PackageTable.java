package org.obsenv.console.environment;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.ColumnWidths;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** The table of packages: sortable, worst first until somebody sorts it, the chosen row kept across refreshes. */
final class PackageTable extends TableView<PackageRow> {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final EnvironmentViewModel model;
    private final ColumnWidths widths = new ColumnWidths();
    private final String elastic;
    private boolean restoring;

    PackageTable(EnvironmentViewModel model, Words words) {
        this.model = model;
        this.elastic = words.text("table.change");
        setId("packages");
        setAccessibleText(words.text("table.name"));
        getStyleClass().add("packages");
        setFixedCellSize(USE_COMPUTED_SIZE);
        Label empty = Nodes.label(words.text("table.empty.waiting"), "dim");
        model.rows().addListener((ListChangeListener<PackageRow>) change ->
                empty.setText(words.text(model.rows().isEmpty() ? "table.empty.waiting" : "table.empty.filtered")));
        setPlaceholder(empty);
        Comparator<Instant> newest = Comparator.reverseOrder();
        column(words.text("table.state"), 98, 128, RowCell.State::new, EnvironmentViewModel.WORST_FIRST);
        column(words.text("table.package"), 198, 232, RowCell.Name::new, Comparator.comparing(PackageRow::name));
        column(words.text("table.running"), 128, 146, RowCell.Running::new, Comparator.comparing(row -> row.running()
                .text()));
        column(words.text("table.deploy"), 114, 126, RowCell.Deploy::new, Comparator.comparing(row -> row.deploy()
                .text()));
        column(words.text("table.pin"), 164, 188, RowCell.Pin::new, Comparator.comparing(PackageRow::pin));
        column(
                words.text("table.change"),
                170,
                400,
                RowCell.Change::new,
                Comparator.comparing(row -> row.changedAt().orElse(Instant.MIN), newest));
        column(
                words.text("table.attention"),
                182,
                250,
                RowCell.Attention::new,
                Comparator.comparing(row -> row.attention().size(), Comparator.reverseOrder()));
        SortedList<PackageRow> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty()
                .bind(Bindings.createObjectBinding(
                        () -> getComparator() == null ? EnvironmentViewModel.WORST_FIRST : getComparator(),
                        comparatorProperty()));
        setItems(sorted);
        widthProperty().subscribe(width -> {
            widths.share(width.doubleValue());
            pseudoClassStateChanged(NARROW, widths.isNarrow(width.doubleValue()));
        });
        setRowFactory(table -> new Row(model));
        getSelectionModel().selectedItemProperty().subscribe((before, now) -> chosen(now));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                toggle();
                event.consume();
            }
        });
        sorted.addListener((ListChangeListener<PackageRow>) change -> restore());
        model.chosenProperty().subscribe((before, now) -> restore());
    }

    private void toggle() {
        PackageRow focused = getFocusModel().getFocusedItem();
        if (!model.closeDetail() && focused != null) {
            model.chosenProperty().set(Optional.of(focused));
        }
    }

    private void chosen(@Nullable PackageRow row) {
        if (!restoring && row != null) {
            model.chosenProperty().set(Optional.of(row));
        }
    }

    // The list replaces rows whose facts changed; the person chose a package, not a row object.
    private void restore() {
        restoring = true;
        try {
            Optional<PackageRow> wanted = model.chosenProperty().get();
            int index = wanted.map(row -> indexOf(row.name())).orElse(-1);
            if (index < 0) {
                getSelectionModel().clearSelection();
            } else if (getSelectionModel().getSelectedIndex() != index) {
                getSelectionModel().clearAndSelect(index);
            }
        } finally {
            restoring = false;
        }
    }

    private int indexOf(String name) {
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private void column(
            String title, double least, double width, Supplier<RowCell> cell, Comparator<PackageRow> order) {
        TableColumn<PackageRow, PackageRow> column = new TableColumn<>(title);
        widths.add(column, least, width, title.equals(elastic));
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(ignored -> cell.get());
        column.setComparator(order);
        column.setReorderable(false);
        getColumns().add(column);
    }

    /** A row that says its facts to the pointer and to a screen reader. */
    private static final class Row extends TableRow<PackageRow> {
        private final EnvironmentViewModel model;

        Row(EnvironmentViewModel model) {
            this.model = model;
        }

        @Override
        protected void updateItem(@Nullable PackageRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                Hint.give(this, "");
                setAccessibleText(null);
                return;
            }
            Hint.give(this, row.hint());
            setAccessibleText(model.line(row));
        }
    }
}
