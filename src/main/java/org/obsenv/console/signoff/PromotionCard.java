package org.obsenv.console.signoff;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.words.Words;

/** What keeps the candidate from being recommended, where it is on the nodes, and the one move that is possible now. */
final class PromotionCard extends Card {
    private final SignOffActs acts;
    private final FormPane form;
    private final SignOffViewModel model;
    private final Words words;

    PromotionCard(SignOffViewModel model, FormPane form) {
        super("promotion", model.words().text("promotion"));
        this.model = model;
        this.acts = model.acts();
        this.form = form;
        this.words = model.words();
    }

    void show(LeadPage page) {
        List<Node> rows = new ArrayList<>();
        rows.add(Nodes.wrapped(page.promotion(), "dim", "card-note"));
        switch (page.desk().tag()) {
            case Desk.TagOffer.Promote promote -> rows.add(Nodes.wrapped(promote.line(), "card-note"));
            case Desk.TagOffer.Verify verify -> {
                rows.add(Nodes.wrapped(verify.line(), "card-note"));
                // On a line of its own: it has no place to break, and is read character by character.
                rows.add(Nodes.label(verify.target().text(), "mono", "card-digest"));
            }
            case Desk.TagOffer.NotYet not -> {}
            case Desk.TagOffer.PutBack back -> {}
            case Desk.TagOffer.Nothing nothing -> {}
        }
        if (page.isOpen() && !page.desk().ticks().isEmpty()) {
            rows.add(ticks(page.desk().ticks()));
        }
        show("", rows.toArray(Node[]::new));
        corner(
                switch (page.desk().tag()) {
                    case Desk.TagOffer.NotYet not -> disabled();
                    case Desk.TagOffer.Promote promote ->
                        primary(button("promote", words.text("promote"), acts::moveTag));
                    case Desk.TagOffer.Verify verify -> ordered(verify);
                    case Desk.TagOffer.PutBack back ->
                        button("put-back-open", back.form().opens(), () -> form.open(back.form()));
                    case Desk.TagOffer.Nothing nothing -> Nodes.whole("");
                });
    }

    /** Whoever waits for the end of a move looks whether it is there, and tries once more where that is possible. */
    private Node ordered(Desk.TagOffer.Verify offer) {
        Button verify = button("verify", words.text("verify"), acts::moveTag);
        if (offer.again().isEmpty()) {
            return verify;
        }
        HBox both = new HBox(verify, primary(button("again", words.text("again"), acts::moveTagAgain)));
        both.getStyleClass().add("card-buttons");
        return both;
    }

    private Button disabled() {
        Button button = Nodes.button(words.text("promote"), () -> {}, "small");
        button.setId("promote");
        button.setDisable(true);
        return button;
    }

    private static Button primary(Button button) {
        button.getStyleClass().add("primary");
        return button;
    }

    private Button button(String id, String text, Runnable action) {
        Button button = Nodes.button(text, action, "small");
        button.setId(id);
        button.disableProperty().bind(model.busyProperty());
        return button;
    }

    /** A tick is an act: what is ticked stays so here, and whoever said it by mistake takes it back as any other act. */
    private Node ticks(List<Desk.Tick> ticks) {
        FlowPane row = new FlowPane();
        row.getStyleClass().addAll("card-note", "ticks");
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().add(Nodes.whole(words.text("pulled"), "dim"));
        for (int i = 0; i < ticks.size(); i++) {
            Desk.Tick each = ticks.get(i);
            CheckBox box = new CheckBox(each.deployment());
            box.setId("pulled-" + (i + 1));
            box.setMnemonicParsing(false);
            box.setSelected(each.isPulled());
            box.setAccessibleText(words.text("pulled.tick", "deployment", each.deployment()));
            if (each.isOffered()) {
                // Ticked once the store shows it: what the pointer did is no record.
                box.setOnAction(event -> {
                    box.setSelected(false);
                    acts.act(new Deed.Pulled(each.deployment()));
                });
            } else {
                box.setDisable(true);
            }
            row.getChildren().add(box);
        }
        return row;
    }
}
