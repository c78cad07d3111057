package org.obsenv.console.signoff;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import org.obsenv.console.acting.SignOffRun;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Where an image is proposed: its tag, why, and what it replaces. It says which image the tag means now. */
final class ProposalPane extends VBox {
    private static final int SUGGESTIONS = 12;
    private static final int TAG_COLUMNS = 11;

    private final ProposalViewModel model;
    private final Words words;
    private final CommentField tag;
    private final CommentField digest;
    private final CommentField reason;
    private final CommentField replaces;
    private final Label meaning = Nodes.wrapped("", "strip-text");

    ProposalPane(ProposalViewModel model) {
        this.model = model;
        this.words = model.words();
        setId("proposal");
        getStyleClass().addAll("strip", "strip-warn", "proposal");
        tag = new CommentField("proposal-tag", words.text("propose.tag"));
        digest = new CommentField("proposal-digest", words.text("propose.digest"));
        reason = new CommentField("proposal-reason", words.text("propose.reason"));
        replaces = new CommentField("proposal-replaces", words.text("propose.replaces"));
        tag.setPrefColumnCount(TAG_COLUMNS);
        replaces.setPrefColumnCount(TAG_COLUMNS);
        HBox.setHgrow(reason, Priority.ALWAYS);
        HBox.setHgrow(digest, Priority.ALWAYS);
        HBox.setHgrow(meaning, Priority.ALWAYS);
        meaning.setMaxWidth(Double.MAX_VALUE);
        meaning.setId("proposal-meaning");
        TextFields.bindAutoCompletion(
                tag, request -> suggestions(request.getUserText().strip()));
        tag.textProperty().subscribe(text -> model.look(text.strip()));
        Button send = Nodes.button(words.text("propose.send"), this::send, "small");
        send.setId("proposal-send");
        send.disableProperty()
                .bind(Bindings.createBooleanBinding(
                                () -> image().isEmpty() || reason.written().isEmpty(),
                                model.meaningProperty(),
                                digest.textProperty(),
                                reason.textProperty())
                        .or(model.run().busyProperty()));
        Button cancel = Nodes.button(words.text("cancel"), () -> model.close(), "small");
        cancel.setId("proposal-cancel");
        HBox above = new HBox(Nodes.whole(words.text("propose.title"), "strip-title"), tag, reason, replaces);
        HBox below = new HBox(meaning, digest, send, cancel);
        for (HBox row : List.of(above, below)) {
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("strip-row");
        }
        getChildren().addAll(above, below);
        model.meaningProperty().subscribe(this::say);
        model.openProperty().subscribe(this::show);
        model.run().endingProperty().subscribe(ending -> {
            if (ending.filter(SignOffRun.Ended::good).isPresent()) {
                model.close();
            }
        });
    }

    private List<String> suggestions(String written) {
        return model.tagsProperty().get().stream()
                .filter(each -> each.contains(written) && !each.equals(written))
                .limit(SUGGESTIONS)
                .toList();
    }

    private void show(Optional<String> open) {
        Nodes.show(this, open.isPresent());
        open.ifPresent(text -> {
            reason.clear();
            replaces.clear();
            digest.clear();
            tag.setText(text);
            (text.isEmpty() ? tag : reason).requestFocus();
        });
    }

    private void say(TagMeaning known) {
        Nodes.show(digest, known instanceof TagMeaning.Nowhere);
        meaning.setText(
                switch (known) {
                    case TagMeaning.Blank blank -> words.text("propose.blank");
                    case TagMeaning.Asking asking -> words.text("propose.asking");
                    case TagMeaning.Found(String text, Digest image) ->
                        words.text("propose.found", "tag", Visible.line(text), "digest", image.shortened());
                    case TagMeaning.Absent(String text) -> words.text("propose.absent", "tag", Visible.line(text));
                    case TagMeaning.NoCandidate(String text) ->
                        words.text("propose.no-candidate", "tag", Visible.line(text));
                    case TagMeaning.Silent(String problem) -> words.text("propose.silent", "reason", problem);
                    case TagMeaning.Nowhere nowhere -> words.text("propose.nowhere");
                });
    }

    private Optional<Digest> image() {
        return switch (model.meaningProperty().get()) {
            case TagMeaning.Found found -> Optional.of(found.image());
            case TagMeaning.Nowhere nowhere ->
                Optional.of(digest.written()).filter(Digest::isValid).map(Digest::new);
            case TagMeaning.Blank blank -> Optional.empty();
            case TagMeaning.Asking asking -> Optional.empty();
            case TagMeaning.Absent absent -> Optional.empty();
            case TagMeaning.NoCandidate no -> Optional.empty();
            case TagMeaning.Silent silent -> Optional.empty();
        };
    }

    private void send() {
        image().ifPresent(found -> model.propose(
                tag.written(),
                found,
                reason.written(),
                Optional.of(replaces.written()).filter(text -> !text.isEmpty())));
    }
}
