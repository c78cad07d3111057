package org.obsenv.console.windows;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.obsenv.console.support.ChosenRow;
import org.obsenv.console.support.Nodes;
import org.obsenv.console.support.StateCell;

/** The next sessions at the left, one chosen. */
final class SessionList extends ListView<SessionRow> {
    SessionList(WindowsViewModel model) {
        super(model.rows());
        setId("sessions");
        getStyleClass().add("candidates");
        setAccessibleText(model.words().text("page.sessions"));
        setCellFactory(list -> new Row(Nodes.label("", "dim", "session-time")));
        setPlaceholder(Nodes.wrapped(model.words().text("page.none"), "dim", "placeholder"));
        ChosenRow<SessionRow> chosen = new ChosenRow<>(
                this, () -> model.pageProperty().get().map(page -> page.row()), SessionRow::isOf, model::choose);
        model.pageProperty().subscribe(page -> chosen.follow());
    }

    private static final class Row extends StateCell<SessionRow> {
        private final Label utc;

        Row(Label utc) {
            super(utc, "session-row");
            this.utc = utc;
        }

        @Override
        protected Head head(SessionRow row) {
            return new Head(row.window(), row.quiet(), row.shape(), row.state(), row.line());
        }

        @Override
        protected void below(SessionRow row) {
            utc.setText(row.narrow());
        }
    }
}
