package org.obsenv.console.rollback;

import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** The page right after a roll back: what is proven, what to do now, what was moved. */
public final class ResultPage extends VBox {
    private final Words words;
    private final Label title = Nodes.wrapped("", "verdict");
    private final Label sub = Nodes.wrapped("", "sub");
    private final VBox proof = new VBox();
    private final VBox todo = new VBox();
    private final GridPane table = new GridPane();
    private String report = "";

    /**
     * @param back to the table of all packages
     */
    public ResultPage(RollbackViewModel model, Words words, Clipboard clipboard, Runnable back) {
        this.words = words;
        setId("result");
        getStyleClass().add("page");
        VBox lines = new VBox(title, sub);
        lines.getStyleClass().add("headline");
        HBox.setHgrow(lines, Priority.ALWAYS);
        Button all = Nodes.button(words.text("result.back"), back);
        all.setId("result-back");
        Button copy = Nodes.button(words.text("result.copy"), () -> clipboard.copy(report));
        copy.setId("result-copy");
        HBox head = new HBox(lines, all, copy);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.TOP_LEFT);
        proof.setId("result-proof");
        proof.getStyleClass().add("proof");
        todo.getStyleClass().addAll("strip", "strip-good");
        table.getStyleClass().add("result-table");
        for (int share : List.of(11, 23, 19, 12, 35)) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            column.setHalignment(HPos.LEFT);
            table.getColumnConstraints().add(column);
        }
        VBox body = new VBox(proof, todo, new ReasonLater(model, words), table);
        body.getStyleClass().add("result-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        body.setMinWidth(0);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
    }

    /** Shows the result; nothing to do for an empty one. */
    public void show(Optional<RollbackResult> result) {
        result.ifPresent(this::fill);
    }

    /** What is shown, in plain text. */
    public String report() {
        return report;
    }

    private void fill(RollbackResult result) {
        title.setText(result.title());
        sub.setText(result.sub());
        report = result.report();
        setAccessibleText(report);
        proof.getChildren().setAll(proofRow(shape(result.proof()), result.proofLine()));
        result.exceptions().forEach(each -> proof.getChildren().add(proofRow(Mark.Shape.DIVERGED, each)));
        result.remarks().forEach(each -> proof.getChildren().add(proofRow(Mark.Shape.AHEAD, each)));
        fillTodo(result);
        fillTable(result);
    }

    private static Mark.Shape shape(RollbackResult.Proof proof) {
        return switch (proof) {
            case VERIFIED -> Mark.Shape.GOOD;
            case WAITING -> Mark.Shape.AHEAD;
            case EXCEPTIONS -> Mark.Shape.DIVERGED;
            case NOT_SEEN -> Mark.Shape.UNKNOWN;
        };
    }

    private static HBox proofRow(Mark.Shape shape, String text) {
        Label label = Nodes.wrapped(text, shape.wordClass(), "strong");
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox row = new HBox(new Mark(shape), label);
        row.getStyleClass().add("strip-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void fillTodo(RollbackResult result) {
        // Green is for what was read from the disk.
        boolean verified = result.proof() == RollbackResult.Proof.VERIFIED;
        todo.getStyleClass().setAll("strip", verified ? "strip-good" : "strip-todo");
        todo.getChildren().setAll(Nodes.label(words.text("result.todo"), "strip-title"));
        for (int i = 0; i < result.todo().size(); i++) {
            HBox row = new HBox(
                    Nodes.whole(Integer.toString(i + 1), "todo-number"),
                    Nodes.wrapped(result.todo().get(i), "strip-text"));
            row.getStyleClass().add("todo-row");
            todo.getChildren().add(row);
        }
        Nodes.show(todo, !result.todo().isEmpty());
    }

    private void fillTable(RollbackResult result) {
        table.getChildren().clear();
        int row = 0;
        if (!result.moved().isEmpty()) {
            table.addRow(row++, heads());
        }
        for (RollbackResult.Moved each : result.moved()) {
            table.addRow(
                    row++,
                    cell(moved(result)),
                    cell(Nodes.label(each.name(), "package", "strong")),
                    cell(Nodes.label(each.was(), "mono")),
                    cell(Nodes.label(each.now(), "mono")),
                    cell(Nodes.label(each.kept(), "package", "dim")));
        }
        if (!result.more().isEmpty()) {
            HBox more = new HBox(Nodes.label(result.more(), "package", "dim"));
            more.setAlignment(Pos.CENTER_LEFT);
            more.getStyleClass().add("result-cell");
            table.add(more, 0, row++, table.getColumnConstraints().size(), 1);
        }
        if (!result.untouched().isEmpty() && !result.moved().isEmpty()) {
            table.addRow(
                    row,
                    cell(state(
                            Mark.Shape.NONE,
                            words.text(
                                    result.proof() == RollbackResult.Proof.VERIFIED
                                            ? "result.already"
                                            : "result.not-moved"))),
                    cell(Nodes.label(result.untouched(), "package", "dim")),
                    cell(new Label()),
                    cell(new Label()),
                    cell(new Label()));
        }
    }

    private HBox moved(RollbackResult result) {
        return result.proof() == RollbackResult.Proof.VERIFIED
                ? state(Mark.Shape.GOOD, words.text("result.moved"))
                : state(Mark.Shape.NONE, words.text("result.moved-unseen"));
    }

    private Node[] heads() {
        return new Node[] {
            head("result.column.result"),
            head("result.column.package"),
            head("result.column.was"),
            head("result.column.now"),
            head("result.column.kept")
        };
    }

    private Node head(String key) {
        HBox head = new HBox(Nodes.label(words.text(key), "column-name"));
        head.getStyleClass().add("result-head");
        return head;
    }

    private static HBox state(Mark.Shape shape, String word) {
        HBox state = new HBox(new Mark(shape), Nodes.whole(word, "state-word", shape.wordClass()));
        state.getStyleClass().add("state");
        state.setAlignment(Pos.CENTER_LEFT);
        return state;
    }

    private static Node cell(Node content) {
        HBox cell = new HBox(content);
        cell.setAlignment(Pos.CENTER_LEFT);
        cell.getStyleClass().add("result-cell");
        return cell;
    }
}
