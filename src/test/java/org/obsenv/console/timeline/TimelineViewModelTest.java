package org.obsenv.console.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.obsenv.console.OnFeed;
import org.obsenv.console.Sample;
import org.obsenv.console.SampleTimeline;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Known;
import org.obsenv.domain.timeline.TimelineFacts;

class TimelineViewModelTest extends OnFeed {
    private final TimelineViewModel model = new TimelineViewModel(
            feed, ports, ports, runner, time, Sample.site(Duration.ZERO).zone());

    private void open() {
        feed.start();
        model.start(time);
        model.show(true);
    }

    private List<String> lines() {
        return model.rows().stream().map(row -> row.line("running")).toList();
    }

    private NightLook look() {
        return model.lookProperty().get();
    }

    @Test
    void tellsWhatRanWhenTheNewestFirst() {
        open();
        assertThat(look())
                .isEqualTo(new NightLook(
                        "Tonight: 3 auto-pulls, 1 base set",
                        "Night of 20 November (noon to noon, Chile) · start of night: generation 38"
                                + " · now: generation 42, following deploy",
                        ""));
        assertThat(lines())
                .containsExactly(
                        "02:31:40  Auto-pull  ts_standardscripts 8f31c02  obs_user  live 41 min  running",
                        "01:12:09  Auto-pull  ts_standardscripts c04d9aa  obs_user  1 h 19 min",
                        "22:05:17  Auto-pull  ts_wep 77ab3e9  obs_user  3 h 6 min    good, obs2",
                        "15:02:40  Base set  Base c0044.007: 2 packages moved  maint1  –",
                        "19 Nov 12:00  Set up  Generation 38  maint3  1 d 10 h");
    }

    @Test
    void aRollBackIsSeenAsSoonAsTheEnvironmentShowsIt() {
        open();
        ports.timeline = () -> Known.of(SampleTimeline.rolledBack());
        ports.reading = () -> Sample.held(time.instant());
        time.pass(Duration.ofSeconds(2));
        assertThat(look().title()).isEqualTo("Tonight: 3 auto-pulls, 1 roll back, 1 base set");
        assertThat(look().sub()).endsWith("now: generation 39 (base), held");
        assertThat(lines().getFirst())
                .isEqualTo("03:11:44  Rollback  Base c0044.007  obs1 · script failing  live 1 min  running");
        assertThat(lines().get(1)).endsWith("obs_user  40 min");
    }

    @Test
    void nothingIsReadWhileThePageIsNotInFront() {
        feed.start();
        model.start(time);
        time.pass(Duration.ofMinutes(5));
        assertThat(ports.timelineReads).isZero();
        model.show(true);
        assertThat(ports.timelineReads).isOne();
        time.pass(Duration.ofSeconds(28));
        assertThat(ports.timelineReads).as("nothing moved").isOne();
        model.show(false);
        time.pass(Duration.ofMinutes(5));
        assertThat(ports.timelineReads).isOne();
    }

    @Test
    void whatCannotBeReadIsUnknownAndNothingOlderStands() {
        open();
        ports.timeline = () -> Known.unknown("generations: Stale file handle");
        model.read();
        assertThat(look().title()).isEqualTo("Tonight: unknown");
        assertThat(look().sub()).contains("start of night: unknown");
        assertThat(look().warning()).isEqualTo("What ran when cannot be read: generations: Stale file handle");
        assertThat(lines()).isEmpty();
        assertThat(model.difference().rows()).isEmpty();
    }

    @Test
    void withGapsInTheJournalNothingIsSaidOfHowLongSomethingRan() {
        ports.timeline = () -> Known.of(SampleTimeline.withGaps());
        open();
        assertThat(look().title()).isEqualTo("Tonight: at least 3 auto-pulls");
        assertThat(look().sub()).contains("start of night: unknown");
        assertThat(look().warning()).startsWith("The journal has entries that cannot be read");
        assertThat(model.rows()).extracting(TurnRow::live).containsOnly("unknown");
        assertThat(model.rows()).noneMatch(TurnRow::isRunning);
    }

