package org.obsenv.console.changes;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.FileChange;
import org.obsenv.words.Words;

/** The files that differ, each with its lines, and whether it was viewed. */
final class FileList extends ListView<FileChange> {
    private final Label empty = Nodes.wrapped("", "dim");
    private boolean choosing;

    /**
     * @param choose called when a person chooses a file
     * @param isViewed whether this person has viewed it
     */
    FileList(Words words, Consumer<FileChange> choose, Predicate<FileChange> isViewed) {
        getStyleClass().add("files");
        setAccessibleText(words.text("changes.files.name"));
        ChangeTexts texts = new ChangeTexts(words);
        String viewed = words.text("review.viewed");
        setCellFactory(list -> new Cell(texts, viewed, isViewed));
        setPlaceholder(empty);
        getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            if (now != null && !choosing) {
                choose.accept(now);
            }
        });
    }

    /** Shows files, or what is said in their place. */
    void show(List<FileChange> files, String otherwise) {
        choosing = true;
        empty.setText(otherwise);
        if (!getItems().equals(files)) {
            getItems().setAll(files);
        }
        choosing = false;
    }

    void select(Optional<FileChange> file) {
        choosing = true;
        file.ifPresent(each -> {
            getSelectionModel().select(each);
            scrollTo(Math.max(0, getItems().indexOf(each) - 2));
        });
        choosing = false;
    }

    private static final class Cell extends ListCell<FileChange> {
        private final ChangeTexts texts;
        private final String viewed;
        private final Predicate<FileChange> isViewed;
        private final Label path = Nodes.label("", "mono");
        private final Label word;
        private final HBox mark;
        private final Label lines = Nodes.whole("", "dim");
        private final HBox box;

        Cell(ChangeTexts texts, String viewed, Predicate<FileChange> isViewed) {
            this.texts = texts;
            this.viewed = viewed;
            this.isViewed = isViewed;
            setPrefWidth(0);
            // The name at the end says more than the first directories.
            path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            word = Nodes.whole(viewed, "mark-good-word", "viewed-word");
            mark = new HBox(new Mark(Mark.Shape.GOOD), word);
            mark.getStyleClass().add("viewed");
            mark.setAlignment(Pos.CENTER);
            mark.setMinWidth(USE_PREF_SIZE);
            box = new HBox(path, Nodes.spring(), mark, lines);
            box.getStyleClass().add("file-row");
            box.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable FileChange file, boolean empty) {
            super.updateItem(file, empty);
            setText(null);
            if (empty || file == null) {
                setGraphic(null);
                setAccessibleText(null);
                Hint.give(this, "");
                return;
            }
            boolean isMarked = isViewed.test(file);
            path.setText(texts.path(file));
            lines.setText(texts.lines(file));
            Nodes.show(mark, isMarked);
            setAccessibleText(texts.path(file) + " " + texts.lines(file) + (isMarked ? " " + viewed : ""));
            Hint.give(this, texts.path(file));
            setGraphic(box);
        }
    }
}
