package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Night;
import org.obsenv.console.Sample;
import org.obsenv.console.SampleLedger;
import org.obsenv.domain.signoff.Doubt;
import org.obsenv.domain.window.SessionName;
import org.obsenv.domain.window.WindowChange;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The next session is a Patch Thursday, 23:00 UTC on the 26th; the Summit's is on 2 December. */
class WindowsPageTest extends WindowFixture {
    private static final String THURSDAY = "Patch Thursday";
    private static final SessionName NEXT = new SessionName.Planned(LocalDate.of(2026, 11, 26));

    private SampleLedger ledger = new SampleLedger("maint1");

    @Start
    void begin(Stage given) {
        open(given);
    }

    private void as(FxRobot robot, String who) {
        ledger = new SampleLedger(who);
        on(robot, () -> show(Night.signingOff(ledger)));
    }

    @Test
    void aSiteWithoutSignOffsCountsDownToNothing(FxRobot robot) {
        assertThat(node("#window").isVisible()).isFalse();
    }

    @Test
    void aSessionIsConfirmedByMouse(FxRobot robot) {
        as(robot, "maint1");
        assertThat(textOf("#window")).isEqualTo("Patch Thursday in 5 d 19 h \u00b7 tentative");
        robot.clickOn("#window");
        on(robot, () -> {});
        assertThat(textOf("#session-title")).isEqualTo("Patch Thursday \u00b7 2026-11-26");
        assertThat(texts())
                .contains(
                        "Thu 2026-11-26 23:00 to Fri 2026-11-27 01:00 UTC",
                        "Thu 2026-11-26 15:00\u201317:00 America/Los_Angeles",
                        "tentative",
                        "No window gates a roll back: it works at any time.");

        robot.clickOn("#confirm-session");
        on(robot, () -> {});

        assertThat(textOf("#window")).isEqualTo("Patch Thursday in 5 d 19 h");
        assertThat(node("#window").getAccessibleText()).isEqualTo("Maintenance windows: Patch Thursday in 5 d 19 h");
        assertThat(node("#confirm-session").isVisible()).isFalse();
        assertThat(texts())
                .contains("confirmed by maint1", "Confirmed")
                .anyMatch(text -> text.startsWith("Written and read back: Patch Thursday 2026-11-26: Thu 2026-11-26"
                        + " 23:00 to Fri 2026-11-27 01:00 UTC, that is Thu 2026-11-26 15:00"));
    }

    @Test
    void aSessionThatIsOverSaysSo(FxRobot robot) {
        as(robot, "maint1");
        ledger.windows.act(
                "maint1",
                new WindowChange.Added(THURSDAY, Sample.NOW.minusSeconds(7200), Sample.NOW.minusSeconds(3600)));
        pass(robot, Duration.ofSeconds(2));
        robot.clickOn("#window").clickOn("Over");
        on(robot, () -> {});
        assertThat(textOf("#session-title")).isEqualTo("Patch Thursday \u00b7 extra session (extra-1)");
        assertThat(texts()).contains("extra session, by maint1; it is over");
    }

    @Test
    void aSessionIsConfirmedByKeyboard(FxRobot robot) {
        as(robot, "maint1");
        on(robot, () -> node("#window").requestFocus());
        robot.type(KeyCode.SPACE);
        on(robot, () -> {});
        robot.type(KeyCode.DOWN);
        on(robot, () -> {});
        assertThat(textOf("#session-title")).isEqualTo("Summit \u00b7 2026-12-02");
        for (int i = 0; i < 5 && !node("#confirm-session").isFocused(); i++) {
            robot.type(KeyCode.TAB);
        }
        robot.type(KeyCode.ENTER);
        on(robot, () -> {});

        assertThat(texts())
                .contains("confirmed by maint1", "test stand \u2192 base \u2192 summit")
                .anyMatch(text -> text.startsWith("Written and read back: Summit 2026-12-02"));
        robot.type(KeyCode.ESCAPE);
        on(robot, () -> {});
        assertThat(night.console().model().pageProperty().get()).isEqualTo(Page.ENVIRONMENT);
    }

