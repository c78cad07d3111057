package org.obsenv.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Outcome;
import org.obsenv.protocol.Verb;

/** The main job, end to end: a click in the window moves a real environment, read by real readers. */
class RollBackByClickTest extends ConsoleOnSite {
    private CommitId base;
    private CommitId hotfix;

    @Override
    public void init() throws Exception {
        super.init();
        base = environment.remote("ts_wep").commit("v1.0.0");
        hotfix = environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
    }

    @Test
    void oneClickRollsTheWholeEnvironmentBack() throws Exception {
        waitUntil(() -> verdict().equals("1 of 3 packages differs from base"));
        assertThat(environment.runningCommit("ts_wep")).contains(hotfix);

        clickOn("#rollback");

        waitUntil(() -> proof().startsWith("Verified 3 of 3 at base"));
        assertThat(environment.current()).isEqualTo("generations/000002");
        assertThat(environment.runningCommit("ts_wep")).contains(base);
        assertThat(environment.newestEntry())
                .satisfies(entry -> assertThat(entry.act()).isEqualTo("rollback"))
                .satisfies(entry -> assertThat(entry.outcome()).isEqualTo("done"));
    }

    @Test
    void theKeysDoTheSameAndAnotherOnesRollBackIsSeen() throws Exception {
        waitUntil(() -> verdict().equals("1 of 3 packages differs from base"));

        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B).release(KeyCode.B, KeyCode.SHIFT, KeyCode.CONTROL);
        waitUntil(() -> proof().startsWith("Verified 3 of 3 at base"));
        clickOn("#result-back");
        waitUntil(() -> verdict().equals("At base, held"));
        assertThat(environment.run(Verb.RESUME)).isInstanceOf(Outcome.Switched.class);

        waitUntil(() -> verdict().equals("1 of 3 packages differs from base"));
    }
}
