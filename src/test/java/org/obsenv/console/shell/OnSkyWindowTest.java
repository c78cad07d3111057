package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Night;
import org.obsenv.console.Sample;
import org.obsenv.console.SampleActs;
import org.obsenv.domain.CscList;
import org.obsenv.domain.CscUnderTest;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Remark;
import org.obsenv.domain.trace.Alarm;
import org.obsenv.domain.trace.Alarms;
import org.obsenv.domain.trace.Cause;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Verb;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Tests on sky in the window: deploying from a package's detail, the CSCs under test, the way back after a roll back. */
class OnSkyWindowTest extends WindowFixture {
    @Start
    void begin(Stage given) {
        open(given);
    }

    private void choose() {
        night.console().model().environment().chooseWorst();
    }

    @Test
    void aMaintainerDeploysFromThePackagesDetail(FxRobot robot) {
        on(robot, () -> show(Night.of("maint1")));
        on(robot, () -> choose());
        robot.clickOn("#deploy-open");
        PackageName name = night.console()
                .model()
                .pages()
                .deploy()
                .orElseThrow()
                .lines()
                .getFirst()
                .name();
        robot.clickOn("#deploy-revision-" + name).write("dm-51");
        on(robot, () -> ((javafx.scene.control.ListView<?>) node("#deploy-matches-" + name))
                .getSelectionModel()
                .selectFirst());
        robot.clickOn("tickets/DM-51100");
        assertThat(texts()).contains("branch at 5110000 · against what runs +3 · against base +3", "say why");
        assertThat(node("#deploy-confirm").isDisabled()).isTrue();
        robot.clickOn("#deploy-reason").write("on sky");
        on(robot, () -> night.ports.outcome = request -> SampleActs.switched(night.time.instant(), Set.of()));
        robot.clickOn("#deploy-confirm");
        assertThat(night.ports.requests).singleElement().satisfies(request -> {
            assertThat(request.verb()).isEqualTo(Verb.DEPLOY);
            assertThat(request.reason()).contains("on sky");
        });
    }

    @Test
    void anObserverSeesThatItIsForMaintainers(FxRobot robot) {
        on(robot, () -> show(Night.of("obs1")));
        on(robot, () -> choose());
        assertThat(node("#deploy-open").isDisabled()).isTrue();
        assertThat(texts()).contains("maintainers only");
    }

    @Test
    void cscsUnderTestAreOneLineThatUnfolds(FxRobot robot) {
        on(robot, () -> show(Night.of("obs1")));
        assertThat(node("#cscs").isVisible()).isFalse();
        on(robot, () -> {
            night.ports.cscs = () -> Known.of(new CscList(
                    1,
                    List.of(new CscUnderTest(
                            "MTDome",
                            "1.4.2-rc1",
                            "1.4.1",
                            Sample.NOW,
                            "maint1",
                            Optional.of(Sample.NOW.plus(Duration.ofHours(3))),
                            "Start the 1.4.1 container"))));
            night.time.pass(Duration.ofSeconds(2));
        });
        assertThat(texts()).contains("MTDome 1.4.2-rc1 (return to 1.4.1), until 06:12 UTC");
        assertThat(texts()).doesNotContain("Start the 1.4.1 container");
        robot.clickOn("#cscs-unfold");
        assertThat(texts()).contains("Start the 1.4.1 container");
    }

    private void raise() {
        night.ports.alarms = () -> Known.of(new Alarms(
                1,
                List.of(new Alarm(
                        new Cause.ListNotBuilt("0".repeat(64)), Sample.NOW, Optional.empty(), Optional.empty()))));
        night.time.pass(Duration.ofSeconds(2));
    }

    @Test
    void anAlarmIsOneLineThatUnfoldsAndIsAcknowledgedWithANote(FxRobot robot) {
        on(robot, () -> show(Night.of("maint1")));
        assertThat(node("#alarms").isVisible()).isFalse();
        on(robot, this::raise);
        robot.clickOn("#alarms-unfold");
        assertThat(texts()).contains("A roll back goes to what base was built from last, not to what the list says.");
        robot.clickOn("Acknowledge\u2026");
        assertThat(node("#acknowledge-confirm").isDisabled()).isTrue();
        robot.clickOn("#acknowledge-note").write("it is being built");
        on(
                robot,
                () -> night.ports.outcome =
                        request -> new org.obsenv.domain.Outcome.Recorded("alarms", 2, Sample.NOW, List.of()));
        robot.clickOn("#acknowledge-confirm");
        assertThat(night.ports.requests).singleElement().satisfies(request -> {
            assertThat(request.verb()).isEqualTo(Verb.ACKNOWLEDGE);
            assertThat(request.reason()).contains("it is being built");
        });
    }

    @Test
    void anObserverReadsAlarmsAndSeesWhoAcknowledgesThem(FxRobot robot) {
        on(robot, () -> show(Night.of("obs1")));
        on(robot, this::raise);
        robot.clickOn("#alarms-unfold");
        assertThat(texts()).contains("Build base (set-base), or take the edit back.", "maintainers only");
        assertThat(node("#alarms .button:disabled").isVisible()).isTrue();
    }

    @Test
    void afterARollBackAMaintainerReturnsInOneClick(FxRobot robot) {
        on(robot, () -> show(Night.of("maint1")));
        on(robot, () -> night.rollsBack(Set.<Remark>of()));
        robot.clickOn("#rollback");
        on(robot, () -> night.time.pass(Duration.ofSeconds(3)));
        robot.clickOn("Return to generation 42");
        assertThat(night.ports.requests.getLast().verb()).isEqualTo(Verb.SWITCH);
        assertThat(night.ports.requests.getLast().aim()).isEqualTo(new Aim.Generation(Sample.DEPLOY));
    }
}