    @Test
    void aSessionIsMovedByTheWindowsOwnClockAndWhatComesOfItIsSaidInUtc(FxRobot robot) {
        as(robot, "maint1");
        robot.clickOn("#window").clickOn("#session-move");
        on(robot, () -> {});
        TextField start = (TextField) node("#session-start");
        TextField end = (TextField) node("#session-end");
        assertThat(start.getText()).isEqualTo("2026-11-26 15:00");
        on(robot, () -> start.setText("2026-11-27 16:"));
        assertThat(node("#session-send").isDisabled()).isTrue();
        assertThat(texts()).anyMatch(text -> text.startsWith("expected a time of America/Los_Angeles"));
        on(robot, () -> {
            start.setText("2026-11-27 16:00");
            end.setText("2027-11-27 18:00");
        });
        assertThat(texts()).contains("A session of Patch Thursday can be at most 62 days away.");
        on(robot, () -> end.setText("2026-11-27 18:00"));
        assertThat(texts()).contains("That is Sat 2026-11-28 00:00\u201302:00 UTC.");

        robot.clickOn("#session-send");
        on(robot, () -> {});

        assertThat(textOf("#window")).isEqualTo("Patch Thursday in 6 d 20 h");
        assertThat(node("#session-form").isVisible()).isFalse();
        assertThat(texts()).contains("Moved", "moved by maint1 from Thu 2026-11-26 23:00 to Fri 2026-11-27 01:00 UTC");
    }

    @Test
    void aCancelledSessionStaysInSightAndAnExtraOneComes(FxRobot robot) {
        as(robot, "maint1");
        robot.clickOn("#window").clickOn("#session-cancel");
        on(robot, () -> {});
        assertThat(texts()).contains("Cancel this session of Patch Thursday?");
        robot.clickOn("#session-send");
        on(robot, () -> {});
        assertThat(texts()).contains("Cancelled", "cancelled by maint1");
        assertThat(textOf("#window")).startsWith("Summit in ");

        robot.clickOn("#session-add");
        on(robot, () -> {
            ((TextField) node("#session-start")).setText("2026-11-23 10:00");
            ((TextField) node("#session-end")).setText("2026-11-23 11:00");
        });
        robot.clickOn("#session-send");
        on(robot, () -> {});
        assertThat(textOf("#window")).isEqualTo("Patch Thursday in 2 d 14 h");
        assertThat(texts()).contains("Extra", "Mon 2026-11-23 18:00\u201319:00 UTC");
    }

    @Test
    void whoManagesNothingSeesItAndIsOfferedNothing(FxRobot robot) {
        as(robot, "obs1");
        ledger.windows.act("maint1", new WindowChange.Confirmed(THURSDAY, NEXT));
        pass(robot, Duration.ofSeconds(2));
        assertThat(textOf("#window")).isEqualTo("Patch Thursday in 5 d 19 h");
        robot.clickOn("#window");
        on(robot, () -> {});
        assertThat(texts()).contains("confirmed by maint1", "maint1");
        assertThat(node("#confirm-session").isVisible()).isFalse();
        assertThat(scene().lookup("#session-move")).isNull();
        robot.clickOn("#copy-start");
        assertThat(night.copied.getLast())
                .startsWith("Maintenance window \"Patch Thursday\" of ")
                .contains("Confirmed by maint1.", "A roll back of the environment stays possible");
        robot.clickOn("#copy-end");
        assertThat(night.copied.getLast()).contains("is over\n");
    }

