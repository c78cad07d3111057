package org.obsenv.console.acting;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.obsenv.console.support.Nodes;

/** How the last act in the store of sign-offs ended, until it was read. */
public final class EndingBox extends HBox {
    private final Label title = Nodes.wrapped("", "strip-title");
    private final Button close;
    private boolean wasHere;
    private final Label text = Nodes.wrapped("", "strip-text");

    /** @param dismiss how the button that closes it is called */
    public EndingBox(String id, SignOffRun run, String dismiss) {
        setId(id);
        setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(title, text);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        close = Nodes.signButton(Feather.X, dismiss, run::dismiss);
        getChildren().addAll(words, close);
        run.busyProperty().subscribe(busy -> wasHere |= busy && isBeside());
        run.endingProperty().subscribe(this::show);
    }

    /** Whether the keyboard is on the page's own buttons; what is scrolled below keeps its own. */
    private boolean isBeside() {
        Node each = getScene() == null ? null : getScene().getFocusOwner();
        while (each != null && !each.equals(getParent()) && !(each instanceof ScrollPane)) {
            each = each.getParent();
        }
        return each != null && each.equals(getParent());
    }

    private void show(Optional<SignOffRun.Ended> ended) {
        Nodes.show(this, ended.isPresent());
        ended.ifPresent(each -> {
            getStyleClass().setAll("strip", each.good() ? "strip-good" : "strip-bad", "strip-row");
            title.setText(each.title());
            text.setText(each.text());
            Nodes.show(text, !each.text().isBlank());
            if (wasHere) {
                // The button that was pressed may be gone; the keyboard would land on whatever comes next.
                close.requestFocus();
            }
            wasHere = false;
        });
    }
}
