package org.obsenv.console.rollback;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** What moved, one row a package. Rows are made once and kept, so that the moment of the result has little to make. */
final class MovedTable extends GridPane {
    private static final List<Integer> SHARES = List.of(13, 23, 19, 14, 31);

    private final Words words;
    private final List<Row> rows = new ArrayList<>();
    private final List<Node> heads;
    private final Label more = Nodes.label("", "package", "dim");
    private final HBox moreCell = cell(more);
    private final Label restState = Nodes.whole("", "state-word");
    private final Label rest = Nodes.label("", "package", "dim");
    private final List<Node> restCells;

    MovedTable(Words words) {
        this.words = words;
        getStyleClass().add("result-table");
        for (int share : SHARES) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            column.setHalignment(HPos.LEFT);
            getColumnConstraints().add(column);
        }
        heads = List.of(
                head("result.column.result"),
                head("result.column.package"),
                head("result.column.was"),
                head("result.column.now"),
                head("result.column.kept"));
        addRow(0, heads.toArray(Node[]::new));
        Mark mark = new Mark(Mark.Shape.NONE);
        Nodes.dress(restState, "state-word", Mark.Shape.NONE.wordClass());
        restCells = List.of(
                cell(state(mark, restState)), cell(rest), cell(new Label()), cell(new Label()), cell(new Label()));
        add(moreCell, 0, RollbackResultTexts.ROWS + 1, SHARES.size(), 1);
        addRow(RollbackResultTexts.ROWS + 2, restCells.toArray(Node[]::new));
    }

    /** Makes rows ahead of time, so that there are so many. */
    void prepare(int count) {
        while (rows.size() < count) {
            Row row = new Row();
            rows.add(row);
            row.show(false);
            addRow(rows.size(), row.cells().toArray(Node[]::new));
        }
    }

    void show(RollbackResult result) {
        boolean verified = result.proof() == RollbackResult.Proof.VERIFIED;
        boolean any = !result.moved().isEmpty();
        prepare(result.moved().size());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(i < result.moved().size());
            if (i < result.moved().size()) {
                rows.get(i).fill(result.moved().get(i));
            }
        }
        heads.forEach(each -> Nodes.show(each, any));
        more.setText(result.more());
        Nodes.show(moreCell, !result.more().isEmpty());
        restState.setText(words.text(verified ? "result.already" : "result.not-moved"));
        rest.setText(result.untouched());
        restCells.forEach(each -> Nodes.show(each, any && !result.untouched().isEmpty()));
    }

    private Node head(String key) {
        HBox head = new HBox(Nodes.label(words.text(key), "column-name"));
        head.getStyleClass().add("result-head");
        return head;
    }

    private static HBox state(Mark mark, Label word) {
        HBox state = new HBox(mark, word);
        state.getStyleClass().add("state");
        state.setAlignment(Pos.CENTER_LEFT);
        return state;
    }

    private static HBox cell(Node content) {
        HBox cell = new HBox(content);
        cell.setAlignment(Pos.CENTER_LEFT);
        cell.getStyleClass().add("result-cell");
        return cell;
    }

    /** The nodes of one row. */
    private final class Row {
        private final Mark mark = new Mark(Mark.Shape.GOOD);
        private final Label word = Nodes.whole("", "state-word");
        private final Label name = Nodes.label("", "package", "strong");
        private final Label was = Nodes.label("", "mono");
        private final Label now = Nodes.label("", "mono");
        private final Label kept = Nodes.label("", "package", "dim");
        private final List<Node> cells = List.of(cell(state(mark, word)), cell(name), cell(was), cell(now), cell(kept));

        List<Node> cells() {
            return cells;
        }

        void show(boolean visible) {
            cells.forEach(each -> Nodes.show(each, visible));
        }

        void fill(RollbackResult.Moved moved) {
            Mark.Shape shape = moved.seen() ? Mark.Shape.GOOD : Mark.Shape.NONE;
            mark.show(shape);
            word.setText(words.text(moved.seen() ? "result.moved" : "result.moved-unseen"));
            Nodes.dress(word, "state-word", shape.wordClass());
            name.setText(moved.name());
            was.setText(moved.was());
            now.setText(moved.now());
            kept.setText(moved.kept());
        }
    }
}
