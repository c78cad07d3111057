package org.obsenv.console.signoff;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.obsenv.console.support.Nodes;

/** How the last act ended, until it was read. */
final class EndingBox extends HBox {
    private final Label title = Nodes.wrapped("", "strip-title");
    private final Label text = Nodes.wrapped("", "strip-text");

    EndingBox(SignOffViewModel model) {
        setId("sign-off-ending");
        setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(title, text);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(words, Nodes.signButton(Feather.X, model.words().text("cancel"), model::dismiss));
        model.endingProperty().subscribe(this::show);
    }

    private void show(Optional<SignOffRun.Ended> ended) {
        Nodes.show(this, ended.isPresent());
        ended.ifPresent(each -> {
            getStyleClass().setAll("strip", each.good() ? "strip-good" : "strip-bad", "strip-row");
            title.setText(each.title());
            text.setText(each.text());
            Nodes.show(text, !each.text().isBlank());
        });
    }
}
