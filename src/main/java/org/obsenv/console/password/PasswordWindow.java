package org.obsenv.console.password;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.obsenv.console.QuietToolkit;
import org.obsenv.console.support.Fonts;
import org.obsenv.console.support.Nodes;
import org.obsenv.console.support.Theme;
import org.obsenv.words.Words;

/** The window: over all others, in the console's look. Used on the FX thread, but for {@link #launch}. */
public final class PasswordWindow {
    /** Whoever left her desk is not to find, hours later, a window that signs; the console waits longer than this. */
    static final Duration PATIENCE = Duration.minutes(3);

    private static final double WIDTH = 37;

    private PasswordWindow() {}

    /**
     * Starts the toolkit, once in a process, and opens the window. Not on the FX thread.
     *
     * @param answer gets what was written, or nothing when she left; on the FX thread, once
     * @throws UnsupportedOperationException where there is no display
     */
    public static void launch(Question question, Theme theme, Consumer<Optional<String>> answer) {
        QuietToolkit.install();
        Platform.startup(() -> open(new Stage(), question, theme, answer));
    }

    /** Opens it in that stage. */
    static void open(Stage stage, Question question, Theme theme, Consumer<Optional<String>> answer) {
        Fonts.load();
        Words words = Words.of("password");
        Once once = new Once(stage, answer);
        PasswordPane pane = new PasswordPane(question, words, once);
        Scene scene = new Scene(pane);
        Application.setUserAgentStylesheet(theme.userAgentSheet());
        scene.getStylesheets().setAll(theme.sheets());
        pane.setPrefWidth(Nodes.em(WIDTH));
        stage.setTitle(words.text("title"));
        stage.getIcons()
                .setAll(new Image(Objects.requireNonNull(
                        PasswordWindow.class.getResourceAsStream("/org/obsenv/assets/icon/obsenv-128.png"))));
        stage.setScene(scene);
        stage.setAlwaysOnTop(true);
        stage.setResizable(false);
        stage.setOnHidden(event -> pane.leave());
        PauseTransition patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(event -> pane.leave());
        patience.play();
        stage.show();
        stage.toFront();
        stage.requestFocus();
        pane.begin();
    }

    /** Closing the window is an answer too, and follows every other. */
    private static final class Once implements Consumer<Optional<String>> {
        private final Stage stage;
        private final Consumer<Optional<String>> answer;
        private boolean isGiven;

        Once(Stage stage, Consumer<Optional<String>> answer) {
            this.stage = stage;
            this.answer = answer;
        }

        @Override
        public void accept(Optional<String> given) {
            if (!isGiven) {
                isGiven = true;
                stage.hide();
                answer.accept(given);
            }
        }
    }
}
