package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Night;
import org.obsenv.console.Sample;
import org.obsenv.console.SampleLedger;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.TagMove;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A move of the recommended tag is ordered, and whether it was made is not recorded. */
class OrderedMoveWindowTest extends WindowFixture {
    private static final String REASON = "tutorials crash";

    private final SampleLedger ledger = new SampleLedger("maint1");

    @Start
    void begin(Stage given) {
        open(given);
    }

    @Test
    void aReturnThatDidNotMoveTheTagIsTriedOnceMore(FxRobot robot) {
        orderedReturn(robot, SampleLedger.IMAGE);
        assertThat(texts()).anyMatch(text -> text.contains("it is not proven that it was"));
        robot.clickOn("#again");
        on(robot, () -> {});
        assertThat(ledger.requests).singleElement().satisfies(request -> assertThat(request.ask())
                .isInstanceOfSatisfying(Ask.MoveTag.class, ask -> {
                    assertThat(ask.digest()).isEqualTo(SampleLedger.IMAGE);
                    assertThat(ask.move()).isEqualTo(new TagMove.Return(REASON));
                }));
    }

    @Test
    void whatMovedIsOnlyToBeVerified(FxRobot robot) {
        orderedReturn(robot, SampleLedger.BEFORE);
        assertThat(scene().lookup("#again")).isNull();
        robot.clickOn("#verify");
        on(robot, () -> {});
        assertThat(ledger.requests).singleElement().satisfies(request -> assertThat(request.ask())
                .isInstanceOfSatisfying(
                        Ask.MoveTag.class, ask -> assertThat(ask.move()).isEqualTo(new TagMove.Verify())));
    }

    @Test
    void whatSomebodyElseMovedIsNotMovedAgain(FxRobot robot) {
        orderedReturn(robot, SampleLedger.OTHER);
        assertThat(scene().lookup("#again")).isNull();
        assertThat(scene().lookup("#verify")).isNotNull();
    }

    private void orderedReturn(FxRobot robot, Digest recommended) {
        Deed promoted = new Deed.Promoted("recommended", Optional.of(SampleLedger.BEFORE));
        Deed ordered = new Deed.ReturnOrdered("recommended", SampleLedger.BEFORE, REASON);
        ledger.act(SampleLedger.CANDIDATE, "maint1", 0, SampleLedger.IMAGE, promoted);
        ledger.act(SampleLedger.CANDIDATE, "maint1", 0, SampleLedger.IMAGE, ordered);
        ledger.registry.put("recommended", new Looked.Now<>(Optional.of(recommended), Sample.NOW));
        on(robot, () -> show(Night.signingOff(ledger)));
        robot.clickOn("#rail-sign-off");
        on(robot, () -> {});
        robot.clickOn("Weekly 2026_45");
        on(robot, () -> {});
    }
}
