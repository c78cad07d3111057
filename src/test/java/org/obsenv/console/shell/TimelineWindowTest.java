package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Night;
import org.obsenv.console.Sample;
import org.obsenv.console.SampleTimeline;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The page of what ran when. */
class TimelineWindowTest extends WindowFixture {
    @Start
    void begin(Stage given) {
        open(given);
    }

    private void open(FxRobot robot) {
        on(robot, () -> show(Night.of("maint1")));
        robot.clickOn("#rail-timeline");
    }

    private List<String> shownRows() {
        return visible((Parent) node("#turns")).stream()
                .filter(each -> each.getStyleClass().contains("table-row-cell") && each.getAccessibleText() != null)
                .map(Node::getAccessibleText)
                .toList();
    }

    @Test
    void theRailOpensWhatRanWhenAndWhatDiffers(FxRobot robot) {
        open(robot);
        assertThat(textOf("#timeline-title")).isEqualTo("Tonight: 3 auto-pulls, 1 base set");
        assertThat(shownRows()).hasSize(5);
        assertThat(textOf("#difference-range")).isEqualTo("generation 40 (22:05:17) → 42 (now)");
        assertThat(texts())
                .contains("Auto-pull", "ts_standardscripts 8f31c02", "live 41 min", "running", "good, obs2", "Base set")
                .contains("b7719e2", "8f31c02", "+2", "15 packages the same");
        assertThat(compared()).isEqualTo(2);
        assertThat(node("#night-bar").lookupAll(".span"))
                .hasSize(4)
                .allMatch(each -> each.getLayoutBounds().getWidth() >= 5);
    }

