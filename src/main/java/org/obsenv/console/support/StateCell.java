package org.obsenv.console.support;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A row of two lines: a name and its state, and something below. */
public abstract class StateCell<R> extends ListCell<R> {
    private final Label name = Nodes.label("", "strong", "candidate-name");
    private final Mark mark = new Mark(Mark.Shape.NONE);
    private final Label state = Nodes.whole("");
    private final VBox content;

    protected StateCell(Node below, String styleClass) {
        HBox above = new HBox(name, Nodes.spring(), mark, state);
        above.getStyleClass().add("candidate-line");
        above.setAlignment(Pos.CENTER_LEFT);
        content = new VBox(above, below);
        content.getStyleClass().add(styleClass);
    }

    /**
     * What the first line says.
     *
     * @param quiet nothing about it is to be done
     * @param line all of the row as plain text
     */
    public record Head(String name, boolean quiet, Mark.Shape shape, String state, String line) {}

    /** The first line of a row. */
    protected abstract Head head(R row);

    /** Fills what is below. */
    protected abstract void below(R row);

    @Override
    protected final void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Head head = head(row);
        name.setText(head.name());
        Nodes.dress(name, head.quiet() ? "dim" : "strong", "candidate-name");
        mark.show(head.shape());
        state.setText(head.state());
        Nodes.dress(state, "strong", head.shape().wordClass());
        below(row);
        setGraphic(content);
        setAccessibleText(head.line());
    }
}
