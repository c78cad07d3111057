package org.obsenv.console.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.obsenv.console.OnFeed;
import org.obsenv.console.Sample;
import org.obsenv.console.SampleTimeline;
import org.obsenv.console.acting.Sighting;
import org.obsenv.console.support.Lane;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

class ActsViewModelTest extends OnFeed {
    private final TimelineViewModel timeline = new TimelineViewModel(
            feed, ports, ports, runner, time, Sample.site(Duration.ZERO).zone());
    private final ActsViewModel model = new ActsViewModel(
            feed, timeline, verb(Lane.SWITCH, "maint1"), time, Duration.ofSeconds(3), "maint1", "ops-ws2");

    private void open() {
        feed.start();
        timeline.start(time);
        timeline.show(true);
    }

    private String blockedReturn() {
        return ((ActOffer.Blocked) model.toReturnProperty().get()).why();
    }

    private void choose(int row) {
        timeline.choose(List.of(timeline.rows().get(row).id()));
    }

    @Test
    void returnsToWhatIsChosenFromTheVeryLinkThatWasSeenAndChecksTheDisk() {
        open();
        model.goBack();
        model.reasonProperty().set("dome again");
        time.pass(Duration.ofSeconds(2));
        assertThat(ports.requests).isEmpty();
        ports.outcome = request -> {
            ports.reading = () -> SampleTimeline.heldAt(40, time.instant());
            return SampleTimeline.wentTo(40, time.instant());
        };
        int reads = ports.timelineReads;
        time.pass(Duration.ofSeconds(1));
        assertThat(ports.requests)
                .containsExactly(new Request(
                        Verb.SWITCH,
                        new Saw.Current(Sample.token("deploy")),
                        new Aim.Generation(new GenerationId(40)),
                        Optional.of("dome again"),
                        Optional.empty(),
                        Optional.of("ops-ws2")));
        assertThat(model.endingProperty().get().orElseThrow().sighting()).isInstanceOf(Sighting.Seen.class);
        assertThat(model.stateProperty().get()).isEqualTo(new ActState.Idle());
        assertThat(ports.timelineReads).isGreaterThan(reads);
    }

    @Test
    void theLinkThatTravelsIsTheOneOfTheClickAndTheChoiceToo() {
        open();
        model.goBack();
        choose(1);
        ports.reading = () -> Sample.held(time.instant());
        time.pass(Duration.ofSeconds(3));
        assertThat(ports.requests)
                .extracting(Request::saw, Request::aim)
                .containsExactly(
                        tuple(new Saw.Current(Sample.token("deploy")), new Aim.Generation(new GenerationId(40))));
    }

    @Test
    void whileItCountsItCanBeTakenBack() {
        open();
        model.goBack();
        assertThat(model.cancel()).isTrue();
        time.pass(Duration.ofSeconds(10));
        assertThat(ports.requests).isEmpty();
        assertThat(model.cancel()).isFalse();
    }

    @Test
    void whatRunsIsNotReturnedToNorWhatNobodyChoseAlone() {
        open();
        choose(0);
        assertThat(blockedReturn()).isEqualTo("it runs now");
        timeline.choose(
                List.of(timeline.rows().get(1).id(), timeline.rows().get(2).id()));
        assertThat(blockedReturn()).isEqualTo("choose one above");
        model.goBack();
        time.pass(Duration.ofSeconds(5));
        assertThat(ports.requests).isEmpty();
    }

    @Test
    void whoMayNotAndWhatCannotBeSeenIsBlockedWithItsReason() {
        open();
        model.maySwitchProperty().set(new Permission.Denied("a password is required"));
        assertThat(blockedReturn()).isEqualTo("not permitted for maint1");
        model.maySwitchProperty().set(new Permission.Granted());
        ports.reading = () -> Sample.unreadable(time.instant());
        time.pass(Duration.ofSeconds(2));
        assertThat(blockedReturn()).isEqualTo("what runs is not known");
        assertThat(model.toMarkProperty().get())
                .isEqualTo(new ActOffer.Blocked(Optional.empty(), "what runs is not known"));
    }

    @Test
    void marksTheGenerationThatIsOnTheScreen() {
        open();
        ports.outcome = request -> new Outcome.Marked(Sample.DEPLOY, true, time.instant(), List.of());
        model.mark();
        assertThat(ports.requests)
                .extracting(Request::verb, Request::aim)
                .containsExactly(tuple(Verb.MARK, new Aim.Marked(Sample.DEPLOY, true)));
        assertThat(model.endingProperty().get().orElseThrow().outcome()).isInstanceOf(Outcome.Marked.class);
    }

    @Test
    void whatIsMarkedGoodIsNotMarkedAgain() {
        ports.reading = () -> SampleTimeline.heldAt(40, time.instant());
        ports.timeline = () -> Known.of(SampleTimeline.facts());
        open();
        assertThat(model.toMarkProperty().get())
                .isEqualTo(new ActOffer.Blocked(Optional.of(new GenerationId(40)), "marked by obs2"));
    }

    @Test
    void aRefusalIsToldAndTheOfferStandsAgain() {
        open();
        ports.outcome = request -> new Outcome.Refused(Refusal.SWITCH_MOVED, Map.of());
        model.goBack();
        time.pass(Duration.ofSeconds(3));
        assertThat(model.endingProperty().get()).isPresent();
        assertThat(model.stateProperty().get()).isEqualTo(new ActState.Idle());
        assertThat(model.toReturnProperty().get()).isInstanceOf(ActOffer.Offered.class);
    }
}
