package org.obsenv.console.changes;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.Known;
import org.obsenv.domain.diff.Comparison;
import org.obsenv.domain.diff.DiffRow;
import org.obsenv.domain.diff.DiffRows;
import org.obsenv.domain.diff.FileText;
import org.obsenv.domain.diff.Layout;
import org.obsenv.domain.diff.Unfolded;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** One file's unified diff. */
final class DiffView extends ListView<DiffRow> {
    private final Words words;
    private boolean toTop;
    private final Label placeholder = Nodes.wrapped("", "dim");
    private Optional<DiffRows> rows = Optional.empty();

    DiffView(Words words) {
        this.words = words;
        setId("diff");
        getStyleClass().add("diff");
        setAccessibleText(words.text("changes.diff"));
        setCellFactory(list -> new Line());
        setPlaceholder(placeholder);
    }

    void show(Asked<FileDiff> asked) {
        switch (asked) {
            case Asked.Not<FileDiff> not -> say("");
            case Asked.Waiting<FileDiff> waiting -> say(words.text("changes.diff.reading"));
            case Asked.Answered<FileDiff>(Known.Unknown<FileDiff>(String why)) ->
                say(words.text("changes.unreadable", "why", Visible.line(why)));
            case Asked.Answered<FileDiff>(Known.Value<FileDiff>(FileDiff diff)) -> fill(diff);
        }
    }

    private void say(String text) {
        rows = Optional.empty();
        setItems(FXCollections.observableList(List.of()));
        placeholder.setText(text);
    }

    private void fill(FileDiff diff) {
        say(String.join("\n", diff.notes()));
        diff.lines().filter(lines -> lines.edits().size() > 0).ifPresent(this::fill);
    }

    private void fill(Comparison lines) {
        DiffRows laidOut = DiffRows.of(lines, Layout.UNIFIED, Unfolded.NONE);
        rows = Optional.of(laidOut);
        setItems(new DiffRowList(laidOut));
        toTop = true;
        requestLayout();
    }

    /** Only now: to scroll styles a line, and outside a window that is shown its colours are not known. */
    @Override
    protected void layoutChildren() {
        if (toTop) {
            toTop = false;
            scrollTo(0);
        }
        super.layoutChildren();
    }

    private final class Line extends ListCell<DiffRow> {
        private final Label number = Nodes.whole("", "mono", "diff-number");
        private final Label sign = Nodes.whole("", "mono", "diff-sign");
        private final Label text = Nodes.whole("", "mono", "diff-text");
        private final HBox box = new HBox(number, sign, text);

        Line() {
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().add("diff-line");
        }

        @Override
        protected void updateItem(@Nullable DiffRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            getStyleClass().removeAll("diff-added", "diff-removed", "diff-hunk", "diff-note");
            if (empty || row == null || rows.isEmpty()) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            FileText before = rows.get().comparison().before();
            FileText after = rows.get().comparison().after();
            switch (row.kind()) {
                case SAME -> dress(row.after(), after, "", "");
                case ADDED -> dress(row.after(), after, "+", "diff-added");
                case REMOVED -> dress(row.before(), before, "−", "diff-removed");
                case CHANGED -> throw new IllegalStateException("not unified");
                case FOLD -> say(words.count("changes.fold", row.lines()), "diff-hunk");
                case NO_LINE_FEED -> say(words.text("changes.no-line-feed"), "diff-note");
            }
            Nodes.show(number, row.kind() != DiffRow.Kind.FOLD && row.kind() != DiffRow.Kind.NO_LINE_FEED);
            Nodes.show(sign, number.isVisible());
            setAccessibleText(sign.getText() + " " + text.getText());
            setGraphic(box);
        }

        private void dress(int line, FileText from, String signText, String styleClass) {
            number.setText(Integer.toString(line + 1));
            sign.setText(signText);
            text.setText(Visible.line(from.line(line)));
            if (!styleClass.isEmpty()) {
                getStyleClass().add(styleClass);
            }
        }

        private void say(String words, String styleClass) {
            number.setText("");
            sign.setText("");
            text.setText(words);
            getStyleClass().add(styleClass);
        }
    }
}
