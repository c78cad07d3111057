package org.obsenv.console.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Sample;
import org.obsenv.console.support.Tag;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Drift;
import org.obsenv.domain.Flag;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.words.Words;

class RowTextsTest {
    private static final PackageName WEP = new PackageName("ts_wep");

    private final RowTexts texts = new RowTexts(Words.of("console"));

    private PackageRow row(Drift running, Drift deploy, Set<Flag> flags) {
        return texts.row(
                new PackageReading(
                        WEP,
                        Known.of(running instanceof Drift.AtPin ? Sample.commit("aaaaaaa") : Sample.commit("bbbbbbb")),
                        Known.of(deploy instanceof Drift.AtPin ? Sample.commit("aaaaaaa") : Sample.commit("bbbbbbb")),
                        new Pin.Resolved(
                                "v1.0", Pin.Kind.TAG, Sample.commit("aaaaaaa"), Sample.NOW.minus(Duration.ofDays(9))),
                        running,
                        deploy,
                        Known.of(new CommitSummary(
                                Sample.commit("bbbbbbb"), "Fix it", "maint2", Sample.NOW.minusSeconds(41 * 60))),
                        flags,
                        Optional.of("does not compile")),
                Sample.NOW);
    }

    @Test
    void everyDriftIsAShapeAWordAndItsCounts() {
        assertThat(row(new Drift.AtPin(), new Drift.AtPin(), Set.of()).running())
                .isEqualTo(new PackageRow.Commits("v1.0", "", "", false));
        assertThat(row(new Drift.Ahead(2), new Drift.Ahead(2), Set.of()).running())
                .isEqualTo(new PackageRow.Commits("bbbbbbb", "+2", "", false));
        assertThat(row(new Drift.Behind(78), new Drift.Ahead(2), Set.of()).running())
                .isEqualTo(new PackageRow.Commits("bbbbbbb", "", "−78", false));
        PackageRow diverged = row(new Drift.Diverged(5, 78), new Drift.Diverged(5, 78), Set.of());
        assertThat(diverged.running()).isEqualTo(new PackageRow.Commits("bbbbbbb", "+5", "−78", false));
        assertThat(diverged.deploy()).isEqualTo(new PackageRow.Commits("same", "", "", true));
        assertThat(diverged.word()).isEqualTo("Diverged");
        assertThat(diverged.state()).isEqualTo(DriftState.DIVERGED);
    }

    @Test
    void anUnreadablePackageIsUnknownInEveryColumnAndSaysWhy() {
        PackageRow row = texts.row(PackageReading.unknown(WEP, "HEAD does not answer"), Sample.NOW);
        assertThat(row.word()).isEqualTo("Unknown");
        assertThat(List.of(row.running().text(), row.deploy().text(), row.pin()))
                .containsOnly("unknown");
        assertThat(row.change()).isEqualTo("unknown");
        assertThat(row.why()).isEqualTo("HEAD does not answer");
        assertThat(row.attention()).containsExactly(new Tag("could not look", Tag.Tone.BAD));
        assertThat(row.needsAttention()).isTrue();
        assertThat(row.isOffBase()).isTrue();
    }

    @Test
    void everyFlagHasItsWords() {
        assertThat(row(new Drift.AtPin(), new Drift.AtPin(), EnumSet.allOf(Flag.class))
                        .attention())
                .extracting(Tag::text)
                .hasSize(Flag.values().length)
                .contains("pin 9 d old", "refused: does not compile", "pin not on deploy")
                .noneMatch(text -> text.contains("{"));
    }

    @Test
    void theLoudestTagStandsFirstAndTheHintNamesThemAll() {
        PackageRow row =
                row(new Drift.AtPin(), new Drift.AtPin(), Set.of(Flag.UNTRACKED, Flag.PIN_OLD, Flag.REWRITTEN));
        assertThat(row.attention())
                .extracting(Tag::text)
                .containsExactly("deploy rewritten", "pin 9 d old", "untracked files");
        assertThat(row.hint()).endsWith("Needs attention: deploy rewritten · pin 9 d old · untracked files");
    }

    @Test
    void aLongReasonOfARefusalIsInTheHintAndNotInTheTag() {
        String why = "the path tests/data/é\n.py holds a line feed";
        PackageRow row = texts.row(
                new PackageReading(
                        WEP,
                        Known.of(Sample.commit("aaaaaaa")),
                        Known.of(Sample.commit("bbbbbbb")),
                        new Pin.Absent(),
                        new Drift.AtPin(),
                        new Drift.Ahead(1),
                        Known.unknown("not fetched"),
                        Set.of(Flag.REFUSED),
                        Optional.of(why)),
                Sample.NOW);
        assertThat(row.attention()).extracting(Tag::text).containsExactly("deploy head refused");
        assertThat(row.hint()).contains("the path tests/data/é\\u000a.py holds a line feed");
    }

    @Test
    void aRefusedHeadAloneDoesNotMakeTheRowDiffer() {
        assertThat(row(new Drift.AtPin(), new Drift.Ahead(1), Set.of(Flag.REFUSED))
                        .differs())
                .isFalse();
        assertThat(row(new Drift.AtPin(), new Drift.Ahead(1), Set.of()).differs())
                .isTrue();
    }

    @Test
    void aRowIsFoundByWhatItShowsAndByItsFullCommit() {
        PackageRow row = row(new Drift.Ahead(2), new Drift.Ahead(2), Set.of());
        assertThat(List.of("WEP", "fix it", "maint2", "v1.0", "ahead", "bbbbbbb0000"))
                .allMatch(row::mentions);
        assertThat(row.mentions("cwfs")).isFalse();
    }

    @Test
    void theWorstStandsFirst() {
        assertThat(Sample.oneUnknown(Sample.NOW).packages().stream()
                        .map(each -> texts.row(each, Sample.NOW))
                        .sorted(EnvironmentViewModel.WORST_FIRST)
                        .limit(6)
                        .map(PackageRow::name))
                .containsExactly(
                        "cwfs", "summit_utils", "ts_standardscripts", "ts_wep", "ts_externalscripts", "atmospec");
    }

    @Test
    void duringAHoldWhatAResumeWouldMoveStandsBeforeOldPins() {
        assertThat(Sample.held(Sample.NOW).packages().stream()
                        .map(each -> texts.row(each, Sample.NOW))
                        .sorted(EnvironmentViewModel.WORST_FIRST)
                        .filter(row -> row.state() == DriftState.AT_BASE)
                        .map(PackageRow::differs))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }
}