    @Test
    void aJournalThatDoesNotFitWhatRunsIsNotBelieved() {
        TimelineFacts other = SampleTimeline.of(new GenerationId(38), SampleTimeline.acts(), true);
        ports.timeline = () -> Known.of(other);
        open();
        assertThat(look().warning()).startsWith("By the journal another generation would run");
        assertThat(model.rows()).noneMatch(TurnRow::isRunning);
    }

    @Test
    void theLastGoodOneStandsAgainstWhatRunsUntilSomebodyChooses() {
        open();
        assertThat(model.difference().shownProperty().get())
                .extracting(Difference::range, Difference::count, Difference::note)
                .containsExactly("generation 40 (22:05:17) → 42 (now)", "1 package", "15 packages the same");
        assertThat(model.difference().rows())
                .extracting(DifferenceRow::line)
                .containsExactly("ts_standardscripts  b7719e2  8f31c02  +2  2 · +14 −3");
        assertThat(model.chosenProperty().get().compared())
                .isEqualTo(Set.of(model.rows().get(0).id(), model.rows().get(2).id()));
    }

    @Test
    void twoChosenOnesStandAgainstEachOtherAndStayChosen() {
        open();
        List<String> two = List.of(model.rows().get(1).id(), model.rows().get(3).id());
        model.choose(two);
        time.pass(Duration.ofMinutes(2));
        assertThat(model.chosenProperty().get().picked()).isEqualTo(two);
        assertThat(model.difference().shownProperty().get().range()).isEqualTo("generation 39 (15:02:40) → 41");
        assertThat(model.difference().rows())
                .extracting(row -> row.name().text(), DifferenceRow::then)
                .contains(tuple("ts_wep", "51c0ffe v16.5.0"));
    }

    @Test
    void whatIsNotThereAnyMoreIsNotComparedWithAGuess() {
        TimelineFacts facts = SampleTimeline.facts();
        ports.timeline = () -> Known.of(new TimelineFacts(
                facts.readAt(),
                Optional.of(Sample.DEPLOY),
                facts.generations().subList(0, 1),
                List.of(),
                facts.acts(),
                true));
        open();
        model.choose(List.of(model.rows().get(2).id()));
        assertThat(model.difference().shownProperty().get().note())
                .startsWith("Generation 000040 is not there any more, or cannot be read");
        assertThat(model.difference().shownProperty().get().count()).isEmpty();
    }

    @Test
    void theNightSoFarIsOneBarWithoutAGapFromNoonToNow() {
        ports.timeline = () -> Known.of(SampleTimeline.rolledBack());
        ports.reading = () -> Sample.held(time.instant());
        open();
        List<NightSpan> spans = model.spansProperty().get();
        assertThat(spans)
                .extracting(NightSpan::label, NightSpan::isNow)
                .containsExactly(
                        tuple("generation 38", false),
                        tuple("+77ab3e9", false),
                        tuple("+c04d9aa", false),
                        tuple("+8f31c02", false),
                        tuple("base", true));
        assertThat(spans.stream().mapToDouble(NightSpan::share).sum()).isBetween(0.999, 1.001);
        ports.timeline = () -> Known.of(SampleTimeline.withGaps());
        model.read();
        assertThat(model.spansProperty().get()).as("a bar looks certain").isEmpty();
    }

    @Test
    void whatWasLiveBeforeTheFirstActOfTheJournalIsUnknown() {
        ports.timeline = () ->
                Known.of(SampleTimeline.of(Sample.DEPLOY, SampleTimeline.acts().subList(0, 3), true));
        open();
        assertThat(model.spansProperty().get().getFirst().kind()).isEqualTo(NightSpan.Kind.UNKNOWN);
        assertThat(look().sub()).contains("start of night: unknown");
    }
}
