package org.obsenv.console.shell;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** The console's sign, as in its icon. */
final class AppSign extends StackPane {
    AppSign() {
        getStyleClass().add("app-sign");
        SVGPath path = new SVGPath();
        path.setContent("M12 4.2 A7.8 7.8 0 1 1 5.3 8 M12 7.8 V12 L14.8 13.7");
        path.getStyleClass().add("app-sign-path");
        getChildren().add(path);
    }
}
