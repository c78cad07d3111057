package org.obsenv.console.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.obsenv.console.OnFeed;
import org.obsenv.console.Sample;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.support.Lane;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

class PullViewModelTest extends OnFeed {
    private final PullViewModel model = new PullViewModel(feed, verb(Lane.PULL, "maint1"), words, "ops-ws2");
    private final List<PullState> states = new ArrayList<>();

    @Test
    void isAbsentUntilSomethingIsSeen() {
        assertThat(model.stateProperty().get()).isEqualTo(new PullState.Absent());
        model.pull();
        assertThat(ports.requests).isEmpty();
    }

    @Test
    void asksOnceSaysHowFarAndHowItEnded() {
        Outcome built =
                new Outcome.Built(Optional.of(new GenerationId(43)), Sample.NOW, Duration.ofSeconds(1), 1, List.of());
        ports.outcome = request -> built;
        feed.start();
        model.stateProperty().subscribe(state -> {
            states.add(state);
        });

        model.pull();

        assertThat(ports.requests)
                .containsExactly(new Request(
                        Verb.SYNC, new Saw.Nothing(), Optional.empty(), Optional.empty(), Optional.of("ops-ws2")));
        assertThat(states)
                .containsExactly(
                        new PullState.Offered(),
                        new PullState.Running("Pulling"),
                        new PullState.Running("Pulling, 0 of 1"),
                        new PullState.Offered());
        assertThat(model.endingProperty().get().map(Ending::outcome)).contains(built);
        assertThat(ports.rescans).as("the disk is read for what it brought").isPositive();
        model.dismiss();
        assertThat(model.endingProperty().get()).isEmpty();
    }

    @Test
    void isNotForObserversWhoAreToldWhy() {
        feed.start();
        model.permissionProperty().set(new Permission.Denied("not allowed"));
        assertThat(model.stateProperty().get())
                .isEqualTo(new PullState.Blocked("Only maintainers can pull now. The auto-pull goes on by itself."));
        model.pull();
        assertThat(ports.requests).isEmpty();
    }

    @Test
    void isOfferedWhileHeldAndNotWhereTheDiskCannotBeRead() {
        ports.reading = () -> Sample.held(time.instant());
        feed.start();
        assertThat(model.stateProperty().get()).isEqualTo(new PullState.Offered());
        ports.reading = () -> EnvironmentReading.unreadable(
                "Summit", time.instant(), Sample.site(Duration.ZERO).packageNames(), "away");
        feed.rescan();
        assertThat(model.stateProperty().get()).isEqualTo(new PullState.Absent());
    }
}
