package org.obsenv.console.timeline;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.Mark;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.HandoverSection;
import org.obsenv.words.Words;

/** The morning's handover in front of the timeline: to read, to copy and to keep. */
final class HandoverPane extends VBox {
    private static final double FILE_WIDTH = 22;

    private final HandoverViewModel model;
    private final Words words;
    private final Label title = Nodes.label("", "verdict");
    private final Label sub = Nodes.wrapped("", "sub");
    private final VBox sections = new VBox();
    private final Button copy;
    private final HBox saving;
    private String text = "";

    HandoverPane(HandoverViewModel model, Clipboard clipboard) {
        this.model = model;
        this.words = model.words();
        setId("handover");
        getStyleClass().add("page");
        title.setId("handover-title");
        VBox headline = new VBox(title, sub);
        headline.getStyleClass().add("headline");
        HBox.setHgrow(headline, Priority.ALWAYS);
        Button back = Nodes.button(words.text("page.back"), model::close);
        back.setId("handover-back");
        copy = new Button();
        VBox lines = new VBox(
                Nodes.label(words.text("page.copy"), "primary-title"),
                Nodes.label(words.text("page.copy.why"), "primary-sub"));
        lines.setAlignment(Pos.CENTER_LEFT);
        copy.setGraphic(lines);
        copy.getStyleClass().add("primary");
        copy.setId("handover-copy");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setAccessibleText(words.text("page.copy") + ", " + words.text("page.copy.why"));
        copy.setOnAction(event -> clipboard.copy(text));
        HBox head = new HBox(headline, back, copy);
        head.getStyleClass().add("head");
        saving = saving();
        sections.getStyleClass().add("handover");
        sections.setMinWidth(0);
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setId("handover-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, saving, scroll);
        model.stateProperty().subscribe(this::show);
    }

    private HBox saving() {
        TextField file = new TextField();
        file.setId("handover-file");
        file.setAccessibleText(words.text("page.file.name"));
        file.setPrefWidth(Nodes.em(FILE_WIDTH));
        file.textProperty().bindBidirectional(model.fileProperty());
        file.setOnAction(event -> model.save());
        Button save = Nodes.button(words.text("page.save"), model::save);
        save.setId("handover-save");
        save.disableProperty().bind(model.fileProperty().map(String::isBlank));
        Label kept = Nodes.wrapped("", "dim");
        HBox.setHgrow(kept, Priority.ALWAYS);
        kept.setId("handover-kept");
        kept.textProperty().bind(model.keptProperty());
        HBox row = new HBox(Nodes.whole(words.text("page.file.name"), "dim"), file, save, kept);
        row.getStyleClass().add("strip-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show(HandoverState state) {
        switch (state) {
            case HandoverState.Closed closed -> say("", "");
            case HandoverState.Reading reading -> say(words.text("page.reading"), "");
            case HandoverState.Blind(String reason) -> say(words.text("page.unknown"), reason);
            case HandoverState.Open(String heading, String written, List<HandoverSection> parts, String markdown) -> {
                say(heading, written);
                text = markdown;
                parts.forEach(each -> sections.getChildren().add(part(each)));
            }
        }
        boolean isOpen = state instanceof HandoverState.Open;
        copy.setDisable(!isOpen);
        Nodes.show(saving, isOpen);
        if (isOpen) {
            copy.requestFocus();
        }
    }

    private void say(String heading, String below) {
        title.setText(heading);
        sub.setText(below);
        text = "";
        sections.getChildren().clear();
    }

    /** The whole in plain text. */
    String asText() {
        return text;
    }

    private static VBox part(HandoverSection section) {
        VBox part = new VBox();
        part.getStyleClass().add("handover-part");
        Label heading = Nodes.label(section.title(), "strip-title");
        HBox first = new HBox(heading);
        switch (section.tone()) {
            case EMPTY, PLAIN -> {}
            case ATTENTION -> first.getChildren().addFirst(new Mark(Mark.Shape.AHEAD));
            case UNKNOWN -> first.getChildren().addFirst(new Mark(Mark.Shape.UNKNOWN));
        }
        first.getStyleClass().add("strip-row");
        first.setAlignment(Pos.CENTER_LEFT);
        part.getChildren().add(first);
        String tone =
                switch (section.tone()) {
                    case EMPTY -> "faint";
                    case PLAIN, ATTENTION -> "strip-text";
                    case UNKNOWN -> Mark.Shape.UNKNOWN.wordClass();
                };
        section.lines().forEach(line -> part.getChildren().add(Nodes.wrapped(line, tone)));
        return part;
    }
}
