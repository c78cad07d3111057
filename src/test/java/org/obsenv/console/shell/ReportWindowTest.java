package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Night;
import org.obsenv.console.SampleLedger;
import org.obsenv.domain.signoff.CheckReports.Source;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.ImportedCheck;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.protocol.SignOffRequest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

class ReportWindowTest extends WindowFixture {
    private static final String COUNTED = "junit /home/maint3/report.xml: 41 passed, 1 failed";

    private final List<Source> asked = new ArrayList<>();
    private SampleLedger ledger = new SampleLedger("maint3");

    @Start
    void begin(Stage given) {
        open(given);
    }

    /** The owner of the notebooks, with reports that say so, on the form of the first cell. */
    private void onTheForm(FxRobot robot, ImportedCheck found) {
        ledger = new SampleLedger("maint3");
        ledger.reports = (source, tag, image) -> {
            asked.add(source);
            assertThat(tag.text()).isEqualTo("w_2026_45");
            assertThat(image).isEqualTo(SampleLedger.IMAGE);
            return found;
        };
        on(robot, () -> show(Night.signingOff(ledger)));
        robot.clickOn("#rail-sign-off");
        on(robot, () -> {});
        robot.clickOn("#check-1-open");
        on(robot, () -> {});
    }

    private static ImportedCheck.Said failed() {
        return new ImportedCheck.Said(
                Deed.CheckResult.FAILED, 41, 1, 0, COUNTED, List.of("It names no image: that is on your word."));
    }

    @Test
    void aReportInAFileIsShownBeforeItIsEnteredByASecondClick(FxRobot robot) {
        onTheForm(robot, failed());
        ledger.file = Optional.of(Path.of("/home/maint3/report.xml"));
        robot.clickOn("#check-1-report");
        on(robot, () -> {});

        assertThat(asked).containsExactly(new Source.JUnit("/home/maint3/report.xml"));
        assertThat(textOf("#report-said"))
                .isEqualTo("tutorial-notebooks on data.lsst.cloud:\n" + COUNTED
                        + "\nIt names no image: that is on your word.");
        assertThat(textOf("#report-enter")).isEqualTo("Enter as failed");
        assertThat(node("#report-enter").isFocused()).isTrue();
        assertThat(ledger.requests).isEmpty();

        robot.clickOn("#report-enter");
        on(robot, () -> {});
        assertThat(ledger.requests)
                .extracting(SignOffRequest::ask)
                .singleElement()
                .isInstanceOfSatisfying(SignOffRequest.Ask.OnCandidate.class, ask -> {
                    assertThat(ask.digest()).isEqualTo(SampleLedger.IMAGE);
                    assertThat(ask.deed())
                            .isEqualTo(new Deed.Checked(
                                    new Policy.Cell("tutorial-notebooks", "data.lsst.cloud"),
                                    Deed.CheckResult.FAILED,
                                    Optional.of(COUNTED)));
                });
        assertThat(node("#report").isVisible()).isFalse();
    }

    @Test
    void mobusAddressIsTakenFromTheFieldAndEscLeaves(FxRobot robot) {
        onTheForm(robot, failed());
        robot.clickOn("#check-1-evidence").write("https://mobu.example/mobu/flocks/tutorials");
        robot.clickOn("#check-1-report");
        on(robot, () -> {});
        assertThat(asked).containsExactly(new Source.Mobu("https://mobu.example/mobu/flocks/tutorials"));
        robot.push(KeyCode.ESCAPE);
        on(robot, () -> {});
        assertThat(node("#report").isVisible()).isFalse();
        assertThat(ledger.requests).isEmpty();
    }

    @Test
    void whatSaysNothingCannotBeEnteredAndSaysWhy(FxRobot robot) {
        onTheForm(robot, new ImportedCheck.Unsaid("all 42 were skipped"));
        ledger.file = Optional.of(Path.of("report.xml"));
        robot.clickOn("#check-1-report");
        on(robot, () -> {});
        assertThat(textOf("#report-said"))
                .startsWith("This report says nothing that could be entered: all 42 were skipped.");
        assertThat(node("#report-enter").isVisible()).isFalse();
        assertThat(node("#report-cancel").isFocused()).isTrue();
    }

    @Test
    void whoPointsAtNoFileIsBackAtTheForm(FxRobot robot) {
        onTheForm(robot, failed());
        robot.clickOn("#check-1-report");
        on(robot, () -> {});
        assertThat(asked).isEmpty();
        assertThat(node("#check-1-passed").isVisible()).isTrue();
    }

    @Test
    void aFindingAboutAnotherImageIsDropped(FxRobot robot) {
        onTheForm(robot, failed());
        ledger.file = Optional.of(Path.of("report.xml"));
        robot.clickOn("#check-1-report");
        on(robot, () -> {});
        ledger.act(
                SampleLedger.CANDIDATE,
                "maint1",
                0,
                SampleLedger.OTHER,
                new Deed.Proposed("rebuilt", Optional.empty()));
        on(robot, () -> night.time.pass(java.time.Duration.ofSeconds(10)));
        assertThat(node("#report").isVisible()).isFalse();
    }
}
