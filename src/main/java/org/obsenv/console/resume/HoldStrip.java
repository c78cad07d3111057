package org.obsenv.console.resume;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Nodes;
import org.obsenv.console.support.Times;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** The strip of a held environment; for maintainers it unfolds into what resuming would bring. */
public final class HoldStrip extends VBox {
    /** How wide a package's commits are at least, in times the text's size. */
    private static final double COLUMN = 24;

    private final ResumeViewModel model;
    private final Words words;
    private final InstantSource clock;
    private final Times times;
    private final Label sentence = Nodes.wrapped("", "strip-text");
    private final Label overdue = Nodes.whole("", "tone-warn", "strong");
    private final Label only;
    private final Button open;
    private final VBox preview = new VBox();
    private final TilePane brings = new TilePane();
    private final Button confirm;
    private final Button cancel;
    private final TextField reason = new TextField();

    public HoldStrip(ResumeViewModel model, Words words, InstantSource clock) {
        this.model = model;
        this.words = words;
        this.clock = clock;
        this.times = new Times(words);
        setId("hold");
        getStyleClass().addAll("strip", "strip-hold");
        only = Nodes.whole(words.text("hold.maintainers-only"), "dim");
        open = Nodes.button(words.text("hold.resume"), model::preview);
        open.setId("resume");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox row = new HBox(
                Nodes.whole(words.text("hold.word"), "hold-word"), sentence, overdue, Nodes.spring(), only, open);
        row.getStyleClass().add("strip-row");
        row.setAlignment(Pos.CENTER_LEFT);
        confirm = Nodes.button("", model::confirm, "primary-small");
        confirm.setId("resume-confirm");
        cancel = Nodes.button(words.text("hold.keep"), model::close);
        cancel.setId("resume-cancel");
        reason.setPromptText(words.text("rollback.reason"));
        reason.setAccessibleText(words.text("rollback.reason"));
        reason.setPrefColumnCount(24);
        reason.textProperty().bindBidirectional(model.reasonProperty());
        HBox buttons = new HBox(reason, Nodes.spring(), cancel, confirm);
        buttons.getStyleClass().add("strip-row");
        buttons.setAlignment(Pos.CENTER_LEFT);
        brings.getStyleClass().add("brings");
        brings.widthProperty().subscribe(this::shareWidth);
        ScrollPane scroll = new ScrollPane(brings);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("plain-scroll", "brings-scroll");
        preview.getChildren().addAll(scroll, buttons);
        preview.getStyleClass().add("preview");
        getChildren().addAll(row, preview);
        model.stateProperty().subscribe(this::show);
        model.permissionProperty().subscribe(() -> show(model.stateProperty().get()));
        model.commits().addListener((MapChangeListener<PackageName, Known<CommitRange>>) change -> {
            if (model.stateProperty().get() instanceof ResumeState.Previewing(Hold hold)) {
                fill(hold);
            }
        });
    }

    private void show(ResumeState state) {
        Nodes.show(this, !(state instanceof ResumeState.NotHeld));
        boolean may = model.mayResume();
        Nodes.show(only, !may);
        Nodes.show(preview, state instanceof ResumeState.Previewing);
        switch (state) {
            case ResumeState.NotHeld none -> {}
            case ResumeState.Held(Hold hold) -> say(hold, words.text("hold.resume"), !may);
            case ResumeState.Previewing(Hold hold) -> {
                say(hold, words.text("hold.resume"), true);
                confirm.setText(confirmText(hold));
                fill(hold);
                reason.requestFocus();
            }
            case ResumeState.Running(Hold hold) -> say(hold, words.text("hold.resuming"), true);
        }
    }

    private void say(Hold hold, String action, boolean disabled) {
        sentence.setText(hold.sentence());
        overdue.setText(hold.overdue().orElse(""));
        Nodes.show(overdue, hold.overdue().isPresent());
        open.setText(action);
        open.setDisable(disabled);
    }

    private void fill(Hold hold) {
        brings.getChildren().setAll(hold.known().stream().map(this::bring).toList());
        switch (hold.brings()) {
            case Known.Unknown<List<Hold.Bring>>(String why) ->
                brings.getChildren()
                        .add(Nodes.label(
                                words.text("hold.preview-unknown", "reason", Visible.line(why)), "strip-text"));
            case Known.Value<List<Hold.Bring>>(List<Hold.Bring> known) -> {
                if (known.isEmpty()) {
                    brings.getChildren().add(Nodes.label(words.text("hold.preview-nothing"), "strip-text"));
                }
            }
        }
        shareWidth();
    }

    /** Side by side as many packages as can be read so: on a low window the list would hide most of them. */
    private void shareWidth() {
        double width = brings.getWidth();
        double gap = brings.getHgap();
        int packages = Math.max(1, brings.getChildren().size());
        int columns = Math.clamp((int) ((width + gap) / (Nodes.em(COLUMN) + gap)), 1, packages);
        brings.setPrefTileWidth(Math.max(0, Math.floor((width + gap) / columns - gap)));
    }

    private String confirmText(Hold hold) {
        return switch (hold.brings()) {
            case Known.Unknown<List<Hold.Bring>> unknown -> words.text("hold.confirm-unknown");
            case Known.Value<List<Hold.Bring>>(List<Hold.Bring> known) ->
                known.isEmpty() ? words.text("hold.confirm-nothing") : words.count("hold.confirm", known.size());
        };
    }

    private VBox bring(Hold.Bring each) {
        HBox head = new HBox(
                Nodes.label(each.name().text(), "strong", "strip-text"),
                Nodes.label(
                        words.text(
                                "hold.move",
                                "from",
                                each.from().abbreviated(),
                                "to",
                                each.to().abbreviated()),
                        "mono"),
                Nodes.label(each.counts(), "mono", "waiting-word"));
        head.getStyleClass().add("strip-row");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(head);
        box.getStyleClass().add("bring");
        box.getChildren().addAll(commits(each));
        return box;
    }

    private List<Node> commits(Hold.Bring each) {
        Known<CommitRange> known = model.commits().get(each.name());
        return switch (known) {
            case null -> List.of(line(words.text("hold.loading")));
            case Known.Unknown<CommitRange>(String why) ->
                List.of(line(words.text("unknown.because", "why", Visible.line(why))));
            case Known.Value<CommitRange>(CommitRange range) -> {
                List<Node> lines = new ArrayList<>();
                range.gained().forEach(commit -> lines.add(line(commit)));
                if (range.cut() > 0) {
                    lines.add(line(words.count("hold.more", range.cut())));
                }
                if (each.loses() > 0) {
                    lines.add(line(words.count("hold.loses", each.loses())));
                }
                yield lines;
            }
        };
    }

    private static Label line(String text) {
        return Nodes.label(text, "dim", "bring-commit");
    }

    private HBox line(CommitSummary commit) {
        Label said = Nodes.label(
                words.text(
                        "hold.commit",
                        "subject",
                        Visible.line(commit.subject()),
                        "who",
                        Visible.line(commit.author()),
                        "age",
                        times.age(commit.at(), clock.instant())),
                "dim");
        HBox line = new HBox(Nodes.whole(commit.id().abbreviated(), "mono", "dim"), said);
        line.getStyleClass().addAll("strip-row", "bring-commit");
        line.setAlignment(Pos.CENTER_LEFT);
        Hint.give(line, said.getText() + "\n" + times.exact(commit.at()));
        return line;
    }
}
