package org.obsenv.console.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.words.Words;

/** What can be decided for one package: keep its pin, choose another, take what runs or what a list has. */
final class ChoicePane extends VBox {
    private static final int MOST_SHOWN = 200;
    private static final double FIELD = 24;
    private static final double MATCHES = 7.6;

    private final BaseViewModel model;
    private final BaseTable table;
    private final Words words;
    private final Newest asking;
    private final Label title = Nodes.wrapped("", "strip-title");
    private final Label text = Nodes.wrapped("", "strip-text");
    private final HBox buttons = new HBox();
    private final TextField typed = new TextField();
    private final ListView<String> matches = new ListView<>();
    private final VBox form = new VBox(typed, matches);
    private List<String> names = List.of();
    private List<String> last = List.of();
    private Optional<BaseRow> shown = Optional.empty();

    ChoicePane(BaseViewModel model, BaseTable table) {
        this.model = model;
        this.table = table;
        this.words = model.words();
        this.asking = new Newest(model.runner(), Lane.BASE);
        setId("base-choice");
        Button close = Nodes.signButton(Feather.X, words.text("choice.close"), table::closeChoice);
        HBox top = new HBox(title, Nodes.spring(), close);
        top.setAlignment(Pos.CENTER_LEFT);
        buttons.getStyleClass().add("strip-row");
        buttons.setAlignment(Pos.CENTER_LEFT);
        form.getStyleClass().add("deploy-lines");
        typed.setId("base-typed");
        typed.setMaxWidth(Nodes.em(FIELD));
        typed.setPromptText(words.text("choice.prompt"));
        typed.textProperty().subscribe(this::offer);
        typed.setOnAction(event -> take(typed.getText()));
        typed.setOnKeyPressed(this::toMatches);
        matches.setId("base-matches");
        matches.getStyleClass().addAll("files", "revisions");
        matches.setAccessibleText(words.text("choice.matches"));
        matches.setMaxWidth(Nodes.em(FIELD));
        matches.setPrefHeight(Nodes.em(MATCHES));
        matches.setMinHeight(Nodes.em(MATCHES));
        matches.setOnMouseClicked(event -> takeMatch());
        matches.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                takeMatch();
                event.consume();
            }
        });
        getChildren().addAll(top, text, buttons, form);
        Nodes.show(form, false);
        table.chosenProperty().subscribe(this::show);
    }

    private void show(Optional<BaseRow> chosen) {
        boolean isOther = !chosen.map(BaseRow::name).equals(shown.map(BaseRow::name));
        boolean isNews = !chosen.equals(shown);
        shown = chosen;
        Nodes.show(this, chosen.isPresent());
        if (chosen.isEmpty() || !isNews) {
            return;
        }
        BaseRow row = chosen.get();
        if (isOther) {
            Nodes.show(form, false);
            typed.clear();
        }
        getStyleClass().setAll("strip", row.isOpen() ? "strip-bad" : "strip-todo");
        title.setText(
                row.brings().isEmpty()
                        ? row.name().text()
                        : words.text("choice.title", "package", row.name(), "what", row.brings()));
        text.setText(words.text(row.isOpen() ? "choice.stuck" : "choice.plain", "pin", row.now()));
        fill(row);
    }

    private void fill(BaseRow row) {
        PackageName name = row.name();
        List<Button> offered = new ArrayList<>();
        Draft draft = model.draftProperty().get();
        if (!draft.isEmpty()) {
            add(
                    offered,
                    "base-keep",
                    words.text("choice.keep", "pin", row.now()),
                    () -> decide(() -> model.keep(name)));
        }
        if (draft.isTorn(name)) {
            for (int i = 0; i < draft.columns().size(); i++) {
                int column = i;
                Column list = draft.columns().get(i);
                list.wish(name)
                        .ifPresent(wish -> add(
                                offered,
                                "base-take-" + column,
                                words.text(
                                        "choice.take",
                                        "value",
                                        wish.asked(),
                                        "file",
                                        list.list().name()),
                                () -> decide(() -> model.take(column, name))));
            }
        }
        add(offered, "base-choose", words.text("choice.choose"), () -> open(name));
        Optional<CommitId> running =
                model.reading(name).map(PackageReading::running).flatMap(Known::found);
        running.ifPresent(commit -> add(
                offered,
                "base-take-run",
                words.text("choice.running", "commit", commit.abbreviated()),
                () -> decide(() -> model.takeRunning(name))));
        List<String> fresh = Stream.concat(
                        Stream.of(name.text()), offered.stream().map(Button::getText))
                .toList();
        if (!fresh.equals(last)) {
            // Ages grow all the time; a button must not be exchanged under the pointer for that.
            last = fresh;
            buttons.getChildren().setAll(offered);
        }
    }

    private static void add(List<Button> offered, String id, String name, Runnable act) {
        Button button = Nodes.button(name, act);
        button.setId(id);
        offered.add(button);
    }

    private void decide(Runnable act) {
        table.decided();
        act.run();
    }

    private void open(PackageName name) {
        typed.setAccessibleText(words.text("choice.name", "package", name));
        names = List.of();
        Nodes.show(form, true);
        typed.requestFocus();
        offer();
        asking.ask(
                () -> model.parts().revisions().names(name),
                answer -> {
                    names = answer.found().orElse(List.of());
                    if (answer instanceof Known.Unknown<List<String>>(String reason)) {
                        text.setText(words.text("choice.names-unknown", "reason", reason));
                    }
                    offer();
                },
                bug -> text.setText(words.text("choice.names-unknown", "reason", bug.toString())));
    }

    private void offer() {
        String part = typed.getText().strip().toLowerCase(Locale.ROOT);
        matches.getItems()
                .setAll(names.stream()
                        .filter(each -> each.toLowerCase(Locale.ROOT).contains(part))
                        .limit(MOST_SHOWN)
                        .toList());
        Nodes.show(matches, !matches.getItems().isEmpty());
    }

    private void toMatches(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && Nodes.isShown(matches)) {
            matches.requestFocus();
            matches.getSelectionModel().selectFirst();
            event.consume();
        }
    }

    private void takeMatch() {
        String match = matches.getSelectionModel().getSelectedItem();
        if (match != null) {
            take(match);
        }
    }

    private void take(String name) {
        String asked = name.strip();
        shown.filter(row -> !asked.isEmpty()).ifPresent(row -> {
            Nodes.show(form, false);
            decide(() -> model.choose(row.name(), asked));
        });
    }
}
