package org.obsenv.app;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.Console;
import org.obsenv.console.ConsoleParts;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.shell.ShellViewModel;
import org.obsenv.console.support.FxTicker;
import org.obsenv.console.support.Nodes;
import org.obsenv.console.support.Theme;
import org.obsenv.console.support.ThreadedRunner;
import org.obsenv.domain.Outcome;

/** The running console in its window, and the person before it. Not used on the FX thread. */
final class ConsoleAtWork {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration OFTEN = Duration.ofMillis(15);

    private @Nullable Stage stage;
    private @Nullable Console console;

    /** Opens a console, in the place of the one that is open. */
    void open(ConsoleParts parts) {
        close();
        onFx(() -> {
            Stage opened = new Stage();
            Console made = new Console(parts, new ThreadedRunner(), new FxTicker());
            made.open(opened, text -> {}, address -> {});
            opened.setX(0);
            opened.setY(0);
            opened.show();
            stage = opened;
            console = made;
        });
    }

    /** Closes the console that is open, if any. */
    void close() {
        onFx(() -> {
            if (stage != null) {
                Objects.requireNonNull(console).close();
                stage.close();
                stage = null;
            }
        });
    }

    Stage stage() {
        return Objects.requireNonNull(stage);
    }

    ShellViewModel model() {
        return Objects.requireNonNull(console).model();
    }

    void dress(Theme theme, Photographer.Size size) {
        onFx(() -> {
            model().themeProperty().set(theme);
            stage().setWidth(size.width());
            stage().setHeight(size.height());
        });
    }

    String verdict() {
        return ask(() -> model().environment().headlineProperty().get().verdict());
    }

    Optional<Ending> ending() {
        return ask(() -> model().rollback().endingProperty().get());
    }

    /** Clicks with the mouse on the control with that id, once it can be clicked. */
    void click(String id) {
        clickFirst("#" + id);
    }

    /** Clicks on the first of those that are to be seen. */
    void clickFirst(String selector) {
        Node node = shown(selector);
        until(() -> ask(() -> !node.isDisabled()));
        onFx(() -> {
            // What was shown a moment ago has no place yet.
            node.getScene().getRoot().applyCss();
            node.getScene().getRoot().layout();
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            Robot robot = new Robot();
            robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
            robot.mouseClick(MouseButton.PRIMARY);
        });
    }

    private Node shown(String selector) {
        until(() -> ask(() -> find(selector).isPresent()));
        return ask(() -> find(selector).orElseThrow());
    }

    private Optional<Node> find(String selector) {
        return stage().getScene().getRoot().lookupAll(selector).stream()
                .filter(Nodes::isShown)
                .findFirst();
    }

    /** Does at once what a click on a button or link does, if it is to be seen. On the FX thread. */
    void fire(String id) {
        find("#" + id)
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .ifPresent(ButtonBase::fire);
    }

    /** Chooses the next one of a list. On the FX thread. */
    void selectNext(String id) {
        find("#" + id)
                .filter(ListView.class::isInstance)
                .map(node -> (ListView<?>) node)
                .ifPresent(list -> list.getSelectionModel().selectNext());
    }

    /** Whether something that fits is to be seen. On the FX thread. */
    boolean isShown(String selector) {
        return find(selector).isPresent();
    }

    /** The text of the first label that fits and is to be seen; empty where there is none. On the FX thread. */
    String text(String selector) {
        return find(selector)
                .map(node -> node instanceof Labeled label ? label.getText() : "")
                .orElse("");
    }

    /** Writes into the field with that id, as by typing. */
    void write(String id, String text) {
        Node node = shown("#" + id);
        onFx(() -> {
            if (node instanceof TextInputControl field) {
                field.setText(text);
            }
        });
    }

    /** Types keys, the last one while those before are held down. */
    void press(KeyCode... keys) {
        onFx(() -> {
            stage().requestFocus();
            Robot robot = new Robot();
            for (KeyCode each : keys) {
                robot.keyPress(each);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
        });
    }

    /** Rolls back with one click and waits for such an end. */
    void rollBack(Class<? extends Outcome> outcome) {
        click("rollback");
        until(() -> ending().filter(each -> outcome.isInstance(each.outcome())).isPresent());
    }

    /** Reads the disk again until it shows what is waited for. */
    void refreshUntil(Callable<Boolean> condition) {
        onFx(() -> model().refresh());
        until(condition);
    }

    static void until(Callable<Boolean> condition) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(OFTEN)
                .atMost(PATIENCE)
                .until(condition);
    }

    static void onFx(Runnable work) {
        ask(() -> {
            work.run();
            return true;
        });
    }

    static <T> T ask(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
