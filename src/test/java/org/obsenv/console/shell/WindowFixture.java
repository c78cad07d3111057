package org.obsenv.console.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.obsenv.console.Night;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** A window on a sample night, and how tests look at it. */
@ExtendWith(ApplicationExtension.class)
abstract class WindowFixture {
    static final Duration SECOND = Duration.ofSeconds(1);

    @Nullable
    Stage stage;

    Night night = Night.of("obs1");

    /** TestFX calls only what stands in the test class itself: each has a method with its Start that calls this. */
    void open(Stage given) {
        stage = given;
        show(Night.of("obs1"));
    }

    void show(Night shown) {
        Stage window = Objects.requireNonNull(stage);
        night.console().close();
        night = shown;
        night.open(window);
        window.setWidth(1280);
        window.setHeight(720);
        window.show();
        night.console().model().environment().closeDetail();
    }

    /** Does it on the FX thread and lays the window out, so that what follows from it is in sight. */
    void on(FxRobot robot, Runnable act) {
        robot.interact(act);
        robot.interact(() -> {
            scene().getRoot().applyCss();
            scene().getRoot().layout();
        });
    }

    void pass(FxRobot robot, Duration duration) {
        on(robot, () -> night.time.pass(duration));
    }

    Scene scene() {
        return Objects.requireNonNull(Objects.requireNonNull(stage).getScene());
    }

    String textOf(String selector) {
        return ((Labeled) Objects.requireNonNull(scene().lookup(selector))).getText();
    }

    Node node(String selector) {
        return Objects.requireNonNull(scene().lookup(selector), selector);
    }

    String buttonText() {
        return Objects.requireNonNull(node("#rollback").getAccessibleText());
    }

    /** Everything that is in sight and says something. */
    List<String> texts() {
        return visible(scene().getRoot()).stream()
                .filter(each -> each instanceof Label)
                .map(each -> ((Label) each).getText())
                .toList();
    }

    static List<Node> visible(Parent parent) {
        List<Node> found = new ArrayList<>();
        for (Node each : parent.getChildrenUnmodifiable()) {
            if (each.isVisible()) {
                found.add(each);
                if (each instanceof Parent inner) {
                    found.addAll(visible(inner));
                }
            }
        }
        return found;
    }
}
