package org.obsenv.console.letpass;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obsenv.console.OnFeed;
import org.obsenv.console.Sample;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.support.Lane;
import org.obsenv.domain.GateRefusal;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Permission;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

class LetPassViewModelTest extends OnFeed {
    private static final PackageName REFUSED = new PackageName("ts_externalscripts");

    private final LetPassViewModel model =
            new LetPassViewModel(feed, verb(Lane.PULL, "maint1"), time, words, "ops-ws2");

    @BeforeEach
    void look() {
        feed.start();
    }

    @Test
    void tellsOfARefusedHeadWhichWhoseAndWhy() {
        model.choose(Optional.of(REFUSED));
        assertThat(model.stateProperty().get())
                .isEqualTo(new LetPassState.Told(new RefusedHead(
                        REFUSED,
                        Sample.commit("c5d0021"),
                        "does not compile",
                        "Fix stray bracket in offset_atcs · maint2 · 12 min",
                        Sample.REFUSAL.lines(),
                        Optional.empty())));
        model.choose(Optional.of(new PackageName("ts_wep")));
        assertThat(model.stateProperty().get()).isEqualTo(new LetPassState.Absent());
    }

    @Test
    void asksForTheVeryCommitThatWasSeenWithAReason() {
        Outcome built =
                new Outcome.Built(Optional.of(new GenerationId(43)), Sample.NOW, Duration.ofSeconds(1), 1, List.of());
        ports.outcome = request -> built;
        model.choose(Optional.of(REFUSED));
        model.begin();
        assertThat(model.consequenceProperty().get())
                .startsWith("c5d0021 is taken in as it is and runs for everybody at once.");
        assertThat(model.blockedProperty().get()).contains("say why");
        model.confirm();
        assertThat(ports.requests).isEmpty();

        model.reasonProperty().set(" the file is not used at night ");
        assertThat(model.blockedProperty().get()).isEmpty();
        model.initialsProperty().set("zo");
        model.confirm();

        assertThat(ports.requests)
                .containsExactly(new Request(
                        Verb.SYNC,
                        new Saw.Nothing(),
                        new Aim.LetPass(REFUSED, Sample.commit("c5d0021")),
                        Optional.of("the file is not used at night"),
                        Optional.of("zo"),
                        Optional.of("ops-ws2")));
        assertThat(model.endingProperty().get().map(Ending::outcome)).contains(built);
        assertThat(model.stateProperty().get()).isInstanceOf(LetPassState.Told.class);
        assertThat(ports.rescans).as("the disk is read for what it brought").isPositive();
        model.dismiss();
        assertThat(model.endingProperty().get()).isEmpty();
    }

    @Test
    void aHeadThatMovedMeanwhileIsNotLetPass() {
        model.choose(Optional.of(REFUSED));
        model.begin();
        model.reasonProperty().set("please");
        ports.reading = () -> Sample.refused(time.instant(), "dddd021", Sample.REFUSAL);
        feed.rescan();
        assertThat(model.blockedProperty().get())
                .contains("not refused any more, or there is a newer head: look again");
        model.confirm();
        assertThat(ports.requests).isEmpty();
        assertThat(model.close()).isTrue();
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(LetPassState.Told.class, told -> assertThat(
                        told.head().commit())
                .isEqualTo(Sample.commit("dddd021")));
    }

    @Test
    void whatWasNotHeardIsReadFromTheDisk() {
        ports.outcome = request -> new Outcome.Unheard(Outcome.Unheard.Reason.DIED, "it ended with code 137");
        model.choose(Optional.of(REFUSED));
        model.begin();
        model.reasonProperty().set("please");
        model.confirm();
        assertThat(model.endingProperty().get().map(Ending::isDone)).contains(false);
        ports.reading = () -> Sample.followingAtBase(time.instant());
        feed.rescan();
        assertThat(model.endingProperty().get().map(Ending::isDone))
                .as("another head, not refused")
                .contains(false);
        ports.reading = () -> Sample.takenIn(time.instant());
        feed.rescan();
        assertThat(model.endingProperty().get().map(Ending::isDone)).contains(true);
        assertThat(model.stateProperty().get()).isEqualTo(new LetPassState.Absent());
    }

    @Test
    void whileHeldItSaysThatNothingRunsYet() {
        ports.reading = () -> Sample.held(time.instant());
        feed.rescan();
        model.choose(Optional.of(REFUSED));
        model.begin();
        assertThat(model.consequenceProperty().get()).contains("What runs stays held");

        ports.reading = () -> Sample.following(time.instant());
        feed.rescan();
        assertThat(model.consequenceProperty().get())
                .as("somebody resumed under the open form")
                .contains("runs for everybody at once");
    }

    @Test
    void whatIsNotSafeNobodyLetsPass() {
        ports.reading = () -> Sample.refused(
                time.instant(),
                "c5d0021",
                new GateRefusal("maint2", "is not safe", List.of("doc/Offsets.md differs only in case"), false));
        feed.rescan();
        model.choose(Optional.of(REFUSED));
        assertThat(model.barred()).contains("nobody can let pass what is not safe on the disk");
        model.begin();
        assertThat(model.stateProperty().get()).isInstanceOf(LetPassState.Told.class);
    }

    @Test
    void isNotForObserversWhoAreToldWhy() {
        model.permissionProperty().set(new Permission.Denied("not allowed"));
        model.choose(Optional.of(REFUSED));
        assertThat(model.barred()).contains("maintainers only");
        model.begin();
        assertThat(model.stateProperty().get()).isInstanceOf(LetPassState.Told.class);
        assertThat(model.close()).isFalse();
    }

    @Test
    void anotherPackageLeavesWhatWasBegun() {
        model.choose(Optional.of(REFUSED));
        model.begin();
        model.choose(Optional.of(new PackageName("cwfs")));
        assertThat(model.stateProperty().get()).isEqualTo(new LetPassState.Absent());
        assertThat(model.close()).isFalse();
    }
}
