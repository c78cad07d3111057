package org.obsenv.console.base;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.obsenv.console.base.HistoryViewModel.Differs;
import org.obsenv.console.base.HistoryViewModel.Entry;
import org.obsenv.console.support.ColumnWidths;
import org.obsenv.console.support.Nodes;
import org.obsenv.console.support.PartCell;
import org.obsenv.words.Words;

/** In the table's place: the texts that the list had, and the chosen one beside the list of now. */
final class HistoryPane extends VBox {
    HistoryPane(HistoryViewModel model) {
        Words words = model.words();
        setId("base-history-pane");
        getStyleClass().add("strips");
        VBox.setVgrow(this, Priority.ALWAYS);
        Button close = Nodes.signButton(Feather.X, words.text("history.close"), model::close);
        close.setId("base-history-close");
        HBox top = new HBox(Nodes.whole(words.text("history.title"), "strip-title"), Nodes.spring(), close);
        top.setAlignment(Pos.CENTER_LEFT);
        Label trouble = Nodes.wrapped("", "dim");
        model.troubleProperty().subscribe(text -> {
            trouble.setText(text);
            Nodes.show(trouble, !text.isEmpty());
        });
        TableView<Entry> entries = entries(model, words);
        TableView<Differs> pins = pins(words);
        Label title = Nodes.wrapped("", "strip-title");
        Button again = Nodes.button("", model::propose, "primary-small");
        again.setId("base-return");
        HBox foot = new HBox(title, Nodes.spring(), again);
        foot.setAlignment(Pos.CENTER_LEFT);
        model.comparedProperty().subscribe(now -> {
            title.setText(now.title().isEmpty() ? words.text("history.choose") : now.title());
            pins.getItems().setAll(now.pins());
            Nodes.show(pins, !now.pins().isEmpty());
            again.setText(words.text("history.return", "number", now.number()));
            Nodes.show(again, now.number() > 0);
        });
        getChildren().addAll(top, trouble, entries, foot, pins);
    }

    private static TableView<Entry> entries(HistoryViewModel model, Words words) {
        TableView<Entry> table = new TableView<>();
        table.setId("base-versions");
        table.setAccessibleText(words.text("history.title"));
        table.setPlaceholder(new Label());
        table.setMinHeight(Nodes.em(8));
        VBox.setVgrow(table, Priority.ALWAYS);
        ColumnWidths widths = new ColumnWidths();
        add(
                table,
                widths,
                PartCell.words("", each -> each.number() == 0 ? "" : String.valueOf(each.number()), "strong"),
                50);
        add(table, widths, PartCell.words("", Entry::time, "mono"), 130);
        add(table, widths, PartCell.words("", Entry::who), 220);
        TableColumn<Entry, Entry> what = PartCell.words(
                "",
                each -> each.isNow() ? words.text("history.now") + words.text("separator") + each.what() : each.what(),
                "dim");
        table.getColumns().add(what);
        widths.add(what, 240, 600, true);
        table.widthProperty().subscribe(width -> widths.share(width.doubleValue()));
        table.setRowFactory(ignored -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable Entry entry, boolean empty) {
                super.updateItem(entry, empty);
                setAccessibleText(entry == null || empty ? null : entry.line());
            }
        });
        model.entriesProperty().subscribe(all -> {
            if (!List.copyOf(table.getItems()).equals(all)) {
                table.getItems().setAll(all);
            }
        });
        table.getSelectionModel().selectedItemProperty().subscribe((before, entry) -> {
            if (entry != null) {
                model.choose(entry.number());
            }
        });
        return table;
    }

    private static TableView<Differs> pins(Words words) {
        TableView<Differs> table = new TableView<>();
        table.setId("base-differs");
        table.setAccessibleText(words.text("history.then"));
        table.setPrefHeight(Nodes.em(16));
        ColumnWidths widths = new ColumnWidths();
        add(table, widths, PartCell.words(words.text("history.package"), Differs::name, "strong"), 260);
        add(table, widths, PartCell.words(words.text("history.then"), Differs::then, "mono"), 240);
        TableColumn<Differs, Differs> now = PartCell.words(words.text("history.today"), Differs::now, "mono");
        table.getColumns().add(now);
        widths.add(now, 240, 400, true);
        table.widthProperty().subscribe(width -> widths.share(width.doubleValue()));
        return table;
    }

    private static <R> void add(TableView<R> table, ColumnWidths widths, TableColumn<R, R> column, double width) {
        table.getColumns().add(column);
        widths.add(column, width, width * 1.4, false);
    }
}
