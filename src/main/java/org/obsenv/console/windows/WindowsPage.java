package org.obsenv.console.windows;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.obsenv.console.support.Clipboard;
import org.obsenv.console.support.Nodes;

/** The next sessions at the left, the chosen one at the right. */
public final class WindowsPage extends HBox {
    private final SessionList list;

    public WindowsPage(WindowsViewModel model, Clipboard clipboard) {
        setId("windows");
        list = new SessionList(model);
        HBox head = new HBox(Nodes.label(model.words().text("page"), "strong", "card-title"));
        head.getStyleClass().add("candidates-head");
        VBox left = new VBox(head, list);
        left.getStyleClass().add("candidates-pane");
        VBox.setVgrow(list, Priority.ALWAYS);
        SessionPane session = new SessionPane(model, clipboard);
        HBox.setHgrow(session, Priority.ALWAYS);
        getChildren().addAll(left, session);
    }

    /** Gives the keyboard to the list. */
    public void focusList() {
        list.requestFocus();
    }
}
