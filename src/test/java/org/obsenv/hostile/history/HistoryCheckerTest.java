package org.obsenv.hostile.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obsenv.hostile.history.Written.BASE;
import static org.obsenv.hostile.history.Written.DEPLOY;
import static org.obsenv.hostile.history.Written.token;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.SwitchToken;
import org.obsenv.hostile.history.Violation.Kind;
import org.obsenv.protocol.Verb;

/** Good histories pass, and each kind of bad one is told as what it is. */
class HistoryCheckerTest {
    private static final SwitchToken FIRST_HOLD = token(BASE, 1000);
    private static final Map<String, String> OF_BASE = Map.of("ts_wep", "a of wep\n", "utils", "a\n");

    /** Held, resumed by somebody who saw it, held again. */
    private static Written good() {
        return new Written()
                .seen(DEPLOY, 0, 990)
                .moved("A1", Verb.ROLLBACK, DEPLOY, BASE, 1000)
                .moved("B1", Verb.RESUME, BASE, DEPLOY, 2000, FIRST_HOLD)
                .moved("A2", Verb.ROLLBACK, DEPLOY, BASE, 3000);
    }

    @Test
    void whatIsRightPasses() {
        assertThat(good().read(BASE, 1500, OF_BASE)
                        .refused("B2", Verb.RESUME, 3500, FIRST_HOLD)
                        .violations())
                .isEmpty();
    }

    @Test
    void aResumeThatDiedBeforeItsRenamePasses() {
        assertThat(new Written()
                        .moved("A1", Verb.ROLLBACK, DEPLOY, BASE, 1000)
                        .died("B1", Verb.RESUME, 2000, FIRST_HOLD)
                        .entry("B1", Verb.RESUME, BASE, DEPLOY, 2000, "interrupted")
                        .moved("A2", Verb.SWITCH, BASE, "generations/000001", 3000, FIRST_HOLD)
                        .violations())
                .isEmpty();
    }

    @Test
    void aResumeThatDiedAfterItsRenamePasses() {
        assertThat(new Written()
                        .moved("A1", Verb.ROLLBACK, DEPLOY, BASE, 1000)
                        .died("B1", Verb.RESUME, 2000, FIRST_HOLD)
                        .seen(DEPLOY, 2000, 2990)
                        .entry("B1", Verb.RESUME, BASE, DEPLOY, 2000, "interrupted")
                        .moved("A2", Verb.ROLLBACK, DEPLOY, BASE, 3000)
                        .violations())
                .isEmpty();
    }

    @Test
    void aResumeOfAnEarlierHoldUndoesTheLaterOne() {
        assertThat(good().moved("B2", Verb.RESUME, BASE, DEPLOY, 4000, FIRST_HOLD)
                        .kinds())
                .containsExactly(Kind.ROLL_BACK_UNDONE, Kind.STALE_ACCEPTED);
    }

    @Test
    void aLinkThatNobodyTellsOfUndoesIt() {
        assertThat(good().seen(DEPLOY, 4000, 4500).kinds())
                .containsExactly(Kind.ROLL_BACK_UNDONE, Kind.MOVE_LOST, Kind.UNEXPLAINED);
    }

    @Test
    void aReaderSeesThatItIsUndone() {
        assertThat(good().read("generations/000003", 3500, Map.of("ts_wep", "b of wep\n", "utils", "b\n"))
                        .kinds())
                .containsExactly(Kind.ROLL_BACK_UNDONE, Kind.MOVE_LOST);
    }

    @Test
    void anAcknowledgedResumeThatPutSomethingElse() {
        assertThat(new Written()
                        .moved("A1", Verb.ROLLBACK, DEPLOY, BASE, 1000)
                        .acknowledged("B1", Verb.RESUME, BASE, DEPLOY, 2000, FIRST_HOLD)
                        .entry("B1", Verb.RESUME, BASE, DEPLOY, 2000, "done")
                        .seen(BASE, 2000, 2500)
                        .kinds())
                .containsExactly(Kind.MOVE_LOST, Kind.UNEXPLAINED);
    }

    @Test
    void theJournalTellsAllThatWasAcknowledged() {
        assertThat(good().acknowledged("B2", Verb.RESUME, BASE, DEPLOY, 4000, token(BASE, 3000))
                        .kinds())
                .containsExactly(Kind.UNRECORDED);
    }

    @Test
    void theJournalTellsNothingElse() {
        assertThat(good().refused("B2", Verb.RESUME, 4000, token(BASE, 3000))
                        .entry("B2", Verb.RESUME, BASE, DEPLOY, 4000, "done")
                        .kinds())
                .contains(Kind.UNASKED);
        assertThat(good().entry("C1", Verb.RESUME, BASE, DEPLOY, 4000, "done").kinds())
                .contains(Kind.UNASKED);
    }

    @Test
    void theEntriesFollowFromEachOther() {
        Written swapped = good();
        swapped.journal.addFirst(swapped.journal.remove(1));
        assertThat(swapped.kinds()).contains(Kind.DISORDER);
    }

    @Test
    void aTornJournalIsTold() {
        Written torn = good();
        torn.spoilt.add("id: \"to");
        assertThat(torn.kinds()).containsExactly(Kind.SPOILT);
    }

    @Test
    void aReaderSeesWholeGenerationsOnly() {
        assertThat(good().read(BASE, 1500, Map.of("ts_wep", "a of wep\n")).kinds())
                .containsExactly(Kind.MISSING);
        assertThat(good().read(BASE, 1500, Map.of("ts_wep", "a of", "utils", "a\n"))
                        .kinds())
                .containsExactly(Kind.PARTIAL);
        assertThat(good().read(BASE, 1500, Map.of("ts_wep", "b of wep\n", "utils", "a\n"))
                        .kinds())
                .containsExactly(Kind.MIXED);
    }
}
