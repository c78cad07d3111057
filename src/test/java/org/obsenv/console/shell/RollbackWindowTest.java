package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Night;
import org.obsenv.console.Sample;
import org.obsenv.console.SampleActs;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Remark;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Verb;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

class RollbackWindowTest extends WindowFixture {
    @Start
    void begin(Stage given) {
        open(given);
    }

    @Test
    void aClickCountsDownRollsBackAndShowsWhatTheDiskSays(FxRobot robot) {
        on(robot, () -> night.rollsBack(Set.of()));
        assertThat(buttonText()).isEqualTo("Roll back to base, moves 3 packages · 1 click · reversible by maintainers");
        robot.clickOn("#rollback");
        assertThat(buttonText()).isEqualTo("Rolling back 3 packages in 3 s, Esc cancels");
        pass(robot, SECOND);
        assertThat(buttonText()).isEqualTo("Rolling back 3 packages in 2 s, Esc cancels");
        pass(robot, SECOND.multipliedBy(2));
        assertThat(night.ports.requests).extracting(Request::verb).containsExactly(Verb.ROLLBACK);
        assertThat(texts())
                .contains(
                        "Environment is at base",
                        "Verified 16 of 16 at base, read from the disk at 03:12:47 UTC.",
                        "Rolled back 3 of 16 packages at 03:12:47 UTC by obs1 · took 0.8 s"
                                + " · auto-pull held until a maintainer resumes it",
                        "Re-add scripts that were queued before 03:12:47 UTC; the next ones are right by themselves.",
                        "deploy @ 8f31c02",
                        "2 commits stay on deploy",
                        "13 packages");
    }

    @Test
    void furtherClicksDoNothingWhileItCounts(FxRobot robot) {
        on(robot, () -> night.rollsBack(Set.of()));
        for (int i = 0; i < 5; i++) {
            robot.clickOn("#rollback");
            pass(robot, Duration.ofMillis(500));
        }
        pass(robot, SECOND.multipliedBy(3));
        assertThat(night.ports.requests).hasSize(1);
    }

    @Test
    void theKeysHeldDownAskOnce(FxRobot robot) {
        on(robot, () -> night.ends(new Outcome.Refused(Refusal.BASE_MOVED, Map.of())));
        for (int i = 0; i < 50; i++) {
            on(robot, () -> chord(KeyEvent.KEY_PRESSED));
            pass(robot, Duration.ofMillis(200));
        }
        assertThat(night.ports.requests).hasSize(1);
        on(robot, () -> chord(KeyEvent.KEY_RELEASED));
        on(robot, () -> chord(KeyEvent.KEY_PRESSED));
        pass(robot, SECOND.multipliedBy(3));
        assertThat(night.ports.requests).hasSize(2);
    }

    private void chord(EventType<KeyEvent> type) {
        node("#packages").fireEvent(new KeyEvent(type, "", "", KeyCode.B, true, true, false, false));
    }

    @Test
    void aKeyHeldWhileItEndsDoesNotPressTheNextPagesButton(FxRobot robot) {
        on(robot, () -> night.rollsBack(Set.of()));
        robot.clickOn("#rollback");
        on(robot, () -> node("#rollback").requestFocus());
        on(robot, () -> press(node("#rollback"), KeyCode.ENTER));
        pass(robot, SECOND.multipliedBy(3));
        on(robot, () -> node("#result-back").requestFocus());
        on(robot, () -> press(node("#result-back"), KeyCode.ENTER));
        on(robot, () -> release(node("#result-back"), KeyCode.ENTER));
        assertThat(night.console().model().pageProperty().get()).isEqualTo(Page.RESULT);
        on(robot, () -> press(node("#result-back"), KeyCode.ENTER));
        on(robot, () -> release(node("#result-back"), KeyCode.ENTER));
        assertThat(night.console().model().pageProperty().get()).isEqualTo(Page.ENVIRONMENT);
    }

