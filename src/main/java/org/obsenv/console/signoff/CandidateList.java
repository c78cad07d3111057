package org.obsenv.console.signoff;

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
import org.obsenv.words.Words;

/** The candidates at the left, one chosen. */
final class CandidateList extends ListView<CandidateRow> {
    private boolean following;

    CandidateList(SignOffViewModel model, Words words) {
        super(model.rows());
        setId("candidates");
        getStyleClass().add("candidates");
        setAccessibleText(words.text("candidates"));
        setCellFactory(list -> new Row());
        Label placeholder = Nodes.wrapped("", "dim", "placeholder");
        setPlaceholder(placeholder);
        model.sightProperty()
                .subscribe(sight -> placeholder.setText(
                        switch (sight) {
                            case SignOffSight.NotYet none -> words.text("candidates.waiting");
                            case SignOffSight.Seen seen -> words.text("candidates.none");
                            case SignOffSight.Blind blind -> words.text("candidates.blind", "reason", blind.reason());
                        }));
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !following) {
                model.choose(row.id());
            }
        });
        model.pageProperty().subscribe(page -> page.ifPresent(each -> follow(each.id())));
        // Rows that are made anew take the selection along; the selection's own listener must have been there first.
        getItems().addListener((ListChangeListener<CandidateRow>)
                change -> Platform.runLater(() -> model.pageProperty().get().ifPresent(each -> follow(each.id()))));
    }

    /** The list shows what is chosen, also when its rows were made anew. */
    private void follow(String id) {
        following = true;
        for (int i = 0; i < getItems().size(); i++) {
            CandidateRow row = getItems().get(i);
            boolean isChosen = getSelectionModel().isSelected(i)
                    && row.equals(getSelectionModel().getSelectedItem());
            if (row.id().equals(id) && !isChosen) {
                getSelectionModel().clearAndSelect(i);
            }
        }
        following = false;
    }

    private static final class Row extends ListCell<CandidateRow> {
        private final Label name = Nodes.label("", "strong", "candidate-name");
        private final Mark mark = new Mark(Mark.Shape.NONE);
        private final Label state = Nodes.whole("");
        private final Label image = Nodes.label("", "mono", "dim", "candidate-image");
        private final Label age = Nodes.whole("", "dim");
        private final VBox content;

        Row() {
            setPrefWidth(0);
            HBox above = new HBox(name, Nodes.spring(), mark, state);
            above.getStyleClass().add("candidate-line");
            above.setAlignment(Pos.CENTER_LEFT);
            HBox below = new HBox(image, Nodes.spring(), age);
            below.getStyleClass().add("candidate-line");
            below.setAlignment(Pos.CENTER_LEFT);
            content = new VBox(above, below);
            content.getStyleClass().add("candidate-row");
        }

        @Override
        protected void updateItem(@Nullable CandidateRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(row.name());
            Nodes.dress(name, row.quiet() ? "dim" : "strong", "candidate-name");
            mark.show(row.shape());
            state.setText(row.state());
            Nodes.dress(state, "strong", row.shape().wordClass());
            image.setText(row.image());
            age.setText(row.age());
            setGraphic(content);
            setAccessibleText(row.line());
        }
    }
}
