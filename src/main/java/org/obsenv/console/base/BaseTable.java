package org.obsenv.console.base;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.ColumnWidths;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Nodes;
import org.obsenv.console.support.PartCell;
import org.obsenv.domain.PackageName;
import org.obsenv.words.Words;

/** A row for each package: its pin, what imported lists have, what it would be, and what that brings. */
final class BaseTable extends TableView<BaseRow> {
    private final BaseViewModel model;
    private final Words words;
    private final TableColumn<BaseRow, BaseRow> first;
    private final TableColumn<BaseRow, BaseRow> second;
    private final TableColumn<BaseRow, BaseRow> proposed;
    private final TableColumn<BaseRow, BaseRow> told;
    private final ReadOnlyObjectWrapper<Optional<BaseRow>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Segment segment = Segment.ALL;
    private String filter = "";
    private Optional<PackageName> picked = Optional.empty();
    private Optional<PackageName> closed = Optional.empty();
    private boolean restoring;

    BaseTable(BaseViewModel model) {
        this.model = model;
        this.words = model.words();
        setId("base-table");
        setAccessibleText(words.text("table"));
        setMinHeight(Nodes.em(8));
        TableColumn<BaseRow, BaseRow> name = PartCell.column(words.text("table.package"));
        name.setCellFactory(ignored -> new PartCell<>(Nodes.label("", "package"), (Label label, BaseRow row) -> {
            label.setText(row.name().text());
            boolean isNews = row.kind() == BaseRow.Kind.CHANGED || row.kind() == BaseRow.Kind.STUCK;
            Nodes.dress(label, isNews ? "strong" : "plain", "package");
        }));
        TableColumn<BaseRow, BaseRow> now = PartCell.column(words.text("table.now"));
        now.setCellFactory(ignored -> new PartCell<>(new PinBox(), PinBox::show));
        first = mono(BaseRow::first);
        second = mono(BaseRow::second);
        proposed = toned(BaseRow::to, BaseRow::toTone, "mono");
        proposed.setText(words.text("table.to"));
        told = toned(BaseRow::brings, BaseRow::bringsTone);
        getColumns().addAll(List.of(name, now, proposed, told));
        setRowFactory(table -> new Row());
        setPlaceholder(Nodes.label(words.text("table.empty"), "dim"));
        widthProperty().subscribe(this::share);
        model.rowsProperty().subscribe(this::fill);
        model.draftProperty().subscribe(this::arrange);
        getSelectionModel().selectedItemProperty().subscribe((before, row) -> {
            if (!restoring && row != null) {
                picked = Optional.of(row.name());
                closed = Optional.empty();
                chosen.set(Optional.of(row));
            }
        });
    }

    private static TableColumn<BaseRow, BaseRow> mono(Function<BaseRow, String> part) {
        return PartCell.words("", part, "mono");
    }

    private static TableColumn<BaseRow, BaseRow> toned(
            Function<BaseRow, String> part, Function<BaseRow, BaseRow.Tone> tone, String... more) {
        TableColumn<BaseRow, BaseRow> column = PartCell.column("");
        column.setCellFactory(ignored -> new PartCell<>(Nodes.label(""), (Label label, BaseRow row) -> {
            label.setText(part.apply(row));
            String style = tone.apply(row).styleClass();
            if (more.length == 0) {
                Nodes.dress(label, style);
            } else {
                Nodes.dress(label, more[0], style);
            }
        }));
        return column;
    }

    /** A column for each imported list, and none for what there is not. */
    private void arrange(Draft draft) {
        boolean isTwo = draft.columns().size() > 1;
        if (isTwo != getColumns().contains(second)) {
            if (isTwo) {
                getColumns().addAll(2, List.of(first, second));
            } else {
                getColumns().removeAll(List.of(first, second));
            }
        }
        if (isTwo) {
            first.setText(draft.columns().get(0).list().name());
            second.setText(draft.columns().get(1).list().name());
        }
        boolean isOpen = !draft.isEmpty();
        proposed.setVisible(isOpen);
        told.setText(words.text(isOpen ? "table.brings" : "table.notes"));
        share();
    }

    private void share() {
        ColumnWidths widths = new ColumnWidths();
        widths.add(getColumns().get(0), 210, 330, false);
        widths.add(getColumns().get(1), 170, 290, false);
        for (int i = 2; i < getColumns().size() - 1; i++) {
            if (getColumns().get(i).isVisible()) {
                widths.add(getColumns().get(i), 140, 240, false);
            }
        }
        widths.add(told, 240, 420, true);
        widths.share(getWidth());
    }

    void show(Segment which) {
        segment = which;
        fill();
    }

    void filter(String text) {
        filter = text.strip().toLowerCase(Locale.ROOT);
        fill();
    }

    private void fill() {
        List<BaseRow> all = model.rowsProperty().get();
        List<BaseRow> shown = all.stream()
                .filter(segment::holds)
                .filter(row -> row.line().toLowerCase(Locale.ROOT).contains(filter))
                .toList();
        restoring = true;
        if (!getItems().equals(shown)) {
            getItems().setAll(shown);
        }
        Optional<BaseRow> open = picked.flatMap(name ->
                        all.stream().filter(row -> row.name().equals(name)).findFirst())
                // What needs a decision is asked for without a click.
                .or(() -> all.stream()
                        .filter(BaseRow::isOpen)
                        .filter(row -> !closed.equals(Optional.of(row.name())))
                        .findFirst());
        open.map(getItems()::indexOf).filter(index -> index >= 0).ifPresent(getSelectionModel()::select);
        restoring = false;
        chosen.set(open);
    }

    /** Nothing is chosen any more; false when nothing was. */
    boolean closeChoice() {
        boolean wasOpen = chosen.get().isPresent();
        closed = chosen.get().map(BaseRow::name);
        picked = Optional.empty();
        getSelectionModel().clearSelection();
        chosen.set(Optional.empty());
        return wasOpen;
    }

    /** The next row that needs a decision takes the place of one that has it. */
    void decided() {
        picked = Optional.empty();
        closed = Optional.empty();
        getSelectionModel().clearSelection();
        requestFocus();
    }

    /** The package that something can be chosen for. */
    ReadOnlyObjectProperty<Optional<BaseRow>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** A pin with its age. */
    private static final class PinBox extends HBox {
        private final Label name = Nodes.label("", "mono");
        private final Label age = Nodes.whole("", "mono", "dim");

        PinBox() {
            super();
            getStyleClass().add("cell-box");
            setAlignment(Pos.CENTER_LEFT);
            getChildren().addAll(name, age);
        }

        void show(BaseRow row) {
            name.setText(row.now());
            age.setText(row.age());
        }
    }

    private static final class Row extends TableRow<BaseRow> {
        @Override
        protected void updateItem(@Nullable BaseRow row, boolean empty) {
            super.updateItem(row, empty);
            Hint.give(this, row == null || empty ? "" : row.hint());
            setAccessibleText(row == null || empty ? null : row.line());
        }
    }
}