    private static void press(Node target, KeyCode code) {
        target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static void release(Node target, KeyCode code) {
        target.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
    }

    @Test
    void theKeyDoesTheSameAndEscapeTakesItBack(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B).release(KeyCode.B, KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(buttonText()).startsWith("Rolling back 3 packages in 3 s");
        robot.type(KeyCode.ESCAPE);
        assertThat(buttonText()).startsWith("Roll back to base");
        pass(robot, SECOND.multipliedBy(5));
        assertThat(night.ports.requests).isEmpty();
    }

    @Test
    void cancelStandsBesideTheButtonWhileItCounts(FxRobot robot) {
        assertThat(node("#rollback-cancel").isVisible()).isFalse();
        robot.clickOn("#rollback");
        robot.clickOn("#rollback-cancel");
        pass(robot, SECOND.multipliedBy(5));
        assertThat(night.ports.requests).isEmpty();
    }

    @Test
    void theReasonMayBeGivenWhileItCountsAndAfterwards(FxRobot robot) {
        on(robot, () -> night.rollsBack(Set.of()));
        robot.clickOn("#rollback");
        pass(robot, SECOND.multipliedBy(3));
        on(robot, () -> night.ends(new Outcome.Refused(Refusal.NOTHING_TO_DO, Map.of())));
        robot.clickOn("#reason-later").write("dome script failing");
        robot.clickOn("#reason-give");
        assertThat(night.ports.requests)
                .extracting(each -> each.reason().orElse(""))
                .containsExactly("", "dome script failing");
        robot.clickOn("#result-copy");
        assertThat(night.copied).singleElement().asString().contains("Reason: dome script failing");
    }

    @Test
    void withoutCountdownItRunsAtOnce(FxRobot robot) {
        on(robot, () -> show(Night.withoutCountdown()));
        robot.clickOn("#rollback");
        assertThat(night.ports.requests).hasSize(1);
    }

    @Test
    void everyRefusalIsShownWithWhatIsUnchangedWhatToDoContactAndCommand(FxRobot robot) {
        for (Refusal refusal : Refusal.values()) {
            on(robot, () -> night.ends(new Outcome.Refused(refusal, Map.of())));
            on(robot, () -> night.console().model().rollback().start());
            pass(robot, SECOND.multipliedBy(3));
            String report = Objects.requireNonNull(node("#ending").getAccessibleText());
            assertThat(node("#ending").isVisible()).isTrue();
            assertThat(report)
                    .as(refusal.name())
                    .contains("Contact: Environment on call, +56 51 555 0101")
                    .contains("sudo -u obs_user /usr/lib/obsenv/rollback")
                    .hasLineCount(6);
        }
        robot.clickOn("#ending-copy");
        assertThat(night.copied).hasSize(1);
        robot.clickOn("#ending-dismiss");
        assertThat(node("#ending").isVisible()).isFalse();
    }

    @Test
    void theKeyboardGoesToTheTableAndNotIntoTheFilter(FxRobot robot) {
        on(robot, () -> night.ends(new Outcome.Refused(Refusal.BUSY, Map.of())));
        robot.clickOn("#rollback");
        pass(robot, SECOND.multipliedBy(3));
        assertThat(scene().getFocusOwner()).as("the button was disabled").isEqualTo(node("#packages"));
        robot.clickOn("#ending-dismiss");
        assertThat(scene().getFocusOwner()).as("the strip is gone").isEqualTo(node("#packages"));
        on(robot, () -> night.rollsBack(Set.of()));
        robot.clickOn("#rollback");
        pass(robot, SECOND.multipliedBy(3));
        robot.clickOn("#result-back");
        assertThat(scene().getFocusOwner()).as("the result is gone").isEqualTo(node("#packages"));
    }

    @Test
    void anUnheardEndIsCheckedOnTheDiskAndNeverCalledFailed(FxRobot robot) {
        on(robot, () -> night.ends(new Outcome.Unheard(Outcome.Unheard.Reason.SILENT, "nothing for 30 s")));
        robot.clickOn("#rollback");
        pass(robot, SECOND.multipliedBy(3));
        String told = Objects.requireNonNull(node("#ending").getAccessibleText());
        assertThat(told)
                .contains("Outcome unknown, checking the disk", "it does not show the switch so far")
                .doesNotContainIgnoringCase("failed");
        on(robot, () -> night.reads(() -> Sample.held(night.time.instant())));
        assertThat(texts()).contains("Environment is at base");
    }

    @Test
    void aSlowMountIsWaitedFor(FxRobot robot) {
        on(robot, () -> night.ends(SampleActs.switched(Sample.NOW, Set.of())));
        robot.clickOn("#rollback");
        pass(robot, SECOND.multipliedBy(3));
        assertThat(texts()).contains("Switched on the server at 03:12:44; waiting for this workstation (up to 60 s).");
        pass(robot, SECOND.multipliedBy(4));
        on(robot, () -> night.reads(() -> Sample.held(night.time.instant())));
        assertThat(texts())
                .contains("Verified 16 of 16 at base, read from the disk at 03:12:52 UTC."
                        + " This workstation sees the switch after 5 s.");
    }

    @Test
    void whatWasDoneButNotRecordedIsSaid(FxRobot robot) {
        on(robot, () -> night.rollsBack(Set.of(Remark.RECORD_INCOMPLETE)));
        robot.clickOn("#rollback");
        pass(robot, SECOND.multipliedBy(3));
        assertThat(texts()).anyMatch(each -> each.startsWith("Rolled back; record incomplete."));
    }
}
