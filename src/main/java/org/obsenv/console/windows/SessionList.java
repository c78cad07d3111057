package org.obsenv.console.windows;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;

/** The next sessions at the left, one chosen. */
final class SessionList extends ListView<SessionRow> {
    private boolean following;

    SessionList(WindowsViewModel model) {
        super(model.rows());
        setId("sessions");
        getStyleClass().add("candidates");
        setAccessibleText(model.words().text("page.sessions"));
        setCellFactory(list -> new Row());
        setPlaceholder(Nodes.wrapped(model.words().text("page.none"), "dim", "placeholder"));
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !following) {
                model.choose(row);
            }
        });
        model.pageProperty().subscribe(page -> page.ifPresent(each -> follow(each.row())));
        // Rows that are made anew take the selection along; the selection's own listener must have been there first.
        getItems().addListener((ListChangeListener<SessionRow>)
                change -> Platform.runLater(() -> model.pageProperty().get().ifPresent(each -> follow(each.row()))));
    }

    private void follow(SessionRow row) {
        following = true;
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).isOf(row) && !getSelectionModel().isSelected(i)) {
                getSelectionModel().clearAndSelect(i);
            }
        }
        following = false;
    }

    private static final class Row extends ListCell<SessionRow> {
        private final Label window = Nodes.label("", "strong", "candidate-name");
        private final Mark mark = new Mark(Mark.Shape.NONE);
        private final Label state = Nodes.whole("");
        private final Label utc = Nodes.label("", "dim", "session-time");
        private final VBox content;

        Row() {
            setPrefWidth(0);
            HBox above = new HBox(window, Nodes.spring(), mark, state);
            above.getStyleClass().add("candidate-line");
            above.setAlignment(Pos.CENTER_LEFT);
            content = new VBox(above, utc);
            content.getStyleClass().add("session-row");
        }

        @Override
        protected void updateItem(@Nullable SessionRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            window.setText(row.window());
            Nodes.dress(window, row.quiet() ? "dim" : "strong", "candidate-name");
            mark.show(row.shape());
            state.setText(row.state());
            Nodes.dress(state, "strong", row.shape().wordClass());
            utc.setText(row.narrow());
            setGraphic(content);
            setAccessibleText(row.line());
        }
    }
}
