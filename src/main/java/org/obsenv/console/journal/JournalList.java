package org.obsenv.console.journal;

import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** Acts, one a row; the chosen one with what it moved. */
final class JournalList extends ListView<JournalRow> {
    private final Label placeholder = Nodes.label("", "dim");

    JournalList(JournalViewModel model, ObservableList<JournalRow> rows, Words words) {
        super(rows);
        getStyleClass().add("journal");
        setAccessibleText(words.text("rail.journal"));
        setCellFactory(list -> new Row());
        setPlaceholder(placeholder);
        model.accessProperty()
                .subscribe(access -> placeholder.setText(
                        switch (access) {
                            case JournalViewModel.Access.NotYet none -> words.text("journal.not-yet");
                            case JournalViewModel.Access.Yes yes -> words.text("journal.empty");
                            case JournalViewModel.Access.No(String reason) ->
                                words.text("journal.unreadable", "reason", reason);
                        }));
    }

    private static final class Row extends ListCell<JournalRow> {
        Row() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable JournalRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            setGraphic(content(row, isSelected()));
            setAccessibleText(row.line());
        }

        @Override
        public void updateSelected(boolean selected) {
            super.updateSelected(selected);
            JournalRow row = getItem();
            if (row != null) {
                setGraphic(content(row, selected));
            }
        }

        private static VBox content(JournalRow row, boolean detailed) {
            Label time = Nodes.whole(row.time(), "mono", "journal-time");
            Label word = Nodes.whole(row.word(), "journal-word", row.tone().styleClass());
            Label text = Nodes.label(row.text(), "journal-text");
            HBox.setHgrow(text, Priority.SOMETIMES);
            HBox line = new HBox(time, word, text, Nodes.spring(), Nodes.whole(row.host(), "dim"));
            line.getStyleClass().add("journal-line");
            line.setAlignment(Pos.CENTER_LEFT);
            VBox box = new VBox(line);
            box.getStyleClass().add("journal-row");
            if (detailed) {
                row.detail().forEach(each -> box.getChildren().add(Nodes.label(each, "mono", "journal-detail")));
            }
            return box;
        }
    }
}
