package org.obsenv.console.shell;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.obsenv.console.signoff.SignOffViewModel;
import org.obsenv.console.support.Nodes;
import org.obsenv.words.Words;

/** The pages, at the left; it grows with the pages that exist. */
final class Rail extends VBox {
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton environment;
    private final ToggleButton journal;
    private final Optional<ToggleButton> timeline;
    private final Optional<ToggleButton> signOff;

    Rail(Words words, ShellViewModel model) {
        Consumer<Page> go = model::go;
        Optional<SignOffViewModel> leads = model.signOff();
        getStyleClass().add("rail");
        environment = button(group, Feather.GRID, words.text("rail.environment"), () -> go.accept(Page.ENVIRONMENT));
        journal = button(group, Feather.ALIGN_LEFT, words.text("rail.journal"), () -> go.accept(Page.JOURNAL));
        signOff = leads.map(
                each -> button(group, Feather.CHECK, words.text("rail.sign-off"), () -> go.accept(Page.SIGN_OFF)));
        signOff.ifPresent(each -> each.setId("rail-sign-off"));
        timeline = model.pages()
                .timeline()
                .map(each ->
                        button(group, Feather.GIT_COMMIT, words.text("rail.timeline"), () -> go.accept(Page.TIMELINE)));
        timeline.ifPresent(each -> each.setId("rail-timeline"));
        environment.setId("rail-environment");
        journal.setId("rail-journal");
        getChildren().add(environment);
        timeline.ifPresent(getChildren()::add);
        leads.ifPresent(each -> getChildren().add(badged(signOff.orElseThrow(), each, words)));
        getChildren().add(journal);
        model.pageProperty().subscribe(this::show);
    }

    /** "Waiting for you" is seen wherever the lead is. */
    private static StackPane badged(ToggleButton button, SignOffViewModel leads, Words words) {
        Label badge = Nodes.whole("", "badge");
        badge.setId("badge");
        badge.setMouseTransparent(true);
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        leads.waitingProperty().subscribe(count -> {
            badge.setText(String.valueOf(count));
            Nodes.show(badge, count.intValue() > 0);
            String name = words.text("rail.sign-off");
            button.setAccessibleText(
                    count.intValue() > 0 ? name + ", " + words.text("rail.waiting", "n", count) : name);
        });
        return new StackPane(button, badge);
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
            case TIMELINE -> timeline.ifPresent(each -> each.setSelected(true));
            case JOURNAL -> journal.setSelected(true);
            case SIGN_OFF -> signOff.ifPresent(each -> each.setSelected(true));
            case WINDOWS -> group.selectToggle(null);
        }
    }
}
