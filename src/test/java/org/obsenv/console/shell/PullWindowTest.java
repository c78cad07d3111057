package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Night;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Verb;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** "Pull now" in the window: beside the age of the look, by click and by key. */
class PullWindowTest extends WindowFixture {
    @Start
    void start(Stage given) {
        open(given);
    }

    @Test
    void aClickAndAKeyAskForAPassAndItsEndingIsRead(FxRobot robot) {
        on(robot, () -> show(Night.of("maint1")));
        on(
                robot,
                () -> night.ports.outcome = request -> new Outcome.Built(
                        Optional.of(new GenerationId(43)),
                        night.time.instant(),
                        SECOND,
                        1,
                        List.of("cwfs: git did not end within 10 s")));
        robot.clickOn("#pull-now");
        on(robot, () -> {});
        assertThat(night.ports.requests).extracting(Request::verb).containsExactly(Verb.SYNC);
        assertThat(texts())
                .contains("Generation 43 is built and proven: 1 package differs from the one before.")
                .contains("cwfs: git did not end within 10 s");
        robot.clickOn("#pull-ending-dismiss");
        pressPull(robot);
        assertThat(night.ports.requests).hasSize(2);
    }

    @Test
    void standsBesideTheAgeOfTheLookAndTheSecondLineIsWholeOnALowWindow(FxRobot robot) {
        on(robot, () -> {});
        Bounds filter = place("#filter");
        Bounds link = place("#pull-now");
        assertThat(link.getCenterY()).isBetween(filter.getMinY(), filter.getMaxY());
        assertThat(link.getMinX()).isGreaterThan(filter.getMaxX());
        assertThat(link.getMaxX()).isLessThan(place("#copy-page").getMinX());
        Label line = (Label) node("#sub");
        assertThat(line.getHeight())
                .as("one line")
                .isLessThan(2 * line.getFont().getSize());
        assertThat(line.getWidth()).as("not shortened").isGreaterThanOrEqualTo(line.prefWidth(-1) - 1);
        assertThat(place("#sub").getMaxX()).isLessThan(place("#notebooks").getMinX());
    }

    private Bounds place(String selector) {
        return node(selector).localToScene(node(selector).getBoundsInLocal());
    }

    @Test
    void theKeyDoesNotPullWhileOneTypes(FxRobot robot) {
        on(robot, () -> show(Night.of("maint1")));
        robot.clickOn("#filter").write("cw");
        assertThat(node("#filter").isFocused()).isTrue();
        pressPull(robot);
        on(robot, () -> night.console().model().environment().chooseWorst());
        robot.clickOn("#deploy-open");
        robot.clickOn("#deploy-reason").write("on sky");
        assertThat(node("#deploy-reason").isFocused()).isTrue();
        pressPull(robot);
        assertThat(night.ports.requests).isEmpty();
        on(robot, () -> node("#packages").requestFocus());
        pressPull(robot);
        assertThat(night.ports.requests).extracting(Request::verb).containsExactly(Verb.SYNC);
    }

    private static void pressPull(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.U).release(KeyCode.U, KeyCode.CONTROL);
    }

    @Test
    void anObserverIsToldWhyNot(FxRobot robot) {
        on(
                robot,
                () -> night.ports.permission =
                        verb -> verb == Verb.SYNC ? new Permission.Denied("not allowed") : new Permission.Granted());
        robot.type(KeyCode.F5);
        on(robot, () -> {});
        assertThat(node("#pull-now").isDisabled()).isTrue();
        assertThat(node("#pull-now").getAccessibleText())
                .isEqualTo("Pull now, Only maintainers can pull now. The auto-pull goes on by itself.");
    }
}
