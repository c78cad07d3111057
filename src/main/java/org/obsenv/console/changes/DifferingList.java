package org.obsenv.console.changes;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** The packages that differ from base, at the left of the page. */
final class DifferingList extends VBox {
    private final ReviewViewModel model;
    private final ListView<Differing> list = new ListView<>();
    private final Label count = Nodes.whole("", "dim");
    private final Label empty = Nodes.wrapped("", "dim", "review-empty");
    private boolean filling;

    DifferingList(ReviewViewModel model, Words words) {
        this.model = model;
        setId("differing");
        setMinWidth(Nodes.em(12.5));
        count.setId("differing-count");
        HBox head = new HBox(Nodes.label(words.text("review.differ"), "strong", "drawer-title"), Nodes.spring(), count);
        head.getStyleClass().add("drawer-head");
        head.setAlignment(Pos.CENTER_LEFT);
        list.setId("differing-list");
        list.setAccessibleText(words.text("review.differ"));
        list.setCellFactory(all -> new Cell());
        list.setPlaceholder(empty);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
        list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            if (now != null && !filling) {
                model.choose(now.name());
            }
        });
        model.packagesProperty().subscribe(all -> {
            filling = true;
            if (!list.getItems().equals(all)) {
                list.getItems().setAll(all);
            }
            count.setText(all.isEmpty() ? "" : String.valueOf(all.size()));
            empty.setText(words.text(model.isWaiting() ? "table.empty.waiting" : "review.nothing"));
            select();
            filling = false;
        });
        model.targetProperty().subscribe(target -> {
            filling = true;
            select();
            filling = false;
        });
    }

    private void select() {
        Optional<Differing> chosen = list.getItems().stream()
                .filter(each -> Optional.of(each.name()).equals(model.chosenPackage()))
                .findFirst();
        chosen.ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
    }

    void focus() {
        list.requestFocus();
    }

    private static final class Cell extends ListCell<Differing> {
        private final Label name = Nodes.label("", "strong");
        private final Label counts = Nodes.whole("");
        private final HBox box = new HBox(name, Nodes.spring(), counts);

        Cell() {
            setPrefWidth(0);
            box.getStyleClass().add("differing-row");
            box.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Differing row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                Hint.give(this, "");
                return;
            }
            name.setText(row.name().text());
            counts.setText(row.counts());
            Nodes.dress(counts, "strong", row.shape().wordClass());
            setAccessibleText(row.told());
            Hint.give(this, row.told());
            setGraphic(box);
        }
    }
}