    @Test
    void whatSomebodyElseSaidInBetweenIsForThePersonToLookAt(FxRobot robot) {
        as(robot, "maint1");
        robot.clickOn("#window");
        ledger.meanwhile = () -> ledger.windows.act("maint2", new WindowChange.Cancelled(THURSDAY, NEXT));
        robot.clickOn("#confirm-session");
        on(robot, () -> {});

        assertThat(ledger.requests).hasSize(1);
        assertThat(texts())
                .contains("Cancelled", "cancelled by maint2")
                .anyMatch(text -> text.startsWith("Something was done about Patch Thursday since you looked"));
    }

    @Test
    void aRecordInDoubtConfirmsNothingAndSaysWhy(FxRobot robot) {
        as(robot, "maint1");
        ledger.windows.act("maint1", new WindowChange.Confirmed(THURSDAY, NEXT));
        pass(robot, Duration.ofSeconds(2));
        robot.clickOn("#window");
        on(robot, () -> {});
        assertThat(textOf("#window")).doesNotContain("tentative");

        ledger.windows.doubt = Optional.of(new Doubt(2, Doubt.Why.BEHIND_INDEX));
        pass(robot, Duration.ofSeconds(2));

        assertThat(textOf("#window")).isEqualTo("Patch Thursday in 5 d 19 h \u00b7 tentative");
        assertThat(texts()).anyMatch(text -> text.contains("Every session is shown as tentative"));
        assertThat(scene().lookup("#session-move")).isNull();
        assertThat(textOf("#health-ledger")).isEqualTo("Sign-off store in doubt");

        ledger.windows.doubt = Optional.empty();
        ledger.unreadable = Optional.of("the mount does not answer");
        pass(robot, Duration.ofSeconds(2));
        assertThat(textOf("#window")).endsWith("tentative");
        assertThat(texts()).anyMatch(text -> text.contains("cannot be read: the mount does not answer"));
    }

    @Test
    void whatWasSaidOfASessionThatIsNoMoreIsNamed(FxRobot robot) {
        as(robot, "maint1");
        ledger.windows.act("maint2", new WindowChange.Confirmed("Peak", NEXT));
        pass(robot, Duration.ofSeconds(2));
        robot.clickOn("#window");
        on(robot, () -> {});
        assertThat(node("#session-doubt").isVisible()).isTrue();
        assertThat(texts()).anyMatch(text -> text.startsWith("What maint2 said of Peak"));
    }

    @Test
    void thePageGoesOnToTheNextSessionWhenOneIsOverUnlessSheChoseIt(FxRobot robot) {
        ledger = new SampleLedger("maint1");
        ledger.windows.act(
                "maint2",
                new WindowChange.Added(
                        THURSDAY, Sample.NOW.minus(Duration.ofMinutes(30)), Sample.NOW.plus(Duration.ofSeconds(9))));
        on(robot, () -> show(Night.signingOff(ledger)));
        pass(robot, Duration.ofSeconds(2));
        robot.clickOn("#window");
        on(robot, () -> {});
        String open = textOf("#session-title");
        pass(robot, Duration.ofSeconds(10));
        on(robot, () -> {});
        assertThat(open).isNotEqualTo("Patch Thursday \u00b7 2026-11-26");
        assertThat(textOf("#session-title")).isEqualTo("Patch Thursday \u00b7 2026-11-26");

        robot.clickOn("#sessions").type(KeyCode.HOME);
        on(robot, () -> {});
        assertThat(textOf("#session-title")).isEqualTo(open);
        pass(robot, Duration.ofSeconds(2));
        on(robot, () -> {});
        assertThat(textOf("#session-title")).isEqualTo(open);
    }

    /** A roll back is never gated, also not by a page. */
    @Test
    void aRollBackStartsFromThisPageToo(FxRobot robot) {
        as(robot, "maint1");
        robot.clickOn("#window");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B).release(KeyCode.B, KeyCode.SHIFT, KeyCode.CONTROL);
        on(robot, () -> {});
        assertThat(night.console().model().pageProperty().get()).isEqualTo(Page.ENVIRONMENT);
        assertThat(Objects.requireNonNull(buttonText())).isNotEmpty();
    }
}
