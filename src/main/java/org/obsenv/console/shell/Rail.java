package org.obsenv.console.shell;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** The pages, at the left; it grows with the pages that exist. */
final class Rail extends VBox {
    private final ToggleButton environment;
    private final ToggleButton journal;

    Rail(Words words, ReadOnlyObjectProperty<Page> page, Consumer<Page> go) {
        getStyleClass().add("rail");
        ToggleGroup group = new ToggleGroup();
        environment = button(group, Feather.GRID, words.text("rail.environment"), () -> go.accept(Page.ENVIRONMENT));
        journal = button(group, Feather.ALIGN_LEFT, words.text("rail.journal"), () -> go.accept(Page.JOURNAL));
        environment.setId("rail-environment");
        journal.setId("rail-journal");
        getChildren().addAll(environment, journal);
        page.subscribe(this::show);
    }

    private static ToggleButton button(ToggleGroup group, Feather sign, String text, Runnable go) {
        ToggleButton button = new ToggleButton(text, Nodes.icon(sign, 1.3));
        button.setToggleGroup(group);
        button.setMnemonicParsing(false);
        button.setAccessibleText(text);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> {
            // A click on the page in front leaves it in front.
            button.setSelected(true);
            go.run();
        });
        return button;
    }

    private void show(Page page) {
        switch (page) {
            case ENVIRONMENT, RESULT -> environment.setSelected(true);
            case JOURNAL -> journal.setSelected(true);
        }
    }
}
