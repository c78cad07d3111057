package org.obsenv.console.signoff;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** Candidates at the left, the chosen one at the right. */
public final class SignOffPage extends HBox {
    private final SignOffViewModel model;
    private final CandidateList list;

    /** @param tickets opens a ticket outside; empty where the site names no place for them */
    public SignOffPage(SignOffViewModel model, Optional<Consumer<String>> tickets) {
        this.model = model;
        setId("sign-off");
        Words words = model.words();
        list = new CandidateList(model, words);
        VBox troubles = new VBox();
        troubles.getStyleClass().add("candidate-troubles");
        model.troublesProperty().subscribe(all -> {
            troubles.getChildren()
                    .setAll(all.stream()
                            .map(each -> Nodes.wrapped(each, "mark-unknown-word"))
                            .toList());
            Nodes.show(troubles, !all.isEmpty());
        });
        Label title = Nodes.label(words.text("candidates"), "strong", "card-title");
        HBox head = new HBox(title);
        head.getStyleClass().add("candidates-head");
        VBox left = new VBox(head, troubles, list);
        left.getStyleClass().add("candidates-pane");
        VBox.setVgrow(list, Priority.ALWAYS);
        LeadPane lead = new LeadPane(model, tickets);
        HBox.setHgrow(lead, Priority.ALWAYS);
        getChildren().addAll(left, lead);
    }

    /** Gives the keyboard to the list. */
    public void focusList() {
        list.requestFocus();
    }

    /** What is in front, in plain text. */
    public String asText() {
        return model.asText();
    }
}
