package org.obsenv.console.signoff;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.obsenv.console.support.ChosenRow;
import org.obsenv.console.support.Nodes;
import org.obsenv.console.support.StateCell;
import org.obsenv.words.Words;

/** The candidates at the left, one chosen. */
final class CandidateList extends ListView<CandidateRow> {
    CandidateList(SignOffViewModel model, Words words) {
        super(model.rows());
        setId("candidates");
        getStyleClass().add("candidates");
        setAccessibleText(words.text("candidates"));
        setCellFactory(list -> new Row(new Below()));
        Label placeholder = Nodes.wrapped("", "dim", "placeholder");
        setPlaceholder(placeholder);
        model.sightProperty()
                .subscribe(sight -> placeholder.setText(
                        switch (sight) {
                            case SignOffSight.NotYet none -> words.text("candidates.waiting");
                            case SignOffSight.Seen seen -> words.text("candidates.none");
                            case SignOffSight.Blind blind -> words.text("candidates.blind");
                        }));
        ChosenRow<CandidateRow> chosen = new ChosenRow<>(
                this, () -> chosen(model), (one, other) -> one.id().equals(other.id()), row -> model.choose(row.id()));
        model.pageProperty().subscribe(page -> chosen.follow());
    }

    private static Optional<CandidateRow> chosen(SignOffViewModel model) {
        return model.pageProperty().get().flatMap(page -> model.rows().stream()
                .filter(row -> row.id().equals(page.id()))
                .findFirst());
    }

    /** Which image, and since when. */
    private static final class Below extends HBox {
        private final Label image = Nodes.label("", "mono", "dim", "candidate-image");
        private final Label age = Nodes.whole("", "dim");

        Below() {
            getChildren().addAll(image, Nodes.spring(), age);
            getStyleClass().add("candidate-line");
            setAlignment(Pos.CENTER_LEFT);
        }
    }

    private static final class Row extends StateCell<CandidateRow> {
        private final Below below;

        Row(Below below) {
            super(below, "candidate-row");
            this.below = below;
        }

        @Override
        protected Head head(CandidateRow row) {
            return new Head(row.name(), row.quiet(), row.shape(), row.state(), row.line());
        }

        @Override
        protected void below(CandidateRow row) {
            below.image.setText(row.image());
            below.age.setText(row.age());
        }
    }
}
