package org.obsenv.console.csc;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** One line for all CSCs under test; it unfolds into how to return. Nothing while there is none. */
public final class CscStrip extends VBox {
    private final Words words;
    private final Label line = Nodes.label("", "strip-text");
    private final Label overdue = Nodes.whole("", "tone-warn", "strong");
    private final Button unfold;
    private final VBox details = new VBox();
    private final ScrollPane scroll = new ScrollPane(details);
    private boolean isOpen;

    public CscStrip(CscViewModel model, Words words) {
        this.words = words;
        setId("cscs");
        getStyleClass().addAll("strip", "strip-warn");
        unfold = Nodes.button("", this::toggle, "small");
        unfold.setId("cscs-unfold");
        HBox row = new HBox(
                Nodes.whole(words.text("csc.title"), "tone-warn", "strong"), line, Nodes.spring(), overdue, unfold);
        row.getStyleClass().add("strip-row");
        row.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        details.getStyleClass().add("cscs");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("plain-scroll", "cscs-scroll");
        getChildren().addAll(row, scroll);
        model.lookProperty().subscribe(this::show);
    }

    private void toggle() {
        isOpen = !isOpen;
        fold();
    }

    private void fold() {
        Nodes.show(scroll, isOpen && !details.getChildren().isEmpty());
        unfold.setText(words.text(isOpen ? "csc.fold" : "csc.unfold"));
    }

    private void show(CscLook look) {
        Nodes.show(this, !(look instanceof CscLook.None));
        switch (look) {
            case CscLook.None none -> isOpen = false;
            case CscLook.Unknown(String text) -> {
                say(text, "");
                details.getChildren().clear();
            }
            case CscLook.Shown(String text, String late, var entries) -> {
                say(text, late);
                details.getChildren().setAll(entries.stream().map(this::detail).toList());
            }
        }
        Nodes.show(unfold, look instanceof CscLook.Shown);
        fold();
    }

    private void say(String text, String late) {
        line.setText(text);
        Hint.give(line, text);
        overdue.setText(late);
        Nodes.show(overdue, !late.isEmpty());
    }

    private Node detail(CscLook.Detail each) {
        HBox head = new HBox(
                Nodes.label(each.title(), "strong", "strip-text"),
                Nodes.label(each.since(), each.isOverdue() ? "tone-warn" : "dim"));
        head.getStyleClass().add("strip-row");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(head);
        for (int i = 0; i < each.steps().size(); i++) {
            HBox step = new HBox(
                    Nodes.whole(Integer.toString(i + 1), "todo-number"),
                    Nodes.wrapped(each.steps().get(i), "strip-text"));
            step.getStyleClass().add("todo-row");
            box.getChildren().add(step);
        }
        return box;
    }
}
