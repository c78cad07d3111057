package org.obsenv.console.pull;

import javafx.scene.control.Hyperlink;
import javafx.scene.layout.StackPane;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** {@code Pull now}, beside the age of the look: quiet, since the auto-pull goes on by itself. */
public final class PullLink extends StackPane {
    private final Hyperlink link = new Hyperlink();
    private final Words words;

    public PullLink(PullViewModel model, Words words) {
        this.words = words;
        setId("pull");
        link.setId("pull-now");
        link.getStyleClass().add("head-link");
        link.setMinWidth(USE_PREF_SIZE);
        link.setMnemonicParsing(false);
        link.setOnAction(event -> model.pull());
        // It is there to be asked again: not "visited".
        link.visitedProperty().subscribe(visited -> link.setVisited(false));
        setMinWidth(USE_PREF_SIZE);
        getChildren().add(link);
        model.stateProperty().subscribe(this::show);
    }

    private void show(PullState state) {
        link.setVisible(!(state instanceof PullState.Absent));
        switch (state) {
            case PullState.Absent none -> {}
            case PullState.Offered offered -> say(words.text("pull.now"), words.text("pull.hint"), false);
            case PullState.Blocked(String why) -> say(words.text("pull.now"), why, true);
            case PullState.Running(String text) -> say(text, words.text("pull.hint"), true);
        }
        Nodes.show(this, !(state instanceof PullState.Absent));
    }

    private void say(String text, String why, boolean disabled) {
        link.setText(text);
        link.setAccessibleText(text + ", " + why);
        link.setDisable(disabled);
        // On what is around it: a control that is disabled is not pointed at.
        Hint.give(this, why);
    }
}
