package org.obsenv.console.alarm;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** One line for all alarms that wait; it unfolds into what each means and what to do. Nothing while none does. */
public final class AlarmStrip extends VBox {
    private static final double LEAST = 9;

    private final AlarmViewModel model;
    private final Words words;
    private final Label line = Nodes.label("", "strip-text");
    private final Button unfold;
    private final VBox details = new VBox();
    private final ScrollPane scroll = new ScrollPane(details);
    private boolean isOpen;

    public AlarmStrip(AlarmViewModel model, Words words) {
        this.model = model;
        this.words = words;
        setId("alarms");
        getStyleClass().addAll("strip", "strip-bad");
        unfold = Nodes.button("", this::toggle, "small");
        unfold.setId("alarms-unfold");
        HBox row = new HBox(
                new Mark(Mark.Shape.DIVERGED),
                Nodes.whole(words.text("alarms.title"), "strong"),
                line,
                Nodes.spring(),
                unfold);
        row.getStyleClass().add("strip-row");
        row.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        details.getStyleClass().add("cscs");
        scroll.setFitToWidth(true);
        // A low window takes from the table first: it scrolls.
        scroll.setMinHeight(Nodes.em(LEAST));
        scroll.getStyleClass().addAll("plain-scroll", "cscs-scroll");
        getChildren().addAll(row, scroll, new AcknowledgeForm(model, words));
        model.lookProperty().subscribe(this::show);
        model.permissionProperty().subscribe(() -> show(model.lookProperty().get()));
    }

    private void toggle() {
        isOpen = !isOpen;
        fold();
    }

    private void fold() {
        Nodes.show(scroll, isOpen && !details.getChildren().isEmpty());
        unfold.setText(words.text(isOpen ? "alarms.fold" : "alarms.unfold"));
    }

    private void show(AlarmLook look) {
        Nodes.show(this, !(look instanceof AlarmLook.None));
        switch (look) {
            case AlarmLook.None none -> isOpen = false;
            case AlarmLook.Unknown(String text) -> say(text, List.of());
            case AlarmLook.Shown(String text, var all) -> say(text, all);
        }
        Nodes.show(unfold, look instanceof AlarmLook.Shown);
        fold();
    }

    private void say(String text, List<AlarmLook.Detail> all) {
        line.setText(text);
        Hint.give(line, text);
        details.getChildren().setAll(all.stream().map(this::detail).toList());
    }

    private Node detail(AlarmLook.Detail each) {
        Button open = Nodes.button(words.text("alarms.open"), () -> model.begin(each), "small");
        open.setId("acknowledge-" + each.id());
        String why = model.barred().orElse("");
        open.setDisable(!why.isEmpty());
        open.setAccessibleText(open.getText() + ", " + each.title() + (why.isEmpty() ? "" : ", " + why));
        // What is pointed at where the button is disabled.
        StackPane opener = new StackPane(open);
        Hint.give(opener, why.isEmpty() ? words.text("alarms.hint") : why);
        HBox head = new HBox(
                Nodes.label(each.title(), "strong", "strip-text"),
                Nodes.label(each.since(), "dim"),
                Nodes.spring(),
                Nodes.whole(why, "dim"),
                opener);
        head.getStyleClass().add("strip-row");
        head.setAlignment(Pos.CENTER_LEFT);
        return new VBox(head, Nodes.wrapped(each.means(), "strip-text"), Nodes.wrapped(each.next(), "strip-text"));
    }
}
