package org.obsenv.console.deploy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.PackageName;
import org.obsenv.words.Words;

/** The strip in which a test on sky is put together; more packages come in from their details. */
public final class DeployForm extends VBox {
    private final DeployViewModel model;
    private final Words words;
    private final DeployTexts texts;
    private final VBox lines = new VBox();
    private final Map<PackageName, RevisionField> fields = new LinkedHashMap<>();
    private final Label blocked = Nodes.label("", "dim");
    private final Button confirm;
    private final TextField reason = new TextField();
    private final TextField until = new TextField();

    public DeployForm(DeployViewModel model, Words words) {
        this.model = model;
        this.words = words;
        this.texts = new DeployTexts(words);
        setId("deploy");
        getStyleClass().addAll("strip", "strip-hold");
        HBox head = new HBox(
                Nodes.whole(words.text("deploy.word"), "hold-word"),
                Nodes.label(words.text("deploy.sentence"), "strip-text"));
        head.getStyleClass().add("strip-row");
        head.setAlignment(Pos.CENTER_LEFT);
        lines.getStyleClass().add("deploy-lines");
        prepare(reason, "deploy-reason", "deploy.reason", 20);
        reason.textProperty().bindBidirectional(model.reasonProperty());
        prepare(until, "deploy-until", "deploy.until", 12);
        until.textProperty().bindBidirectional(model.untilProperty());
        Button cancel = Nodes.button(words.text("deploy.cancel"), model::close);
        cancel.setId("deploy-cancel");
        confirm = Nodes.button("", model::confirm, "primary-small");
        confirm.setId("deploy-confirm");
        HBox row = new HBox(reason, until, blocked, Nodes.spring(), cancel, confirm);
        row.getStyleClass().add("strip-row");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, lines, row);
        model.lines().addListener((ListChangeListener<DeployLine>) change -> fill());
        model.names().addListener((MapChangeListener<PackageName, Object>)
                change -> Optional.ofNullable(fields.get(change.getKey())).ifPresent(RevisionField::offer));
        model.blockedProperty().subscribe(this::judge);
        model.stateProperty().subscribe(this::show);
    }

    private void prepare(TextField field, String id, String key, int width) {
        field.setId(id);
        field.setPromptText(words.text(key));
        field.setAccessibleText(words.text(key));
        field.setMinWidth(Nodes.em(width));
    }

    private void show(DeployState state) {
        Nodes.show(this, !(state instanceof DeployState.Closed));
        setDisable(state instanceof DeployState.Running);
        if (state instanceof DeployState.Closed) {
            fields.clear();
            lines.getChildren().clear();
        }
        judge();
    }

    private void judge() {
        boolean isRunning = model.stateProperty().get() instanceof DeployState.Running;
        Optional<String> why = model.blockedProperty().get();
        blocked.setText(isRunning ? "" : why.orElse(""));
        confirm.setDisable(why.isPresent());
        confirm.setText(
                isRunning
                        ? words.text("deploy.running")
                        : words.count("deploy.confirm", model.lines().size()));
    }

    private void fill() {
        if (model.stateProperty().get() instanceof DeployState.Closed) {
            return;
        }
        Set<PackageName> wanted = model.lines().stream().map(DeployLine::name).collect(Collectors.toSet());
        fields.keySet().removeIf(name -> !wanted.contains(name));
        lines.getChildren().removeIf(each -> !fields.containsValue(each));
        for (DeployLine line : model.lines()) {
            if (!fields.containsKey(line.name())) {
                RevisionField added = new RevisionField(line.name(), model, words);
                fields.put(line.name(), added);
                lines.getChildren().add(added);
                added.focusText();
            }
            RevisionField field = fields.get(line.name());
            if (field != null) {
                field.say(texts.of(line.look()), line.look() instanceof DeployLine.NotHere);
            }
        }
        judge();
    }
}
