package org.obsenv.console.deploy;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.PackageName;
import org.obsenv.words.Words;

/** One package's line: its revision, found by typing a part of its name, and what that is. */
final class RevisionField extends VBox {
    private static final int MOST_SHOWN = 200;
    private static final int TITLE = 14;
    private static final int FIELD = 20;

    /** A row's height in the sheet, in times the text's size, and how many are seen at once. */
    private static final double ROW = 1.9;

    private static final int ROWS = 4;

    /** For the frame, in pixels. */
    private static final double FRAME = 4;

    private final PackageName name;
    private final DeployViewModel model;
    private final TextField text = new TextField();
    private final Label found = Nodes.label("", "strip-text");
    private final ListView<String> matches = new ListView<>();

    RevisionField(PackageName name, DeployViewModel model, Words words) {
        this.name = name;
        this.model = model;
        text.setId("deploy-revision-" + name);
        text.setPromptText(words.text("deploy.revision"));
        text.setAccessibleText(words.text("deploy.revision.of", "package", name));
        text.setMinWidth(Nodes.em(FIELD));
        Button out =
                Nodes.signButton(Feather.X, words.text("deploy.remove", "package", name), () -> model.remove(name));
        Label title = Nodes.whole(name.text(), "strong", "strip-text");
        title.setMinWidth(Nodes.em(TITLE));
        HBox row = new HBox(title, text, found, Nodes.spring(), out);
        row.getStyleClass().add("strip-row");
        row.setAlignment(Pos.CENTER_LEFT);
        matches.setId("deploy-matches-" + name);
        matches.getStyleClass().addAll("files", "revisions");
        matches.setAccessibleText(words.text("deploy.matches"));
        // Under the field that they are offered for.
        Label before = Nodes.whole("", "strip-text");
        before.setMinWidth(Nodes.em(TITLE));
        matches.setMinWidth(Nodes.em(FIELD));
        HBox offers = new HBox(before, matches);
        offers.getStyleClass().add("strip-row");
        offers.managedProperty().bind(matches.managedProperty());
        getChildren().addAll(row, offers);
        text.textProperty().subscribe(typed -> {
            model.type(name, typed);
            offer();
        });
        text.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN && Nodes.isShown(matches)) {
                matches.requestFocus();
                matches.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        matches.setOnMouseClicked(event -> take());
        matches.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take();
                event.consume();
            }
        });
        offer();
    }

    private void take() {
        String chosen = matches.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            text.setText(chosen);
            text.requestFocus();
            text.end();
        }
    }

    /** The names that hold what is typed; none once one of them is typed whole. */
    void offer() {
        String typed = text.getText().strip();
        List<String> all = model.names().getOrDefault(name, List.of());
        List<String> fits = all.contains(typed)
                ? List.of()
                : all.stream()
                        .filter(each -> each.toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT)))
                        .limit(MOST_SHOWN)
                        .toList();
        matches.getItems().setAll(fits);
        Nodes.show(matches, !fits.isEmpty());
        double height = Nodes.em(ROW * Math.min(ROWS, fits.size())) + FRAME;
        matches.setMinHeight(height);
        matches.setPrefHeight(height);
        // As long as some name fits, she is still typing it: nothing is wrong with a part of it.
        found.setVisible(fits.isEmpty());
    }

    void say(String what, boolean isWarning) {
        found.setText(what);
        found.getStyleClass().removeAll("tone-warn");
        if (isWarning) {
            found.getStyleClass().add("tone-warn");
        }
    }

    void focusText() {
        text.requestFocus();
    }
}
