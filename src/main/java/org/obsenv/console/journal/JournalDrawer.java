package org.obsenv.console.journal;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** The last day's acts, at the foot of another page. */
public final class JournalDrawer extends VBox {
    public JournalDrawer(JournalViewModel model, Words words) {
        setId("journal-drawer");
        getStyleClass().add("drawer");
        HBox head = new HBox(
                Nodes.label(words.text("rail.journal"), "strong", "drawer-title"),
                Nodes.label(words.text("journal.last-day"), "dim"));
        head.getStyleClass().add("drawer-head");
        head.setAlignment(Pos.CENTER_LEFT);
        JournalList list = new JournalList(model, model.lastDay(), words);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
    }
}
