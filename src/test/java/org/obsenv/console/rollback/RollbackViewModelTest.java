package org.obsenv.console.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.obsenv.console.OnFeed;
import org.obsenv.console.Sample;
import org.obsenv.console.SampleActs;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.acting.Sighting;
import org.obsenv.console.acting.VerbRun;
import org.obsenv.console.support.Lane;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

class RollbackViewModelTest extends OnFeed {
    private final RollbackViewModel model = model(Duration.ofSeconds(3));

    private RollbackViewModel model(Duration countdown) {
        VerbRun run = verb(Lane.ROLLBACK, "obs1");
        return new RollbackViewModel(feed, run, time, countdown, "summit-ws1");
    }

    private RollbackState state() {
        return model.stateProperty().get();
    }

    private Ending ending() {
        return model.endingProperty().get().orElseThrow();
    }

    @Test
    void offersWhatItWouldDo() {
        assertThat(state()).isEqualTo(new RollbackState.Ready(new Offer.NotYetRead()));
        feed.start();
        assertThat(state()).isEqualTo(new RollbackState.Ready(new Offer.Move(3)));
        show(Sample.followingAtBase(time.instant()));
        assertThat(state()).isEqualTo(new RollbackState.Ready(new Offer.Hold()));
        show(Sample.held(time.instant()));
        assertThat(state()).isEqualTo(new RollbackState.Ready(new Offer.Blocked(Offer.Why.HELD_AT_BASE)));
    }

    @Test
    void isDisabledWhenNotPermittedAndNotWhenPermissionIsUnknown() {
        feed.start();
        model.permissionProperty().set(new Permission.Denied("a password is required"));
        assertThat(state()).isEqualTo(new RollbackState.Ready(new Offer.Blocked(Offer.Why.NOT_PERMITTED)));
        model.start();
        assertThat(ports.requests).isEmpty();
        model.permissionProperty().set(new Permission.Unknown("sudo did not answer"));
        assertThat(state()).isEqualTo(new RollbackState.Ready(new Offer.Move(3)));
    }

    @Test
    void staysEnabledWhenReadingFailsAndClaimsNothing() {
        feed.start();
        show(Sample.unreadable(time.instant()));
        assertThat(state()).isEqualTo(new RollbackState.Ready(new Offer.Unread()));
        model.start();
        time.pass(Duration.ofSeconds(3));
        assertThat(ports.requests).extracting(Request::saw).containsExactly(new Saw.Nothing());
    }

    @Test
    void countsDownThenAsksForWhatWasSeenAtTheClick() {
        feed.start();
        List<RollbackState> states = new ArrayList<>();
        model.stateProperty().subscribe((before, now) -> states.add(now));
        model.start();
        assertThat(state()).isEqualTo(new RollbackState.CountingDown(new Offer.Move(3), 3));
        model.reasonProperty().set(" script failing ");
        show(Sample.followingAtBase(time.instant()));
        time.pass(Duration.ofMillis(999));
        assertThat(ports.requests).isEmpty();
        time.pass(Duration.ofMillis(1));
        assertThat(ports.requests)
                .containsExactly(new Request(
                        Verb.ROLLBACK,
                        new Saw.Base(Sample.BASE),
                        Optional.of("script failing"),
                        Optional.empty(),
                        Optional.of("summit-ws1")));
        Offer offer = new Offer.Move(3);
        assertThat(states)
                .startsWith(
                        new RollbackState.CountingDown(offer, 3),
                        new RollbackState.CountingDown(offer, 2),
                        new RollbackState.CountingDown(offer, 1),
                        new RollbackState.Running(offer, ""),
                        new RollbackState.Running(offer, "switching"));
    }

    @Test
    void furtherClicksDoNothing() {
        feed.start();
        model.start();
        model.start();
        time.pass(Duration.ofSeconds(1));
        model.start();
        time.pass(Duration.ofSeconds(5));
        assertThat(ports.requests).hasSize(1);
    }

    @Test
    void cancelTakesTheClickBack() {
        feed.start();
        model.start();
        time.pass(Duration.ofMillis(2900));
        assertThat(model.cancel()).isTrue();
        assertThat(model.cancel()).isFalse();
        time.pass(Duration.ofSeconds(10));
        assertThat(ports.requests).isEmpty();
        assertThat(state()).isEqualTo(new RollbackState.Ready(new Offer.Move(3)));
    }

    @Test
    void noCountdownRunsAtOnce() {
        RollbackViewModel atOnce = model(Duration.ZERO);
        feed.start();
        atOnce.start();
        assertThat(ports.requests).hasSize(1);
    }

