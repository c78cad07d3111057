package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.obsenv.console.SampleNotebooks;
import org.obsenv.domain.notebooks.Notebooks;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

class NotebooksWindowTest extends WindowFixture {
    @Start
    void begin(Stage given) {
        open(given);
    }

    @Test
    void previewsMovesAndBringsBack(FxRobot robot) {
        robot.clickOn("#notebooks");
        on(robot, () -> {});
        assertThat(texts())
                .contains(
                        "Your notebooks do not source base.",
                        SampleNotebooks.FILE + " holds:",
                        "setup -j ts_wep -r ~/ts_wep",
                        "source base",
                        "What it holds now goes to " + SampleNotebooks.KEPT + ".");
        assertThat(night.notebooks.asked).containsExactly("look");

        robot.clickOn("#notebooks-confirm");
        on(robot, () -> {});
        assertThat(texts())
                .contains(
                        "Your notebooks are at base. Restart the kernels of open notebooks.",
                        "Undoing brings back " + SampleNotebooks.KEPT + ".");
        assertThat(node("#notebooks-confirm").isVisible()).isFalse();

        robot.clickOn("#notebooks-undo");
        on(robot, () -> {});
        assertThat(texts()).contains("What was there before is back. Restart the kernels of open notebooks.");
        assertThat(night.notebooks.asked).containsExactly("look", "base", "undo");
        assertThat(night.ports.requests).isEmpty();

        robot.push(KeyCode.ESCAPE);
        assertThat(node("#notebooks-strip").isVisible()).isFalse();
        assertThat(node("#notebooks").isDisabled()).isFalse();
    }

    @Test
    void aDoubleClickOnlyShowsIt(FxRobot robot) {
        robot.doubleClickOn("#notebooks");
        assertThat(night.notebooks.asked).containsExactly("look");
        on(robot, () -> {});
        robot.doubleClickOn("#notebooks-confirm");
        assertThat(night.notebooks.asked).containsExactly("look", "base");
    }

    @Test
    void withoutNotebooksHereTheCommandsCanBeCopied(FxRobot robot) {
        night.notebooks.now = new Notebooks.NotHere("/home/obs1/notebooks", List.of("mv a b", "printf c"));
        robot.clickOn("#notebooks");
        on(robot, () -> {});
        robot.clickOn("#notebooks-copy");
        assertThat(night.copied).containsExactly("mv a b\nprintf c\n");
        assertThat(node("#notebooks-confirm").isVisible()).isFalse();
    }

    @Test
    void itGivesItsRoomToACountdownAndComesBack(FxRobot robot) {
        Node button = node("#notebooks");
        robot.clickOn("#rollback");
        assertThat(button.isVisible()).isFalse();
        robot.push(KeyCode.ESCAPE);
        assertThat(button.isVisible()).isTrue();
    }
}
