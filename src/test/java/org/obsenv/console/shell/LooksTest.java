package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obsenv.console.Night;
import org.obsenv.console.Sample;
import org.obsenv.console.support.Theme;
import org.obsenv.domain.Flag;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Themes, sizes, and that a start prints nothing. */
class LooksTest extends WindowFixture {
    @Start
    void begin(Stage given) {
        open(given);
    }

    /** Keeps what JavaFX would print. */
    private static final class Said extends Handler {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord record) {
            if (!String.valueOf(record.getMessage()).startsWith("Unsupported JavaFX configuration")) {
                lines.add(record.getLoggerName() + ": " + record.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void aStartInEveryThemeAndOnEveryPagePrintsNothing(FxRobot robot) {
        Said said = new Said();
        Logger logger = Logger.getLogger("javafx");
        logger.addHandler(said);
        try {
            for (Theme theme : Theme.values()) {
                on(robot, () -> show(Night.of("maint1")));
                on(robot, () -> night.console().model().themeProperty().set(theme));
                everyPage(robot);
            }
            assertThat(said.lines).isEmpty();
            on(robot, () -> scene().getStylesheets().add("data:text/css,.label{-fx-text-fill:-oe-nowhere;}"));
            assertThat(said.lines).as("a planted colour that nobody defines").isNotEmpty();
        } finally {
            logger.removeHandler(said);
        }
    }

    /** A diff that was asked for comes when the window has another console. */
    @Test
    void whatComesAfterTheConsoleWasOpenedAnewPrintsNothing(FxRobot robot) {
        Night before = night;
        on(robot, () -> before.console().model().environment().chooseWorst());
        Said said = new Said();
        Logger logger = Logger.getLogger("javafx");
        logger.addHandler(said);
        try {
            on(robot, () -> show(Night.of("maint1")));
            on(robot, () -> before.console().model().changes().step(1));
            on(robot, () -> {});
            assertThat(said.lines).isEmpty();
        } finally {
            logger.removeHandler(said);
        }
    }

    private void everyPage(FxRobot robot) {
        on(robot, () -> night.console().model().environment().chooseWorst());
        on(robot, () -> night.rollsBack(Set.of()));
        on(robot, () -> night.console().model().rollback().start());
        pass(robot, SECOND.multipliedBy(4));
        on(robot, () -> night.console().model().go(Page.JOURNAL));
        on(robot, () -> night.console().model().go(Page.TIMELINE));
        on(robot, () -> night.console().model().go(Page.ENVIRONMENT));
        on(robot, () -> night.console().model().resume().preview());
    }

    @Test
    void theRedThemeHasNoOtherColour(FxRobot robot) {
        on(robot, () -> night.console().model().themeProperty().set(Theme.RED));
        on(robot, () -> night.console().model().environment().chooseWorst());
        assertThat(notRed(robot)).isEmpty();
        on(robot, () -> night.console().model().go(Page.TIMELINE));
        assertThat(notRed(robot)).isEmpty();
        on(robot, () -> night.rollsBack(Set.of()));
        on(robot, () -> night.console().model().rollback().start());
        pass(robot, SECOND.multipliedBy(4));
        assertThat(notRed(robot)).isEmpty();
        on(robot, () -> night.console().model().themeProperty().set(Theme.DARK));
        assertThat(notRed(robot)).as("the dark theme is not red").isNotEmpty();
    }

    private Set<String> notRed(FxRobot robot) {
        Set<String> found = new TreeSet<>();
        robot.interact(() -> {
            WritableImage image = scene().snapshot(null);
            PixelReader pixels = image.getPixelReader();
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    int colour = pixels.getArgb(x, y);
                    if ((colour & 0x00ffff) != 0) {
                        found.add(Integer.toHexString(colour));
                    }
                }
            }
        });
        return found;
    }

    @Test
    void theKeyChangesTheThemeWithoutARestart(FxRobot robot) {
        for (Theme wanted : List.of(Theme.LIGHT, Theme.RED, Theme.DARK)) {
            robot.press(KeyCode.CONTROL, KeyCode.T).release(KeyCode.T, KeyCode.CONTROL);
            assertThat(night.console().model().themeProperty().get()).isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 720, 14", "1600, 1000, 14", "2560, 1440, 28", "3840, 2160, 14", "3840, 2160, 28"})
    void everythingStaysInTheWindow(int width, int height, int fontSize, FxRobot robot) {
        on(robot, () -> night.reads(() -> Sample.held(night.time.instant())));
        assertThat(misplaced(robot, width, height, fontSize)).isEmpty();
        on(robot, () -> night.reads(() -> Sample.following(night.time.instant())));
        on(robot, () -> night.console().model().environment().chooseWorst());
        assertThat(misplaced(robot, width, height, fontSize)).isEmpty();
        on(robot, () -> night.console().model().rollback().start());
        assertThat(misplaced(robot, width, height, fontSize)).isEmpty();
        assertThat(misplaced(robot, 400, height, fontSize))
                .as("a window too narrow")
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, 720", "1600, 1000"})
    void noTagIsCutAndThoseWithoutRoomAreCounted(int width, int height, FxRobot robot) {
        on(robot, () -> night.reads(() -> Sample.flagged(night.time.instant(), EnumSet.allOf(Flag.class))));
        assertThat(misplaced(robot, width, height, 14)).isEmpty();
        List<Label> tags = visible((Parent) node("#packages")).stream()
                .filter(each -> each instanceof Label && each.getStyleClass().contains("tag"))
                .map(each -> (Label) each)
                .toList();
        assertThat(tags).extracting(Label::getText).anyMatch(text -> text.matches("\\+[0-9]+"));
        double end = node("#packages")
                .localToScene(node("#packages").getBoundsInLocal())
                .getMaxX();
        assertThat(tags)
                .allMatch(each -> each.getWidth() >= each.prefWidth(-1) - 1)
                .allMatch(each -> each.localToScene(each.getBoundsInLocal()).getMaxX() <= end);
    }

    /** Lays the window's content out at a size that the test's own screen need not have. */
    private List<String> misplaced(FxRobot robot, int width, int height, int fontSize) {
        List<String> found = new ArrayList<>();
        robot.interact(() -> {
            Parent root = scene().getRoot();
            root.setStyle("-fx-font-size: " + fontSize + "px;");
            for (int pass = 0; pass < 3; pass++) {
                root.applyCss();
                root.resize(width, height);
                root.layout();
            }
            visible(root).stream()
                    .filter(each -> each instanceof Button || "verdict".equals(each.getId()))
                    .filter(each -> !isInside(each, width, height))
                    .forEach(each -> found.add("outside: " + each));
            node("#rollback").lookupAll(".label").stream()
                    .filter(each -> each instanceof Label label && label.getWidth() + 1 < label.prefWidth(-1))
                    .forEach(each -> found.add("shortened: " + each));
        });
        return found;
    }

    private static boolean isInside(Node node, int width, int height) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        return bounds.getMinX() >= -1
                && bounds.getMinY() >= -1
                && bounds.getMaxX() <= width + 1
                && bounds.getMaxY() <= height + 1;
    }

    @Test
    void theWindowIsOneAndHasItsIcon(FxRobot robot) {
        assertThat(robot.listWindows()).hasSize(1);
        assertThat(((Stage) Objects.requireNonNull(scene().getWindow())).getIcons())
                .hasSize(1);
    }
}
