package org.obsenv.console.journal;

import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** The record of every change, as far as it is read. */
public final class JournalPage extends VBox {
    private final JournalViewModel model;

    public JournalPage(JournalViewModel model, Words words) {
        this.model = model;
        setId("journal");
        getStyleClass().add("page");
        Label sub = Nodes.label(words.text("journal.sub"), "sub");
        VBox head = new VBox(Nodes.label(words.text("rail.journal"), "verdict"), sub);
        head.getStyleClass().add("headline");
        JournalList list = new JournalList(model, model.rows(), words);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
    }

    /** The acts in plain text. */
    public String asText() {
        StringBuilder text = new StringBuilder();
        model.rows().forEach(row -> text.append(row.line()).append('\n'));
        return text.toString();
    }
}
