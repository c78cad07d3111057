package org.obsenv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Flag;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;

/** What a pull says that it brought: what the disk shows behind deploy. */
class PullCommandTest extends VerbCommandFixture {
    @Test
    void aPullSaysWhatTheDiskShowsThatItBroughtAndWhatItCouldNot() {
        List<String> notes = List.of("cwfs: git did not end within 10 s");
        outcome = new Outcome.Built(Optional.of(new GenerationId(43)), AT, Duration.ofSeconds(1), 1, notes);
        moves = true;

        assertThat(run("pull")).isEqualTo(1);

        assertThat(lines())
                .contains("Generation 43 is built and proven", "ts_wep: 1111111 → 2222222", notes.getFirst())
                .doesNotContain("By hand", "Contact");
    }

    @Test
    void aHeadThatWasNotLetInWasNotBrought() {
        outcome = new Outcome.Built(Optional.empty(), AT, Duration.ofSeconds(1), 0, List.of("ts_wep: refused"));
        moves = true;
        for (Flag each : List.of(Flag.REFUSED, Flag.REWRITTEN)) {
            flags = Set.of(each);
            assertThat(run("pull")).isEqualTo(1);
        }
        assertThat(lines()).contains("ts_wep: refused").doesNotContain("→");
    }

    @Test
    void whatCameBeforeTheRefusedOneWasBrought() {
        outcome = new Outcome.Built(Optional.of(new GenerationId(43)), AT, Duration.ofSeconds(1), 1, List.of("note"));
        moves = true;
        flags = Set.of(Flag.REFUSED);
        shownFrom = Integer.MAX_VALUE;
        arrived = new CommitId("3".repeat(40));

        run("pull");

        assertThat(lines()).contains("ts_wep: 1111111 → 3333333");
    }
}
