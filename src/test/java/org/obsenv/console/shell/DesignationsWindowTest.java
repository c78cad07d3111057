package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Night;
import org.obsenv.console.SampleLedger;
import org.obsenv.domain.signoff.DesignationAct.Change;
import org.obsenv.protocol.SignOffRequest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

class DesignationsWindowTest extends WindowFixture {
    private SampleLedger ledger = new SampleLedger("lead2");

    @Start
    void begin(Stage given) {
        open(given);
    }

    private void as(FxRobot robot, SampleLedger given) {
        ledger = given;
        on(robot, () -> show(Night.signingOff(ledger)));
        robot.clickOn("#rail-sign-off");
        on(robot, () -> {});
    }

    private void openPane(FxRobot robot) {
        robot.clickOn("#designate");
        on(robot, () -> {});
    }

    @Test
    void aHolderDesignatesForDaysOfTheSiteAndEndsItAgain(FxRobot robot) {
        as(robot, new SampleLedger("lead2"));
        openPane(robot);
        assertThat(node("#designate-account").isFocused()).isTrue();
        assertThat(node("#designate-send").isDisabled()).isTrue();
        robot.write("dana");
        robot.clickOn("#designate-from").write("2026-12-01");
        robot.clickOn("#designate-to").write("2026-12-14");
        robot.clickOn("#designate-send");
        on(robot, () -> {});

        assertThat(ledger.requests)
                .extracting(SignOffRequest::ask)
                .containsExactly(new SignOffRequest.Ask.OnDesignations(new Change.Made(
                        "pipelines",
                        "dana",
                        Instant.parse("2026-12-01T03:00:00Z"),
                        Instant.parse("2026-12-15T03:00:00Z"))));
        String said = "dana may sign for you as Science Pipelines lead, 1 Dec 2026 00:00 \u2013 15 Dec 2026 00:00"
                + " America/Santiago";
        assertThat(texts()).contains("Written and read back: " + said + ".", said);

        robot.clickOn("#designate-end-1");
        on(robot, () -> {});
        assertThat(ledger.requests.getLast().ask())
                .isEqualTo(new SignOffRequest.Ask.OnDesignations(new Change.Ended(1)));
        assertThat(texts())
                .contains("Written and read back: it is ended that " + said + ".")
                .doesNotContain(said);
    }

    @Test
    void byKeyboardItBeginsNowWhereNoFirstDayIsWritten(FxRobot robot) {
        as(robot, new SampleLedger("lead2"));
        on(robot, () -> node("#designate").requestFocus());
        robot.push(KeyCode.SPACE);
        robot.write("dana").push(KeyCode.TAB).push(KeyCode.TAB).write("2026-12-14");
        on(robot, () -> node("#designate-account").requestFocus());
        robot.push(KeyCode.ENTER);
        on(robot, () -> {});
        assertThat(ledger.requests)
                .extracting(SignOffRequest::ask)
                .containsExactly(new SignOffRequest.Ask.OnDesignations(new Change.Made(
                        "pipelines", "dana", night.time.instant(), Instant.parse("2026-12-15T03:00:00Z"))));
        robot.push(KeyCode.ESCAPE);
        on(robot, () -> {});
        assertThat(node("#designations").isVisible()).isFalse();
    }

    @Test
    void whatCannotBeIsSaidBeforeItIsAsked(FxRobot robot) {
        as(robot, new SampleLedger("lead2"));
        openPane(robot);
        robot.write("lead2");
        robot.clickOn("#designate-to").write("2026-12-14");
        on(robot, () -> {});
        assertThat(textOf("#designate-says")).isEqualTo("That is you: it is your seat already.");
        robot.clickOn("#designate-account").write("x");
        robot.clickOn("#designate-from").write("2026-12-15");
        on(robot, () -> {});
        assertThat(textOf("#designate-says")).isEqualTo("It would be over before it begins.");
        robot.write("0");
        on(robot, () -> {});
        assertThat(textOf("#designate-says")).isEqualTo("2026-12-150 is no day; write it as 2026-12-01.");
        assertThat(node("#designate-send").isDisabled()).isTrue();
        robot.clickOn("#designate-account").push(KeyCode.ENTER);
        assertThat(ledger.requests).isEmpty();
    }

    @Test
    void theDesignateSeesForWhomSheMaySignAndMay(FxRobot robot) {
        SampleLedger given = new SampleLedger("dana");
        given.designations.run(
                new Change.Made(
                        "pipelines",
                        "dana",
                        Instant.parse("2026-11-01T03:00:00Z"),
                        Instant.parse("2026-12-15T03:00:00Z")),
                "lead2");
        as(robot, given);
        assertThat(texts())
                .contains("lead2 lets you sign as Science Pipelines lead, 1 Nov 2026 00:00 \u2013 15 Dec 2026 00:00"
                        + " America/Santiago");
        assertThat(node("#designate").isVisible()).isFalse();
        assertThat(node("#sign").isVisible()).isTrue();
    }

    @Test
    void whoHoldsNoSeatIsNotOfferedIt(FxRobot robot) {
        as(robot, new SampleLedger("maint1"));
        assertThat(node("#designate").isVisible()).isFalse();
    }
}
