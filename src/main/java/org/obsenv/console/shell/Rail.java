package org.obsenv.console.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
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
    private final Map<Page, ToggleButton> buttons = new EnumMap<>(Page.class);
    private final Words words;

    Rail(Words words, ShellViewModel model) {
        this.words = words;
        getStyleClass().add("rail");
        for (Page page : model.pages().inRail()) {
            ToggleButton button = button(page, () -> model.go(page));
            buttons.put(page, button);
            Optional<SignOffViewModel> leads = page == Page.SIGN_OFF ? model.signOff() : Optional.empty();
            getChildren().add(leads.isPresent() ? badged(button, leads.get()) : button);
        }
        model.pageProperty().subscribe(this::show);
    }

    /** "Waiting for you" is seen wherever the lead is. */
    private StackPane badged(ToggleButton button, SignOffViewModel leads) {
        Label badge = Nodes.whole("", "badge");
        badge.setId("badge");
        badge.setMouseTransparent(true);
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        leads.waitingProperty().subscribe(count -> {
            badge.setText(String.valueOf(count));
            Nodes.show(badge, count.intValue() > 0);
            String name = button.getText();
            button.setAccessibleText(
                    count.intValue() > 0 ? name + ", " + words.text("rail.waiting", "n", count) : name);
        });
        return new StackPane(button, badge);
    }

    private ToggleButton button(Page page, Runnable go) {
        Sign sign = Sign.of(page);
        String text = words.text(sign.key());
        ToggleButton button = new ToggleButton(text, Nodes.icon(sign.icon(), 1.3));
        button.setId(sign.key().replace('.', '-'));
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

    /** How a page is shown here. */
    private record Sign(String key, Feather icon) {
        static Sign of(Page page) {
            return switch (page) {
                case ENVIRONMENT -> new Sign("rail.environment", Feather.GRID);
                case CHANGES -> new Sign("rail.changes", Feather.GIT_BRANCH);
                case BASE -> new Sign("rail.base", Feather.UPLOAD);
                case TIMELINE -> new Sign("rail.timeline", Feather.GIT_COMMIT);
                case SIGN_OFF -> new Sign("rail.sign-off", Feather.CHECK);
                case JOURNAL -> new Sign("rail.journal", Feather.ALIGN_LEFT);
                case RESULT, WINDOWS -> throw new IllegalArgumentException(page + " is not in the rail");
            };
        }
    }

    private void show(Page page) {
        ToggleButton front = buttons.get(page == Page.RESULT ? Page.ENVIRONMENT : page);
        group.selectToggle(front);
    }
}
