package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Night;
import org.obsenv.console.Sample;
import org.obsenv.console.SampleLedger;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Doubt;
import org.obsenv.protocol.SignOffRequest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

class SignOffWindowTest extends WindowFixture {
    private SampleLedger ledger = new SampleLedger("lead2");

    @Start
    void begin(Stage given) {
        open(given);
    }

    private void asLead(FxRobot robot, String lead) {
        ledger = new SampleLedger(lead);
        on(robot, () -> show(Night.signingOff(ledger)));
        robot.clickOn("#rail-sign-off");
        on(robot, () -> {});
    }

    @Test
    void aSiteWithoutSignOffsHasNoPageOfThem(FxRobot robot) {
        assertThat(scene().lookup("#rail-sign-off")).isNull();
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT4).release(KeyCode.DIGIT4, KeyCode.CONTROL);
        assertThat(night.console().model().pageProperty().get()).isEqualTo(Page.JOURNAL);
    }

    @Test
    void whatWaitsForTheLeadComesFirstAndIsCounted(FxRobot robot) {
        asLead(robot, "lead2");
        assertThat(textOf("#badge")).isEqualTo("1");
        assertThat(textOf("#lead-title")).isEqualTo("Weekly 2026_45 needs your sign-off");
        assertThat(node("#sign").getAccessibleText())
                .isEqualTo("Sign as Science Pipelines lead binds to sha256:9f3c…e1");
        assertThat(texts())
                .contains(
                        "lead2 · Science Pipelines lead",
                        "3 of 5 signed",
                        "12 of 12 passed",
                        "designate for lead3 · 19 Nov 03:12",
                        "you (lead2)",
                        "Checks failing",
                        "Recommended");
    }

    @Test
    void aClickSignsAndIsBelievedOnceTheStoreShowsIt(FxRobot robot) {
        asLead(robot, "lead2");
        robot.clickOn("#sign-comment").write("runs my notebooks");
        robot.clickOn("#sign");
        on(robot, () -> {});
        assertThat(node("#candidates").isFocused()).as("she goes on there").isTrue();
        assertThat(ledger.requests)
                .extracting(SignOffRequest::ask)
                .singleElement()
                .isInstanceOfSatisfying(SignOffRequest.Ask.OnCandidate.class, ask -> {
                    assertThat(ask.digest()).isEqualTo(SampleLedger.IMAGE);
                    assertThat(ask.deed())
                            .isEqualTo(new Deed.Acknowledged(
                                    "pipelines", Optional.empty(), Optional.of("runs my notebooks")));
                });
        assertThat(texts()).contains("Written and read back: act 20 of Weekly 2026_45.", "4 of 5 signed");
        assertThat(node("#badge").isVisible()).isFalse();
        assertThat(node("#sign").isVisible()).isFalse();
        assertThat(textOf("#lead-title")).isEqualTo("Weekly 2026_45 is on its way");
    }

    @Test
    void somebodyElsesSignatureInBetweenIsInNobodysWay(FxRobot robot) {
        asLead(robot, "lead2");
        ledger.meanwhile = () -> ledger.act(
                SampleLedger.CANDIDATE,
                "lead6",
                0,
                SampleLedger.IMAGE,
                new Deed.Acknowledged("middleware", Optional.empty(), Optional.empty()));
        robot.clickOn("#sign");
        on(robot, () -> {});
        assertThat(ledger.requests).hasSize(2);
        assertThat(texts()).contains("5 of 5", "Weekly 2026_45 is ready to promote");
    }

    @Test
    void anotherImageInBetweenIsForTheLeadToLookAt(FxRobot robot) {
        asLead(robot, "lead2");
        ledger.meanwhile = () -> ledger.act(
                SampleLedger.CANDIDATE,
                "maint1",
                0,
                SampleLedger.OTHER,
                new Deed.Proposed("rebuilt", Optional.empty()));
        robot.clickOn("#sign-comment").write("tried it");
        robot.clickOn("#sign");
        on(robot, () -> {});
        assertThat(ledger.requests).hasSize(1);
        assertThat(((TextField) node("#sign-comment")).getText()).isEqualTo("tried it");
        assertThat(texts()).anyMatch(text -> text.contains("Nothing was"));
        assertThat(node("#sign").getAccessibleText()).contains(SampleLedger.OTHER.shortened());
        assertThat(texts()).anyMatch(text -> text.contains("lead1 signed sha256:9f3c…e1"));
    }

    @Test
    void theChosenCandidateStaysChosenWhileAgesPass(FxRobot robot) {
        asLead(robot, "lead2");
        ledger.propose("w_2026_46");
        pass(robot, Duration.ofSeconds(2));
        robot.clickOn("Weekly 2026_46");
        for (int look = 0; look < 2; look++) {
            pass(robot, Duration.ofSeconds(2));
            on(robot, () -> {});
            assertThat(chosenCells()).containsExactly("Weekly 2026_46");
        }
        assertThat(texts()).contains("Weekly 2026_46", "6 s");
    }

    private List<String> chosenCells() {
        return scene().getRoot().lookupAll("#candidates .list-cell").stream()
                .filter(cell -> cell.getPseudoClassStates().contains(PseudoClass.getPseudoClass("selected")))
                .map(cell -> cell.lookup(".candidate-name"))
                .map(name -> ((Label) name).getText())
                .toList();
    }

    @Test
    void aRefusalLeavesTheButtonAsItWas(FxRobot robot) {
        asLead(robot, "lead2");
        ledger.refuses = true;
        robot.clickOn("#sign");
        on(robot, () -> {});
        assertThat(texts())
                .contains("Sign as Science Pipelines lead", "3 of 5 signed")
                .doesNotContain("Signing");
        assertThat(texts()).anyMatch(text -> text.contains("did not work") || text.contains("the sample refuses"));
    }

    @Test
    void whoIsAskedSeesThatSomebodyObjects(FxRobot robot) {
        asLead(robot, "lead2");
        ledger.act(
                SampleLedger.CANDIDATE,
                "lead6",
                0,
                SampleLedger.IMAGE,
                new Deed.Objected("middleware", "slow queries"));
        pass(robot, Duration.ofSeconds(2));
        assertThat(textOf("#lead-title")).isEqualTo("Weekly 2026_45 needs your sign-off; it is objected to");
        assertThat(texts()).anyMatch(text -> text.startsWith("Blocked by: 1 objection, 1 sign-off, "));
    }

    @Test
    void afterAFormTheKeyboardIsOnWhatSaysHowItEnded(FxRobot robot) {
        asLead(robot, "lead2");
        robot.clickOn("#object");
        on(robot, () -> {});
        robot.clickOn("#objection-comment").write("butler query fails").type(KeyCode.ENTER);
        on(robot, () -> {});
        assertThat(node("#sign-off-ending").isVisible()).isTrue();
        robot.type(KeyCode.ENTER);
        on(robot, () -> {});
        assertThat(node("#sign-off-ending").isVisible()).isFalse();
        assertThat(node("#proposal").isVisible()).isFalse();
        assertThat(ledger.requests).hasSize(1);
    }

    @Test
    void anObjectionNeedsItsCommentAndCanBeTakenBack(FxRobot robot) {
        asLead(robot, "lead2");
        robot.clickOn("#object");
        on(robot, () -> {});
        assertThat(node("#objection-send").isDisabled()).isTrue();
        robot.clickOn("#objection-comment").write("butler query fails").type(KeyCode.ENTER);
        on(robot, () -> {});
        assertThat(textOf("#lead-title")).isEqualTo("Weekly 2026_45 is objected to");
        assertThat(texts()).anyMatch(text -> text.contains("“butler query fails”"));
        robot.clickOn("#withdraw");
        on(robot, () -> {});
        assertThat(textOf("#lead-title")).isEqualTo("Weekly 2026_45 needs your sign-off");
    }

    @Test
    void aTagThatMovedStrikesWhatWasSignedAndOffersNothing(FxRobot robot) {
        asLead(robot, "lead2");
        ledger.registry.put("w_2026_45", new Looked.Now<>(Optional.of(SampleLedger.OTHER), Sample.NOW));
        pass(robot, Duration.ofSeconds(61));
        assertThat(textOf("#lead-title")).isEqualTo("Weekly 2026_45 is another image now");
        assertThat(node("#sign").isVisible()).isFalse();
        assertThat(texts()).contains("0 of 5", "0 of 12 passed").doesNotContain("3 of 5");
        assertThat(texts()).anyMatch(text -> text.startsWith("lead1 signed sha256:9f3c…e1"));
        assertThat(texts()).anyMatch(text -> text.startsWith("The tag w_2026_45 means sha256:ab12…e1 now"));
    }

    @Test
    void aRecordInDoubtCountsNoMoreAndSaysWhy(FxRobot robot) {
        asLead(robot, "lead2");
        ledger.doubt(SampleLedger.CANDIDATE, 18, Doubt.Why.CHANGED);
        pass(robot, Duration.ofSeconds(2));
        assertThat(textOf("#lead-title")).isEqualTo("Weekly 2026_45: the record is unverified");
        assertThat(texts()).contains("Unverified", "1 of 5");
        assertThat(node("#sign").isVisible()).isFalse();
        assertThat(textOf("#health-ledger")).isEqualTo("Sign-off store in doubt");
    }

    @Test
    void aStoreThatCannotBeReadShowsNothingOfAnOlderLook(FxRobot robot) {
        asLead(robot, "lead2");
        ledger.unreadable = Optional.of("the mount does not answer");
        pass(robot, Duration.ofSeconds(2));
        assertThat(textOf("#blank-title")).isEqualTo("The sign-offs cannot be read");
        assertThat(texts())
                .contains("Sign-off store unreadable", "Unknown: they cannot be read")
                .doesNotContain("3 of 5 signed")
                .anyMatch(text -> text.endsWith("UTC: the mount does not answer."))
                .anyMatch(text -> text.startsWith("Nothing was changed."))
                .anyMatch(text -> text.contains("tell a maintainer"));
        assertThat(node("#badge").isVisible()).isFalse();
        assertThat(node("#lead").isDisabled()).isTrue();
        ledger.unreadable = Optional.empty();
        pass(robot, Duration.ofSeconds(2));
        assertThat(node("#blank").isVisible()).isFalse();
        assertThat(node("#lead").isDisabled()).isFalse();
    }

    @Test
    void anObserverSeesItAndHasNothingToSign(FxRobot robot) {
        asLead(robot, "obs1");
        assertThat(node("#sign").isVisible()).isFalse();
        assertThat(List.of(textOf("#lead-title"))).containsExactly("Weekly 2026_45 is on its way");
    }

    @Test
    void anImageThatWasTakenBackCanStillBeLookedAt(FxRobot robot) {
        asLead(robot, "lead2");
        ledger.act(SampleLedger.CANDIDATE, "maint1", 0, SampleLedger.IMAGE, new Deed.Withdrew(1, Optional.empty()));
        on(robot, () -> {
            night.console().model().signOff().orElseThrow().read();
            night.console().model().signOff().orElseThrow().choose(SampleLedger.CANDIDATE);
        });
        on(robot, () -> {});
        assertThat(textOf("#lead-title")).isEqualTo("Weekly 2026_45 was withdrawn");
        assertThat(texts())
                .contains("nothing is asked any more", "withdrawn 21 Nov")
                .doesNotContain("Missing", "not yet")
                .noneMatch(text -> text.startsWith("waiting"))
                .anyMatch(text -> text.startsWith("maint1 withdrew it"));
        assertThat(node("#sign").isVisible()).isFalse();
    }
}
