package org.obsenv.console.signoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.obsenv.console.acting.SignOffRun;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** Where what a person enters is written down: in the page itself, one thing at a time. */
final class FormPane extends VBox {
    /** With more choices than these the field would be too short to be read. */
    private static final int BESIDE = 2;

    private final Words words;
    private final Consumer<Form.Entry> enter;
    private final SignOffRun run;
    private Optional<Form> open = Optional.empty();

    /** @param enter asks for what was entered */
    FormPane(SignOffRun run, Words words, Consumer<Form.Entry> enter) {
        this.words = words;
        this.enter = enter;
        this.run = run;
        getStyleClass().addAll("strip", "strip-warn");
        run.endingProperty().subscribe(ending -> {
            if (ending.filter(SignOffRun.Ended::good).isPresent()) {
                close();
            }
        });
        close();
    }

    /** Empties it for that form and gives it the keyboard. */
    void open(Form form) {
        open = Optional.of(form);
        setId(form.id());
        List<CommentField> fields = new ArrayList<>();
        for (Form.Field each : form.fields()) {
            CommentField field = new CommentField(form.id() + "-" + each.id(), each.prompt());
            HBox.setHgrow(field, Priority.ALWAYS);
            fields.add(field);
        }
        BooleanBinding lacking = lacking(form, fields);
        List<Button> choices = form.choices().stream()
                .map(choice -> choice(form, choice, fields, lacking))
                .toList();
        // Enter is what the only button would do; where there are several, one is to be chosen.
        if (choices.size() == 1) {
            fields.forEach(
                    field -> field.setOnAction(event -> choices.getFirst().fire()));
        }
        Button cancel = Nodes.button(words.text("cancel"), this::close, "small");
        cancel.setId(form.id() + "-cancel");
        HBox row = new HBox();
        row.getStyleClass().add("strip-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().addAll(fields);
        row.getChildren().addAll(choices);
        row.getChildren().add(cancel);
        Label title = Nodes.whole(form.title(), "strip-title");
        if (choices.size() > BESIDE) {
            getChildren().setAll(title, row);
        } else {
            row.getChildren().addFirst(title);
            getChildren().setAll(row);
        }
        Nodes.show(this, true);
        (fields.isEmpty() ? choices.getFirst() : fields.getFirst()).requestFocus();
    }

    private Button choice(Form form, Form.Choice choice, List<CommentField> fields, BooleanBinding lacking) {
        Button button = Nodes.button(
                choice.label(),
                () -> enter.accept(choice.deed()
                        .apply(fields.stream().map(CommentField::written).toList())),
                "small");
        button.setId(form.id() + "-" + choice.id());
        button.disableProperty().bind(lacking.or(run.busyProperty()));
        return button;
    }

    private static BooleanBinding lacking(Form form, List<CommentField> fields) {
        BooleanBinding lacking = Bindings.createBooleanBinding(() -> false);
        for (int i = 0; i < fields.size(); i++) {
            if (form.fields().get(i).isRequired()) {
                CommentField field = fields.get(i);
                lacking = lacking.or(
                        Bindings.createBooleanBinding(() -> field.written().isEmpty(), field.textProperty()));
            }
        }
        return lacking;
    }

    /** What stays open while it may still be entered. */
    void keepOnly(List<Form> offered) {
        if (open.isPresent()
                && offered.stream()
                        .noneMatch(each -> each.id().equals(open.get().id()))) {
            close();
        }
    }

    /** False when nothing was open. */
    boolean escape() {
        boolean wasOpen = open.isPresent();
        close();
        return wasOpen;
    }

    void close() {
        open = Optional.empty();
        getChildren().clear();
        Nodes.show(this, false);
    }
}
