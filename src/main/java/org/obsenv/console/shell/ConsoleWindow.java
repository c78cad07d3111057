package org.obsenv.console.shell;

import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.obsenv.console.support.Fonts;
import org.obsenv.console.support.Theme;

/** The one window: size, icon, theme and keys around a {@link ShellView}. Used on the FX thread. */
public final class ConsoleWindow {
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 560;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /** From this width on there is room for the sizes of the design. */
    private static final double WIDE = 1400;

    private ConsoleWindow() {}

    /** Puts the view into the stage. The caller shows the stage. */
    public static Scene open(Stage stage, ShellView view, String title) {
        Fonts.load();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(view, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        view.model().themeProperty().subscribe(theme -> dress(scene, theme));
        view.widthProperty().subscribe(width -> view.pseudoClassStateChanged(NARROW, width.doubleValue() < WIDE));
        Keys.install(scene, view);
        stage.setTitle(title);
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.getIcons()
                .setAll(new Image(Objects.requireNonNull(
                        ConsoleWindow.class.getResourceAsStream("/org/obsenv/assets/icon/obsenv-128.png"))));
        stage.setScene(scene);
        FirstDetail.openIfRoomy(scene, view.model().environment());
        // The split pane builds itself when the window is shown, and the keyboard would go to another control with it.
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> Platform.runLater(view.environment()::focusTable));
        return scene;
    }

    private static void dress(Scene scene, Theme theme) {
        Application.setUserAgentStylesheet(theme.userAgentSheet());
        scene.getStylesheets().setAll(theme.sheets());
    }
}
