package org.obsenv.console.signoff;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** Candidates at the left, the chosen one at the right. */
public final class SignOffPage extends HBox {
    /** As the pages below. */
    private static final double PAGE_SIDE = 1.8;

    private final SignOffViewModel model;
    private final CandidateList list;
    private final LeadPane lead;

    /**
     * Both open something outside; empty where the site names no place for them.
     *
     * @param tickets by a ticket's name
     * @param releaseNotes by an image's tag
     */
    public SignOffPage(
            SignOffViewModel model, Optional<Consumer<String>> tickets, Optional<Consumer<String>> releaseNotes) {
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
        Label recommended = Nodes.wrapped("", "dim", "candidates-recommended");
        recommended.setId("recommended-now");
        model.recommendedProperty().subscribe(text -> {
            recommended.setText(text.orElse(""));
            Nodes.show(recommended, text.isPresent());
        });
        Button propose =
                Nodes.button(words.text("propose"), () -> model.proposal().open(""), "small");
        propose.setId("propose");
        HBox line = new HBox(title, Nodes.spring(), propose);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(line, recommended);
        head.getStyleClass().add("candidates-head");
        VBox left = new VBox(head, troubles, list);
        left.getStyleClass().add("candidates-pane");
        VBox.setVgrow(list, Priority.ALWAYS);
        lead = new LeadPane(model, tickets, list::requestFocus);
        ImageChangesPane changes = new ImageChangesPane(model.changes(), words, releaseNotes);
        lead.visibleProperty().bind(changes.visibleProperty().not());
        model.changes().stateProperty().subscribe((before, now) -> {
            // Back to where it was opened from, unless it was closed by choosing another candidate.
            if (now instanceof Comparing.Closed && !(before instanceof Comparing.Closed) && !list.isFocused()) {
                lead.focusChanges();
            }
        });
        StackPane pages = new StackPane(lead, new BlankPane(model), changes);
        VBox.setVgrow(pages, Priority.ALWAYS);
        ProposalPane proposal = new ProposalPane(model.proposal());
        VBox.setMargin(proposal, new Insets(Nodes.em(1), Nodes.em(PAGE_SIDE), 0, Nodes.em(PAGE_SIDE)));
        VBox right = new VBox(proposal, pages);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);
    }

    /** Closes what is being written; false when nothing was. */
    public boolean escape() {
        return model.proposal().close() || lead.escape();
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
