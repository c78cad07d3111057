package org.obsenv.console.signoff;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.comparison.Comparison;
import org.obsenv.domain.content.PackageChange;
import org.obsenv.words.ComparisonWords;
import org.obsenv.words.Words;

/** What changed between two images: the counts, then a row for each package; over the lead's page until it is closed. */
final class ImageChangesPane extends VBox {
    private final ImageChangesViewModel model;
    private final Words words;
    private final ComparisonWords said;
    private final Label title = Nodes.wrapped("", "verdict");
    private final Label counts = Nodes.wrapped("", "strong", "image-changes-counts");
    private final Label origins = Nodes.wrapped("", "dim");
    private final Label aged = Nodes.wrapped("", "mark-ahead-word");
    private final VBox gaps = new VBox();
    private final TextField filter = new TextField();
    private final Label placeholder = Nodes.wrapped("", "dim");
    private final ListView<PackageChange> list;

    /** @param releaseNotes opens those of a tag outside; empty where the site names no place for them */
    ImageChangesPane(ImageChangesViewModel model, Words words, Optional<Consumer<String>> releaseNotes) {
        this.model = model;
        this.words = words;
        this.said = model.said();
        setId("image-changes");
        getStyleClass().addAll("page", "image-changes");
        title.setId("image-changes-title");
        counts.setId("image-changes-counts");
        gaps.getStyleClass().add("strips");
        Button close = Nodes.signButton(Feather.X, words.text("compare.close"), model::close);
        close.setId("image-changes-close");
        HBox head = new HBox(title, Nodes.spring(), close);
        head.getStyleClass().add("head");
        filter.setId("image-changes-filter");
        filter.setPromptText(words.text("compare.filter"));
        filter.setAccessibleText(words.text("compare.filter"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        HBox bar = new HBox(filter, Nodes.spring());
        bar.getStyleClass().add("filter-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        releaseNotes.ifPresent(open -> bar.getChildren().add(notes(open)));
        list = new ListView<>(model.rows());
        list.setId("image-changes-list");
        list.getStyleClass().add("files");
        list.setAccessibleText(words.text("compare.list"));
        list.setCellFactory(view -> new PackageChangeCell(said));
        list.setPlaceholder(placeholder);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, counts, origins, aged, gaps, bar, list);
        filter.textProperty().subscribe(text -> placeholder.setText(words.text("compare.filter.none", "text", text)));
        model.stateProperty().subscribe(state -> show(state));
        model.stateProperty().subscribe((before, now) -> {
            boolean hasAnswer = before instanceof Comparing.Looking && filter.isVisible();
            if (hasAnswer && close.isFocused()) {
                filter.requestFocus();
            } else if (before instanceof Comparing.Closed && model.isOpen()) {
                // Somewhere in here: what the keyboard was at is covered.
                close.requestFocus();
            }
        });
    }

    private Hyperlink notes(Consumer<String> open) {
        Hyperlink notes = new Hyperlink(words.text("compare.notes"));
        notes.setId("release-notes");
        notes.getStyleClass().add("card-link");
        notes.setOnAction(event -> model.tag().ifPresent(open));
        return notes;
    }

    private void show(Comparing now) {
        Nodes.show(this, model.isOpen());
        switch (now) {
            case Comparing.Closed closed -> {}
            case Comparing.Looking looking -> say(words.text("compare.looking"), "", List.of());
            case Comparing.Broken(String problem) ->
                say(words.text("compare.broken"), "", List.of(words.text("compare.problem", "problem", problem)));
            case Comparing.Answered(Comparison answer) -> show(answer);
        }
    }

    private void show(Comparison answer) {
        switch (answer) {
            case Comparison.Compared compared -> say(said.title(answer), said.counts(compared), List.of());
            case Comparison.Same same -> say(said.title(answer), said.counts(same), List.of());
            case Comparison.Unsaid unsaid ->
                say(
                        said.title(answer),
                        "",
                        unsaid.gaps().stream().map(said::gap).toList());
        }
        put(origins, answer instanceof Comparison.Compared compared ? said.origins(compared) : "");
        put(aged, said.aged(answer).orElse(""));
    }

    private void say(String heading, String counted, List<String> missing) {
        title.setText(heading);
        put(counts, counted);
        put(origins, "");
        put(aged, "");
        gaps.getChildren()
                .setAll(missing.stream()
                        .map(text -> {
                            HBox strip = new HBox(Nodes.wrapped(text, "strip-text"));
                            strip.getStyleClass().addAll("strip", "strip-warn");
                            return strip;
                        })
                        .toList());
        Nodes.show(gaps, !missing.isEmpty());
        boolean hasRows = !model.rows().isEmpty() || !filter.getText().isBlank();
        Nodes.show(list, hasRows && missing.isEmpty());
        Nodes.show(filter, hasRows && missing.isEmpty());
    }

    private static void put(Label label, String text) {
        label.setText(text);
        Nodes.show(label, !text.isEmpty());
    }
}
