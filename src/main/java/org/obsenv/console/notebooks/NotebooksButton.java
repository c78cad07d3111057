package org.obsenv.console.notebooks;

import javafx.scene.control.Button;
import org.obsenv.words.Words;

/** The way to it, beside the roll back. */
public final class NotebooksButton extends Button {
    public NotebooksButton(NotebooksViewModel model) {
        super(Words.of("notebooks").text("button"));
        setId("notebooks");
        getStyleClass().addAll("quiet", "second");
        setMnemonicParsing(false);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(event -> model.open());
        model.stateProperty().subscribe(state -> setDisable(!(state instanceof NotebooksState.Closed)));
    }
}
