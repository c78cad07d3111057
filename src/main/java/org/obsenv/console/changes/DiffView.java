package org.obsenv.console.changes;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.DiffLine;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.Known;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** One file's unified diff, as long as the cap allows, and saying what it leaves out. */
final class DiffView extends ListView<DiffLine> {
    private final Words words;
    private boolean toTop;
    private final Label placeholder = Nodes.label("", "dim");

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
        getItems().clear();
        placeholder.setText(text);
    }

    private void fill(FileDiff diff) {
        List<DiffLine> lines = new ArrayList<>(diff.lines());
        if (diff.cut() > 0) {
            lines.add(new DiffLine(
                    DiffLine.Kind.NOTE,
                    0,
                    0,
                    words.count(
                            "changes.cut-lines",
                            diff.cut(),
                            "shown",
                            diff.lines().size())));
        }
        placeholder.setText(words.text("changes.diff.empty"));
        getItems().setAll(lines);
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

    private static final class Line extends ListCell<DiffLine> {
        private final Label number = Nodes.whole("", "mono", "diff-number");
        private final Label sign = Nodes.whole("", "mono", "diff-sign");
        private final Label text = Nodes.whole("", "mono", "diff-text");
        private final HBox box = new HBox(number, sign, text);

        Line() {
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().add("diff-line");
        }

        @Override
        protected void updateItem(@Nullable DiffLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            getStyleClass().removeAll("diff-added", "diff-removed", "diff-hunk", "diff-note");
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            int shown = line.newNumber() > 0 ? line.newNumber() : line.oldNumber();
            number.setText(shown > 0 ? Integer.toString(shown) : "");
            text.setText(Visible.line(line.text()));
            switch (line.kind()) {
                case HUNK -> dress("", "diff-hunk");
                case CONTEXT -> dress("", "");
                case ADDED -> dress("+", "diff-added");
                case REMOVED -> dress("−", "diff-removed");
                case NOTE -> dress("", "diff-note");
            }
            Nodes.show(number, line.kind() != DiffLine.Kind.HUNK && line.kind() != DiffLine.Kind.NOTE);
            Nodes.show(sign, number.isVisible());
            setAccessibleText(sign.getText() + " " + text.getText());
            setGraphic(box);
        }

        private void dress(String signText, String styleClass) {
            sign.setText(signText);
            if (!styleClass.isEmpty()) {
                getStyleClass().add(styleClass);
            }
        }
    }
}
