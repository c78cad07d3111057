package org.obsenv.console.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Sample;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.acting.Sighting;
import org.obsenv.console.reading.Sight;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Flag;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.SwitchState;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Verb;
import org.obsenv.words.Words;

/** What the page and the report say of how many moved, and which. */
class RollbackResultTextsTest {
    private static final Outcome UNHEARD = new Outcome.Unheard(Outcome.Unheard.Reason.SILENT, "nothing for 60 s");

    private final RollbackResultTexts texts =
            new RollbackResultTexts(Sample.site(Duration.ofSeconds(3)), Words.of("console"));

    private static Ending ended(Outcome outcome, EnvironmentReading shown) {
        return new Ending(
                Request.plain(Verb.ROLLBACK),
                "obs1",
                Sample.following(Sample.NOW).current(),
                outcome,
                Sample.NOW,
                Duration.ofSeconds(60),
                Optional.empty(),
                new Sighting.Seen(shown, Sample.NOW.plusSeconds(5)));
    }

    private static Sight seen(EnvironmentReading reading) {
        return new Sight.Seen(reading);
    }

    @Test
    void anUnheardRollBackTellsWhatMovedByWhatRanBefore() {
        RollbackResult result =
                texts.result(ended(UNHEARD, Sample.held(Sample.NOW)), seen(Sample.following(Sample.NOW)));
        assertThat(result.proof()).isEqualTo(RollbackResult.Proof.VERIFIED);
        assertThat(result.sub())
                .isEqualTo("Rolled back 3 of 16 packages, seen at 03:12:49 UTC, asked for by obs1"
                        + " · auto-pull held until a maintainer resumes it");
        assertThat(result.remarks())
                .containsExactly("The helper's end was not heard. The disk shows that it was done.");
        assertThat(result.moved())
                .containsExactly(
                        new RollbackResult.Moved(
                                "ts_standardscripts", "deploy @ 8f31c02", "v2.2.1", "2 commits stay on deploy", true),
                        new RollbackResult.Moved(
                                "summit_utils", "deploy @ 1be90d7", "w.2023.42", "5 commits stay on deploy", true),
                        new RollbackResult.Moved(
                                "ts_wep", "deploy @ 77ab3e9", "v16.5.0", "1 commit stays on deploy", true));
        assertThat(result.untouched()).isEqualTo("13 packages");
        assertThat(result.report()).contains("ts_wep: deploy @ 77ab3e9 → v16.5.0", "Already at base: 13 packages");
    }

    @Test
    void anUnheardRollBackOfWhatRanBaseAlreadyMovedNothing() {
        RollbackResult result =
                texts.result(ended(UNHEARD, Sample.held(Sample.NOW)), seen(Sample.followingAtBase(Sample.NOW)));
        assertThat(result.sub()).startsWith("Held at base, seen at");
        assertThat(result.moved()).isEmpty();
    }

    @Test
    void whatWasNotSeenBeforeIsNotCountedAsNothing() {
        Sight blind = new Sight.Blind(Sample.unreadable(Sample.NOW), Sample.NOW);
        for (Sight before : List.of(blind, new Sight.NotYet())) {
            RollbackResult result = texts.result(ended(UNHEARD, Sample.held(Sample.NOW)), before);
            assertThat(result.sub()).startsWith("Rolled back, how many packages moved was not seen, seen at");
            assertThat(result.untouched()).isEmpty();
        }
        RollbackResult part =
                texts.result(ended(UNHEARD, Sample.held(Sample.NOW)), seen(Sample.oneUnknown(Sample.NOW)));
        assertThat(part.sub()).startsWith("Rolled back at least 3 of 16 packages, seen at");
    }

