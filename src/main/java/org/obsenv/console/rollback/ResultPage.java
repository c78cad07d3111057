package org.obsenv.console.rollback;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
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
    private final MovedTable table;
    private String report = "";

    /**
     * @param undo a maintainer's way back to what ran before
     * @param back to the table of all packages
     */
    public ResultPage(RollbackViewModel model, UndoViewModel undo, Words words, Clipboard clipboard, Runnable back) {
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
        Button before = Nodes.button("", undo::undo);
        before.setId("result-undo");
        undo.offerProperty().subscribe(offer -> {
            Nodes.show(before, offer.isPresent());
            offer.ifPresent(id -> before.setText(words.text("result.undo", "n", id.number())));
        });
        HBox head = new HBox(lines, before, all, copy);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.TOP_LEFT);
        proof.setId("result-proof");
        proof.getStyleClass().add("proof");
        todo.getStyleClass().addAll("strip", "strip-good");
        table = new MovedTable(words);
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

    /** Makes so many rows ahead of time. */
    public void prepare(int rows) {
        table.prepare(rows);
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
        table.show(result);
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
}
