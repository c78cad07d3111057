package org.obsenv.console.notebooks;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.notebooks.Holding;
import org.obsenv.domain.notebooks.Notebooks;
import org.obsenv.domain.notebooks.NotebooksEnding;
import org.obsenv.words.NotebooksWords;
import org.obsenv.words.Words;

/** What is in the person's file, what would be, where the old goes; afterwards how it ended, and the way back. */
public final class NotebooksStrip extends VBox {
    private final NotebooksWords said = new NotebooksWords();
    private final Label title = Nodes.wrapped("", "strip-title");
    private final HBox sides = new HBox();
    private final Label note = Nodes.wrapped("", "strip-text");
    private final Button copy;
    private final Button confirm;
    private final Button undo;
    private final Button close;
    private String commands = "";

    public NotebooksStrip(NotebooksViewModel model, Clipboard clipboard) {
        Words words = Words.of("notebooks");
        setId("notebooks-strip");
        getStyleClass().addAll("strip", "strip-notebooks");
        sides.getStyleClass().add("sides");
        copy = button("notebooks-copy", words.text("copy"), () -> clipboard.copy(commands));
        confirm = button("notebooks-confirm", words.text("confirm"), model::toBase);
        undo = button("notebooks-undo", words.text("undo"), model::undo);
        close = button("notebooks-close", words.text("close"), model::close);
        HBox.setHgrow(note, Priority.ALWAYS);
        HBox buttons = new HBox(note, Nodes.spring(), copy, close, undo, confirm);
        buttons.getStyleClass().add("strip-row");
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, sides, buttons);
        model.stateProperty().subscribe(this::show);
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = Nodes.button(text, action, "small");
        button.setId(id);
        return button;
    }

    private void show(NotebooksState state) {
        Nodes.show(this, !(state instanceof NotebooksState.Closed));
        List.of(copy, confirm, undo).forEach(each -> Nodes.show(each, false));
        switch (state) {
            case NotebooksState.Closed none -> {}
            case NotebooksState.Looking looking -> say(said.looking(), "");
            case NotebooksState.Shown(Notebooks notebooks) -> show(notebooks);
            case NotebooksState.Acting acting -> say(said.acting(), "");
            case NotebooksState.Ended(NotebooksEnding ending, boolean isUndo) -> {
                show(ending.now());
                say(isUndo ? said.undone(ending) : said.toBase(ending), note(ending, isUndo));
                // What is there now was not previewed.
                Nodes.show(confirm, false);
            }
        }
        close.setDisable(state instanceof NotebooksState.Acting);
        if (!(state instanceof NotebooksState.Closed) && getScene() != null) {
            // Not on what acts: the key that opened this may still be down.
            close.requestFocus();
        }
    }

    private String note(NotebooksEnding ending, boolean isUndo) {
        return !isUndo && ending instanceof NotebooksEnding.Done(Notebooks.AtBase at) ? said.undo(at.undo()) : "";
    }

    private void show(Notebooks notebooks) {
        say(said.state(notebooks), "");
        switch (notebooks) {
            case Notebooks.Elsewhere elsewhere -> {
                fill(List.of(
                        side(said.holds(elsewhere.file(), elsewhere.now()), lines(elsewhere.now())),
                        side(said.writes(), said.lines(elsewhere.next()))));
                note.setText(said.keeps(elsewhere));
                Nodes.show(confirm, true);
            }
            case Notebooks.AtBase(String file, Holding now, var back) -> {
                fill(List.of(side(said.holds(file, now), lines(now))));
                note.setText(said.undo(back));
                Nodes.show(undo, back.isPresent());
            }
            case Notebooks.NotHere(String missing, List<String> typed) -> {
                commands = String.join("\n", typed) + "\n";
                fill(List.of(side("", typed)));
                Nodes.show(copy, true);
            }
            case Notebooks.Blocked blocked -> {}
            case Notebooks.Unknown unknown -> {}
        }
    }

    private List<String> lines(Holding holding) {
        return holding instanceof Holding.Nothing ? List.of() : said.lines(holding.lines());
    }

    private void say(String what, String more) {
        title.setText(what);
        note.setText(more);
        fill(List.of());
    }

    private void fill(List<Node> parts) {
        sides.getChildren().setAll(parts);
        Nodes.show(sides, !parts.isEmpty());
    }

    private static Node side(String head, List<String> lines) {
        VBox listed = new VBox();
        lines.forEach(line -> listed.getChildren().add(Nodes.label(line, "mono", "dim")));
        ScrollPane scroll = new ScrollPane(listed);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("plain-scroll", "side-scroll");
        VBox side = new VBox(scroll);
        if (!head.isEmpty()) {
            Label said = Nodes.label(head, "strip-text");
            Hint.give(said, head);
            side.getChildren().addFirst(said);
        }
        side.getStyleClass().add("side");
        side.setMinWidth(0);
        side.setPrefWidth(1);
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }
}
