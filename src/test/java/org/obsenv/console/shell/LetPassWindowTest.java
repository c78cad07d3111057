package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Night;
import org.obsenv.console.Sample;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.protocol.Aim;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A refused head in its package's detail, and letting it pass from there. */
class LetPassWindowTest extends WindowFixture {
    private static final String REFUSED = "ts_externalscripts";

    @Start
    void begin(Stage given) {
        open(given);
    }

    private void choose(FxRobot robot, String name) {
        on(robot, () -> {
            var environment = night.console().model().environment();
            environment
                    .chosenProperty()
                    .set(environment.rows().stream()
                            .filter(row -> row.name().equals(name))
                            .findFirst());
        });
    }

    @Test
    void aMaintainerLetsItPassWithAReason(FxRobot robot) {
        on(robot, () -> show(Night.of("maint1")));
        choose(robot, REFUSED);
        assertThat(texts())
                .contains(
                        "Deploy head of " + REFUSED + " refused: does not compile",
                        "c5d0021",
                        "Fix stray bracket in offset_atcs · maint2 · 12 min",
                        String.join("\n", Sample.REFUSAL.lines()));
        robot.clickOn("#let-pass-open");
        assertThat(node("#let-pass-reason").isFocused()).isTrue();
        assertThat(node("#let-pass-confirm").isDisabled()).isTrue();
        robot.write("not used tonight");
        on(
                robot,
                () -> night.ends(new Outcome.Built(
                        Optional.of(new GenerationId(43)), night.time.instant(), SECOND, 1, List.of())));
        robot.clickOn("#let-pass-confirm");
        on(robot, () -> {});
        assertThat(night.ports.requests).singleElement().satisfies(request -> {
            assertThat(request.aim()).isEqualTo(new Aim.LetPass(new PackageName(REFUSED), Sample.commit("c5d0021")));
            assertThat(request.reason()).contains("not used tonight");
        });
        assertThat(texts()).contains("Generation 43 is built and proven: 1 package differs from the one before.");
        assertThat(node("#packages").isFocused()).isTrue();
    }

    @Test
    void howToDoTheSameByHandIsTheCommandThatDoesIt(FxRobot robot) {
        on(robot, () -> show(Night.of("maint1")));
        on(robot, () -> night.ends(new Outcome.Failed("no room")));
        choose(robot, REFUSED);
        robot.clickOn("#let-pass-open").write("not used tonight").type(KeyCode.ENTER);
        on(robot, () -> {});
        assertThat(texts()).contains("obsenv let-pass ts_externalscripts");
        assertThat(node(".header").localToScene(0, 0).getY())
                .as("the window's head")
                .isZero();
    }

    @Test
    void anObserverSeesWhyNotAndEscapeLeavesTheForm(FxRobot robot) {
        choose(robot, REFUSED);
        assertThat(node("#let-pass-open").isDisabled()).isTrue();
        assertThat(textOf("#let-pass-barred")).isEqualTo("maintainers only");
        on(robot, () -> show(Night.of("maint1")));
        choose(robot, REFUSED);
        robot.clickOn("#let-pass-open").write("perhaps").type(KeyCode.ESCAPE);
        on(robot, () -> {});
        assertThat(Objects.requireNonNull(scene().lookup("#let-pass-reason"))
                        .getParent()
                        .getParent()
                        .isVisible())
                .isFalse();
        assertThat(night.console().model().environment().chosenProperty().get()).isPresent();
        assertThat(night.ports.requests).isEmpty();
    }

    @Test
    void theFormIsWholeOnALowWindow(FxRobot robot) {
        on(robot, () -> show(Night.of("maint1")));
        choose(robot, REFUSED);
        robot.clickOn("#let-pass-open");
        for (String each : List.of("#let-pass-confirm", "#let-pass-cancel", "#let-pass-reason", "#refused-lines")) {
            Bounds bounds = node(each).localToScene(node(each).getBoundsInLocal());
            assertThat(bounds.getMaxY()).as(each).isLessThan(690);
            assertThat(bounds.getMaxX()).as(each).isLessThan(1280);
        }
        assertThat(node("#diff").getBoundsInLocal().getHeight())
                .as("some of the diff")
                .isGreaterThan(40);
    }

    @Test
    void anotherPackagesDetailHasNothingOfIt(FxRobot robot) {
        choose(robot, "ts_wep");
        assertThat(node("#refused").isVisible()).isFalse();
    }
}