    @Test
    void aPinThatWasEditedAndNotBuiltIsVerifiedAgainstTheLastProvenBase() {
        RollbackResult result =
                texts.result(ended(UNHEARD, edited(Sample.held(Sample.NOW))), seen(Sample.following(Sample.NOW)));
        assertThat(result.proof()).isEqualTo(RollbackResult.Proof.VERIFIED);
        assertThat(result.title()).isEqualTo("Environment is at the last proven base");
        assertThat(result.proofLine()).startsWith("Verified 16 of 16 at the last proven base, read from the disk at");
        assertThat(result.exceptions()).isEmpty();
    }

    private static EnvironmentReading edited(EnvironmentReading held) {
        PackageReading first = held.packages().getFirst();
        List<PackageReading> packages = new ArrayList<>(held.packages());
        packages.set(
                0,
                new PackageReading(
                        first.name(),
                        first.running(),
                        first.deployHead(),
                        first.pin(),
                        new Drift.Behind(2),
                        new Drift.AtPin(),
                        first.lastChange(),
                        Set.of(Flag.BASE_NOT_BUILT),
                        first.reason()));
        return with(held, held.current(), packages);
    }

    private static EnvironmentReading with(
            EnvironmentReading other, SwitchState current, List<PackageReading> packages) {
        return new EnvironmentReading(
                other.site(),
                other.readAt(),
                current,
                other.base(),
                other.rollbackMoves(),
                other.lastSync(),
                other.reviewed(),
                other.cycle(),
                packages,
                other.problems());
    }

    @Test
    void whatIsSeenToHaveMovedIsSaidToHaveMovedThoughAnotherPackageIsUnknown() {
        EnvironmentReading held = Sample.held(Sample.NOW);
        PackageReading last = held.packages().getLast();
        List<PackageReading> packages = new ArrayList<>(held.packages());
        packages.set(packages.size() - 1, PackageReading.unknown(last.name(), "its repository did not answer"));
        RollbackResult result = texts.result(
                ended(switched(3, 0), with(held, held.current(), packages)), seen(Sample.following(Sample.NOW)));
        assertThat(result.exceptions()).hasSize(1);
        assertThat(result.moved()).hasSize(3).allMatch(RollbackResult.Moved::seen);
    }

    @Test
    void theListNeverStopsSilently() {
        RollbackResult result =
                texts.result(ended(switched(76, 64), Sample.held(Sample.NOW)), seen(Sample.following(Sample.NOW)));
        assertThat(result.moved()).hasSize(64);
        assertThat(result.more()).isEqualTo("and 12 more packages");
        assertThat(result.report()).contains("package63: deploy @ 8f31c02 → b7719e2\nand 12 more packages");
    }

    @Test
    void theReportNamesThemAllWhereTheyAreKnown() {
        RollbackResult result =
                texts.result(ended(switched(76, 76), Sample.held(Sample.NOW)), seen(Sample.following(Sample.NOW)));
        assertThat(result.moved()).hasSize(64);
        assertThat(result.more()).isEqualTo("and 12 more packages");
        assertThat(result.report()).contains("package75: ").doesNotContain("more package");
        RollbackResult named =
                texts.result(ended(switched(3, 1), Sample.held(Sample.NOW)), seen(Sample.following(Sample.NOW)));
        assertThat(named.moved())
                .as("the helper named one, the disk shows the others")
                .extracting(RollbackResult.Moved::name)
                .containsExactly("ts_standardscripts", "summit_utils", "ts_wep");
        assertThat(named.more()).isEmpty();
    }

    private static Outcome switched(int count, int named) {
        List<PackageMove> moves = IntStream.range(0, named)
                .mapToObj(i -> new PackageMove(
                        new PackageName("package" + i),
                        Optional.of(Sample.commit("8f31c02")),
                        Optional.of(Sample.commit("b7719e2"))))
                .toList();
        return new Outcome.Switched(
                "deploy",
                "generations/000039",
                Sample.BASE,
                Sample.NOW,
                Duration.ofMillis(800),
                count,
                moves,
                Set.of());
    }
}
