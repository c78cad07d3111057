package org.obsenv.console.acting;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** An ending that needs reading, in the page: what happened, what is unchanged, what to do, whom to call. */
public final class EndingStrip extends VBox {
    private final Label what = Nodes.wrapped("", "strip-title");
    private final Label disk = Nodes.wrapped("", "strip-text");
    private final Label unchanged = Nodes.wrapped("", "strip-text");
    private final Label next = Nodes.wrapped("", "strip-text");
    private final Label contact = Nodes.wrapped("", "strip-text", "strong");
    private final Label command = Nodes.whole("", "mono");
    private final Mark mark = new Mark(Mark.Shape.DIVERGED);
    private final HBox byHand = new HBox();
    private String report = "";

    public EndingStrip(String id, Words words, Clipboard clipboard, Runnable dismiss) {
        setId(id);
        HBox top = new HBox(mark, what, Nodes.spring());
        top.getStyleClass().add("strip-row");
        top.setAlignment(Pos.CENTER_LEFT);
        Button close = Nodes.signButton(Feather.X, words.text("ending.dismiss"), dismiss);
        close.setId(id + "-dismiss");
        top.getChildren().add(close);
        Button copyCommand =
                Nodes.button(words.text("ending.copy-command"), () -> clipboard.copy(command.getText()), "small");
        copyCommand.setAccessibleText(words.text("ending.copy-command.name"));
        Button copyReport = Nodes.button(words.text("result.copy"), () -> clipboard.copy(report), "small");
        copyReport.setId(id + "-copy");
        byHand.getChildren()
                .addAll(
                        Nodes.whole(words.text("ending.by-hand"), "dim"),
                        command,
                        copyCommand,
                        Nodes.spring(),
                        copyReport);
        byHand.getStyleClass().addAll("strip-row", "by-hand");
        byHand.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(top, disk, unchanged, next, contact, byHand);
        show(Optional.empty());
    }

    /** Shows the ending, or nothing. */
    public void show(Optional<EndingWords> ending) {
        Nodes.show(this, ending.isPresent());
        ending.ifPresent(each -> {
            boolean done = each.tone() == EndingWords.Tone.DONE || each.tone() == EndingWords.Tone.NOTED;
            getStyleClass()
                    .setAll(
                            "strip",
                            switch (each.tone()) {
                                case DONE -> "strip-good";
                                case NOTED -> "strip-warn";
                                case NOT_DONE, UNKNOWN -> "strip-bad";
                            });
            mark.show(
                    switch (each.tone()) {
                        case DONE -> Mark.Shape.GOOD;
                        case NOTED -> Mark.Shape.AHEAD;
                        case NOT_DONE -> Mark.Shape.DIVERGED;
                        case UNKNOWN -> Mark.Shape.UNKNOWN;
                    });
            Nodes.show(byHand, !done);
            fill(what, each.explanation().what());
            fill(disk, each.disk());
            String same = each.explanation().unchanged();
            String then = each.explanation().next();
            // What went well is read at a glance, and leaves the room to the table.
            fill(unchanged, done ? (same + " " + then).strip() : same);
            fill(next, done ? "" : then);
            fill(contact, done ? "" : each.contact());
            command.setText(each.command());
            report = each.report();
            setAccessibleText(report);
        });
    }

    private static void fill(Label label, String text) {
        label.setText(text);
        Nodes.show(label, !text.isEmpty());
    }
}