    private long compared() {
        return node("#turns").lookupAll(".table-row-cell").stream()
                .filter(each -> each.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("compared")))
                .count();
    }

    @Test
    void keysChooseTheOtherOneAndEscapeLeaves(FxRobot robot) {
        open(robot);
        on(robot, () -> node("#turns").requestFocus());
        robot.type(KeyCode.DOWN);
        assertThat(textOf("#difference-range")).isEqualTo("generation 39 (15:02:40) → 42 (now)");
        robot.press(KeyCode.SHIFT, KeyCode.UP).release(KeyCode.UP, KeyCode.SHIFT);
        assertThat(textOf("#difference-range")).isEqualTo("generation 39 (15:02:40) → 40");
        robot.type(KeyCode.ESCAPE);
        assertThat(night.console().model().pageProperty().get()).isEqualTo(Page.ENVIRONMENT);
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.CONTROL);
        assertThat(night.console().model().pageProperty().get()).isEqualTo(Page.TIMELINE);
    }

    @Test
    void theHandoverIsReadCopiedAndLeftByKeys(FxRobot robot) {
        open(robot);
        robot.clickOn("#handover-open");
        assertThat(textOf("#handover-title")).isEqualTo("Handover, Summit, night of 20 November 2026");
        assertThat(texts()).contains("Now", "02:31 the auto-pull brought ts_standardscripts 8f31c02");
        assertThat(node("#turns").isVisible() && node("#difference").isVisible())
                .isFalse();
        robot.type(KeyCode.ENTER);
        assertThat(night.copied)
                .singleElement()
                .asString()
                .startsWith("# Handover, Summit, night of 20 November 2026\n");
        robot.clickOn("#handover-save");
        assertThat(textOf("#handover-kept")).isEqualTo("Saved in handover-2026-11-20.md");
        robot.type(KeyCode.ESCAPE);
        assertThat(node("#handover").isVisible()).isFalse();
        assertThat(night.console().model().pageProperty().get()).isEqualTo(Page.TIMELINE);
    }

    @Test
    void theSignsLetThePointerAloneChooseASecondOne(FxRobot robot) {
        open(robot);
        robot.clickOn((Node) node("#turns").lookupAll(".pick").toArray()[4]);
        assertThat(textOf("#difference-range")).isEqualTo("generation 38 (19 Nov 12:00) → 40");
    }

    @Test
    void aRollBackElsewhereIsSeenAndTheChoiceStays(FxRobot robot) {
        open(robot);
        on(robot, () -> ((TableView<?>) node("#turns")).getSelectionModel().clearAndSelect(1));
        on(robot, () -> night.ports.timeline = () -> Known.of(SampleTimeline.rolledBack()));
        on(robot, () -> night.reads(() -> Sample.held(night.time.instant())));
        assertThat(shownRows())
                .anyMatch(
                        row -> row.startsWith("03:11:44  Rollback  Base c0044.007  obs1 · script failing  live 1 min"));
        assertThat(textOf("#difference-range")).isEqualTo("generation 41 (01:12:09) → 39 (now)");
    }

    @Test
    void whatCannotBeReadIsSaid(FxRobot robot) {
        on(robot, () -> night.ports.timeline = () -> Known.unknown("Permission denied"));
        robot.clickOn("#rail-timeline");
        assertThat(texts())
                .contains("Tonight: unknown", "What ran when cannot be read: Permission denied")
                .contains("What ran when is not known");
    }

    @Test
    void everyControlHasANameAndItsPlaceInASmallWindow(FxRobot robot) {
        open(robot);
        Set<Node> controls = node("#timeline").lookupAll(".table-view");
        assertThat(controls)
                .hasSize(2)
                .allMatch(each -> !((Control) each).getAccessibleText().isBlank());
        assertThat(node("#difference-note")
                        .localToScene(node("#difference-note").getBoundsInLocal())
                        .getMaxY())
                .isLessThanOrEqualTo(scene().getHeight());
        assertThat(night.copied).isEmpty();
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertThat(night.copied.getFirst()).contains("Tonight: 3 auto-pulls", "b7719e2");
    }

    @Test
    void aMaintainerReturnsToTheLastGoodOneAfterTheCountdown(FxRobot robot) {
        open(robot);
        assertThat(node("#return").getAccessibleText()).isEqualTo("Return to generation 40, last marked good, obs2");
        robot.clickOn("#return");
        assertThat(node("#return").getAccessibleText()).isEqualTo("Return to generation 40 in 3 s, Esc cancels");
        robot.type(KeyCode.ESCAPE);
        pass(robot, SECOND.multipliedBy(4));
        assertThat(night.ports.requests).isEmpty();
        on(
                robot,
                () -> night.ports.outcome = request -> {
                    night.ports.reading = () -> SampleTimeline.heldAt(40, night.time.instant());
                    return SampleTimeline.wentTo(40, night.time.instant());
                });
        robot.clickOn("#return");
        pass(robot, SECOND.multipliedBy(3));
        assertThat(night.ports.requests)
                .extracting(Request::aim)
                .containsExactly(new Aim.Generation(new GenerationId(40)));
        assertThat(node("#timeline-ending").isVisible()).isTrue();
        assertThat(night.console().model().pageProperty().get()).isEqualTo(Page.TIMELINE);
    }

    @Test
    void nothingCountsDownOnAPageThatIsNotInFront(FxRobot robot) {
        open(robot);
        robot.clickOn("#return");
        robot.clickOn("#rail-journal");
        pass(robot, SECOND.multipliedBy(4));
        assertThat(night.ports.requests).isEmpty();
    }

    @Test
    void anObserverMarksTheNightGoodAndIsToldThatReturningIsNotHers(FxRobot robot) {
        robot.clickOn("#rail-timeline");
        assertThat(node("#return").isDisabled()).isTrue();
        assertThat(node("#return").getAccessibleText()).endsWith("not permitted for obs1");
        on(robot, () -> night.ends(new Outcome.Marked(Sample.DEPLOY, true, night.time.instant(), List.of())));
        robot.clickOn("#mark-good");
        assertThat(night.ports.requests).extracting(Request::aim).containsExactly(new Aim.Marked(Sample.DEPLOY, true));
        assertThat(texts()).anyMatch(each -> each.contains("is marked good"));
    }
}
