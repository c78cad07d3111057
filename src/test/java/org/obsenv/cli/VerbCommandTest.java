package org.obsenv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Outcome.Unheard.Reason;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;

/** A verb from the command line: what it claims to have seen, and how long it looks for what was done. */
class VerbCommandTest extends VerbCommandFixture {
    @Test
    void aMountThatShowsItAtOnceIsNotWaitedFor() {
        assertThat(run("rollback")).isZero();

        assertThat(lines()).doesNotContain("waiting", "This workstation sees it");
        assertThat(lines()).contains("Summit: 1 package, held at base", "Now: Restart kernels after 03:13 UTC.");
        assertThat(asked).extracting(Request::saw).containsExactly(seen);
    }

    @Test
    void aSlowMountIsLookedAtAgainUntilItShowsTheSwitch() {
        shownFrom = 5;

        assertThat(run("rollback")).isZero();

        assertThat(lines())
                .containsSubsequence(
                        "The environment was switched from deploy to base (generation 39)",
                        "Switched on the server at 03:13:02 UTC; waiting for this workstation (up to 60 s)",
                        "This workstation sees it after 4 s.",
                        "Summit: 1 package, held at base");
        assertThat(looks).isEqualTo(5);
    }

    @Test
    void aMountThatNeverShowsItEndsAfterAMinuteWithUnknown() {
        shownFrom = Integer.MAX_VALUE;

        assertThat(run("rollback")).isEqualTo(2);

        assertThat(lines())
                .contains("Switched on the server at 03:13:02 UTC; this workstation does not see it after 60 s.")
                .contains("Now: Restart kernels after 03:13 UTC.");
        assertThat(Duration.between(AT, now)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aRollBackIsAskedForThoughTheDiskDoesNotAnswer() {
        seen = new Saw.Nothing();

        assertThat(run("rollback")).isZero();

        assertThat(asked).extracting(Request::saw).containsExactly(new Saw.Nothing());
    }

    @Test
    void aResumeIsNotAskedForBlindly() {
        seen = new Saw.Nothing();

        assertThat(run("resume")).isEqualTo(2);

        assertThat(asked).isEmpty();
        assertThat(err.toString()).contains("Nothing was changed. By hand: sudo resume");
    }

    @Test
    void anEndThatWasNotHeardIsLookedForOnTheDisk() {
        outcome = new Outcome.Unheard(Reason.DIED, "it ended with code 137");
        shownFrom = 3;

        assertThat(run("rollback")).isZero();
        assertThat(lines())
                .containsSubsequence(
                        "Outcome unknown, checking the disk.",
                        "By hand: sudo rollback",
                        "The disk does not show it so far; looking again (up to 60 s)",
                        "The disk shows that it was done.");
        assertThat(looks).isEqualTo(3);
    }

    @Test
    void anEndThatWasNotHeardNorSeenStaysUnknown() {
        outcome = new Outcome.Unheard(Reason.SILENT, "nothing for 60 s");
        shownFrom = Integer.MAX_VALUE;

        assertThat(run("rollback")).isEqualTo(2);

        assertThat(lines()).contains("The disk does not show it after 60 s.", "Contact: On call, 42");
    }

    @Test
    void whatWasRefusedIsLookedAtOnce() {
        outcome = new Outcome.Refused(Refusal.BASE_NOT_BUILT, Map.of());
        shownFrom = Integer.MAX_VALUE;

        assertThat(run("rollback")).isEqualTo(1);

        assertThat(looks).isEqualTo(1);
        assertThat(lines()).contains("By hand: sudo rollback", "Contact: On call, 42");
    }

    @Test
    void nothingToDoCallsNobody() {
        outcome = new Outcome.Refused(Refusal.NOTHING_TO_DO, Map.of("now", "generations/000039"));

        assertThat(run("rollback")).isZero();

        assertThat(lines()).contains("There is nothing to do").doesNotContain("Contact", "By hand");
    }
}
