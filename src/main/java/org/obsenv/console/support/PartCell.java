package org.obsenv.console.support;

import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** A cell that shows one part of a row. Its node is kept when it is used for another row. */
public final class PartCell<R, N extends Node> extends TableCell<R, R> {
    private final N node;
    private final BiConsumer<N, R> fill;

    public PartCell(N node, BiConsumer<N, R> fill) {
        this.node = node;
        this.fill = fill;
        setText(null);
    }

    /** A column of words. */
    public static <R> TableColumn<R, R> words(String title, Function<R, String> part, String... styleClasses) {
        TableColumn<R, R> column = column(title);
        column.setCellFactory(ignored ->
                new PartCell<R, Label>(Nodes.label("", styleClasses), (label, row) -> label.setText(part.apply(row))));
        return column;
    }

    /** A column that nobody sorts: the order of the rows says what came after what. */
    public static <R> TableColumn<R, R> column(String title) {
        TableColumn<R, R> column = new TableColumn<>(title);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        fill.accept(node, row);
        setGraphic(node);
    }
}
