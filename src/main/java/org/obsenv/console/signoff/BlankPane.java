package org.obsenv.console.signoff;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** Stands where a candidate would: why there is none, what is unchanged, and what to do next. */
final class BlankPane extends VBox {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final double WIDEST = 46;

    private final Words words;
    private final Label title = Nodes.wrapped("", "verdict");
    private final Label what = Nodes.wrapped("", "strip-text");
    private final Label unchanged = Nodes.wrapped("", "strip-text");
    private final Label next = Nodes.wrapped("", "strip-text");

    BlankPane(SignOffViewModel model) {
        this.words = model.words();
        setId("blank");
        getStyleClass().addAll("page", "blank");
        title.setId("blank-title");
        for (Label each : new Label[] {what, unchanged, next}) {
            each.setMaxWidth(Nodes.em(WIDEST));
        }
        getChildren().addAll(title, what, unchanged, next);
        model.sightProperty().subscribe(sight -> show(sight));
        model.pageProperty().subscribe(page -> Nodes.show(this, page.isEmpty()));
    }

    private void show(SignOffSight sight) {
        title.pseudoClassStateChanged(UNKNOWN, sight instanceof SignOffSight.Blind);
        switch (sight) {
            case SignOffSight.NotYet none ->
                say("candidates.waiting", Optional.empty(), Optional.empty(), Optional.empty());
            case SignOffSight.Seen seen ->
                say("candidates.none", Optional.of(words.text("blank.none.next")), Optional.empty(), Optional.empty());
            case SignOffSight.Blind blind ->
                say(
                        "blank.blind",
                        Optional.of(words.text(
                                "blank.blind.what", "reason", blind.reason(), "since", Days.moment(blind.since()))),
                        Optional.of(words.text("blank.blind.unchanged")),
                        Optional.of(words.text("blank.blind.next")));
        }
    }

    private void say(String key, Optional<String> first, Optional<String> second, Optional<String> third) {
        title.setText(words.text(key));
        fill(what, first);
        fill(unchanged, second);
        fill(next, third);
    }

    private static void fill(Label label, Optional<String> text) {
        label.setText(text.orElse(""));
        Nodes.show(label, text.isPresent());
    }
}
