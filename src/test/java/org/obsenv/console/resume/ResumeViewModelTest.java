package org.obsenv.console.resume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.obsenv.console.OnFeed;
import org.obsenv.console.Sample;
import org.obsenv.console.SampleActs;
import org.obsenv.console.SampleHolds;
import org.obsenv.console.acting.Sighting;
import org.obsenv.console.support.Lane;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

class ResumeViewModelTest extends OnFeed {
    private final ResumeViewModel model =
            new ResumeViewModel(feed, verb(Lane.RESUME, "maint1"), ports, runner, time, words, "ops-ws2");

    ResumeViewModelTest() {
        super(Sample::held);
    }

    private Hold hold() {
        return ((ResumeState.Held) model.stateProperty().get()).hold();
    }

    @Test
    void saysWhoHoldsSinceWhenWhyAndWhatResumingBrings() {
        feed.start();
        assertThat(hold().sentence())
                .isEqualTo("by obs1 since 02:31 UTC (41 min) · reason: script failing"
                        + " · resuming would bring 8 commits in 3 packages");
        assertThat(hold().known())
                .extracting(each -> each.name().text())
                .containsExactly("ts_standardscripts", "summit_utils", "ts_wep");
        assertThat(hold().known())
                .as("what base has and deploy has not would run no more")
                .extracting(Hold.Bring::loses)
                .containsExactly(0, 1, 0);
    }

    @Test
    void saysUntilWhenItIsMeantAndThatItIsOver() {
        ports.reading = () -> SampleHolds.testing(time.instant(), Sample.NOW.plus(Duration.ofHours(2)));
        feed.start();
        assertThat(hold().sentence()).contains(" · until 05:12 UTC · ");
        assertThat(hold().overdue()).isEmpty();
        ports.reading = () -> SampleHolds.testing(time.instant(), Sample.NOW.minus(Duration.ofMinutes(12)));
        time.pass(Duration.ofSeconds(2));
        assertThat(hold().sentence()).doesNotContain("until");
        assertThat(hold().overdue()).contains("was to end at 03:00 UTC, 12 min ago");
    }

    @Test
    void followingIsNotHeldAndAnUnreadableEnvironmentIsNotCalledHeld() {
        ports.reading = () -> Sample.following(time.instant());
        feed.start();
        assertThat(model.stateProperty().get()).isEqualTo(new ResumeState.NotHeld());
        ports.reading = () -> Sample.unreadable(time.instant());
        time.pass(Duration.ofSeconds(2));
        assertThat(model.stateProperty().get()).isEqualTo(new ResumeState.NotHeld());
    }

    @Test
    void withoutPermissionThereIsNoPreview() {
        feed.start();
        model.permissionProperty().set(new Permission.Denied("a password is required"));
        model.preview();
        model.confirm();
        assertThat(model.stateProperty().get()).isInstanceOf(ResumeState.Held.class);
        assertThat(ports.requests).isEmpty();
    }

    @Test
    void resumesTheVeryLinkThatWasPreviewedAndChecksTheDisk() {
        feed.start();
        model.preview();
        assertThat(model.commits()).hasSize(3);
        model.reasonProperty().set("fix is in");
        ports.outcome = request -> {
            ports.reading = () -> Sample.following(time.instant());
            return SampleActs.switched(time.instant(), Set.of());
        };
        model.confirm();
        assertThat(ports.requests)
                .containsExactly(new Request(
                        Verb.RESUME,
                        new Saw.Current(Sample.token("generations/000039")),
                        Optional.of("fix is in"),
                        Optional.empty(),
                        Optional.of("ops-ws2")));
        assertThat(model.endingProperty().get().orElseThrow().sighting()).isInstanceOf(Sighting.Seen.class);
        assertThat(model.stateProperty().get()).isEqualTo(new ResumeState.NotHeld());
    }

    @Test
    void aHoldThatWasEndedIsNotOfferedAgainWhileThisWorkstationWaits() {
        feed.start();
        model.preview();
        ports.outcome = request -> SampleActs.switched(time.instant(), Set.of());
        model.confirm();
        time.pass(Duration.ofSeconds(30));
        assertThat(model.stateProperty().get()).isInstanceOf(ResumeState.Running.class);
        time.pass(Duration.ofSeconds(31));
        assertThat(model.stateProperty().get()).isInstanceOf(ResumeState.Held.class);
    }

    @Test
    void aRefusalLeavesTheHold() {
        feed.start();
        model.preview();
        ports.outcome = request -> new Outcome.Refused(Refusal.SWITCH_MOVED, Map.of());
        model.confirm();
        assertThat(model.stateProperty().get()).isInstanceOf(ResumeState.Held.class);
        assertThat(model.endingProperty().get()).isPresent();
    }

    @Test
    void closingThePreviewKeepsTheHold() {
        feed.start();
        model.preview();
        assertThat(model.close()).isTrue();
        assertThat(model.close()).isFalse();
        assertThat(List.copyOf(ports.requests)).isEmpty();
    }
}