    @Test
    void verifiesOnTheDiskAfterwards() {
        feed.start();
        ports.outcome = request -> switched(Sample.held(time.instant()));
        model.start();
        time.pass(Duration.ofSeconds(3));
        assertThat(ports.rescans).isEqualTo(1);
        assertThat(ending().sighting()).isInstanceOf(Sighting.Seen.class);
        assertThat(state()).isEqualTo(new RollbackState.Ready(new Offer.Blocked(Offer.Why.HELD_AT_BASE)));
    }

    @Test
    void waitsForASlowMountAndLooksWithEveryRefresh() {
        feed.start();
        ports.outcome = request -> switched(Sample.following(time.instant()));
        model.start();
        time.pass(Duration.ofSeconds(3));
        assertThat(ending().sighting()).isEqualTo(new Sighting.Waiting(Duration.ofSeconds(60)));
        time.pass(Duration.ofSeconds(61));
        assertThat(ending().sighting()).isEqualTo(new Sighting.NotSeen(Duration.ofSeconds(60)));
        show(Sample.held(time.instant()));
        assertThat(ending().sighting()).isInstanceOf(Sighting.Seen.class);
    }

    @Test
    void isInProgressAsLongAsThisWorkstationDoesNotSeeTheSwitch() {
        feed.start();
        ports.outcome = request -> switched(Sample.following(time.instant()));
        model.start();
        time.pass(Duration.ofSeconds(3));
        RollbackState awaiting = new RollbackState.Awaiting(new Offer.Move(3));
        assertThat(state()).isEqualTo(awaiting);
        model.start();
        model.dismiss();
        time.pass(Duration.ofSeconds(20));
        assertThat(state()).isEqualTo(awaiting);
        assertThat(ports.requests).hasSize(1);
        show(Sample.held(time.instant()));
        assertThat(state()).isEqualTo(new RollbackState.Ready(new Offer.Blocked(Offer.Why.HELD_AT_BASE)));
        assertThat(model.endingProperty().get()).as("it was dismissed").isEmpty();
    }

    @Test
    void offersAgainWhatThisWorkstationNeverSaw() {
        feed.start();
        ports.outcome = request -> switched(Sample.following(time.instant()));
        model.start();
        time.pass(Duration.ofSeconds(3));
        model.dismiss();
        time.pass(Duration.ofSeconds(61));
        assertThat(state()).isEqualTo(new RollbackState.Ready(new Offer.Move(3)));
    }

    @Test
    void offersAgainAtOnceWhatWasNotHeardOf() {
        feed.start();
        ports.outcome = request -> new Outcome.Unheard(Outcome.Unheard.Reason.DIED, "killed");
        model.start();
        time.pass(Duration.ofSeconds(3));
        assertThat(state()).isEqualTo(new RollbackState.Ready(new Offer.Move(3)));
    }

    @Test
    void aSilentHelperIsUnknownUntilTheDiskShowsIt() {
        feed.start();
        ports.outcome = request -> new Outcome.Unheard(Outcome.Unheard.Reason.SILENT, "30 s");
        model.start();
        time.pass(Duration.ofSeconds(3));
        assertThat(ending().isDone()).isFalse();
        show(Sample.held(time.instant()));
        assertThat(ending().isDone()).isTrue();
    }

    @Test
    void aRefusalChangesNothingAndLooksAgain() {
        feed.start();
        Outcome refused = new Outcome.Refused(Refusal.BASE_MOVED, Map.of("saw", "000039", "base", "000041"));
        ports.outcome = request -> refused;
        model.start();
        time.pass(Duration.ofSeconds(3));
        assertThat(ending().outcome()).isEqualTo(refused);
        assertThat(ending().sighting()).isEqualTo(new Sighting.NotSought());
        assertThat(ports.rescans).isEqualTo(1);
        assertThat(state()).isEqualTo(new RollbackState.Ready(new Offer.Move(3)));
    }

    @Test
    void aGatewayThatBreaksIsAnUnknownOutcome() {
        feed.start();
        ports.outcome = request -> {
            throw new IllegalStateException("broken");
        };
        model.start();
        time.pass(Duration.ofSeconds(3));
        assertThat(ending().outcome()).isEqualTo(new Outcome.Unheard(Outcome.Unheard.Reason.DIED, "broken"));
    }

    private Outcome switched(EnvironmentReading after) {
        ports.reading = () -> after;
        return new Outcome.Switched(
                "deploy",
                "generations/000039",
                new GenerationId(39),
                time.instant(),
                Duration.ofMillis(800),
                3,
                SampleActs.moves(),
                Set.of());
    }

    private void show(EnvironmentReading reading) {
        ports.reading = () -> reading;
        time.pass(Duration.ofSeconds(2));
    }
}
