package org.obsenv.console.alarm;

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
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Permission;
import org.obsenv.domain.trace.Alarm;
import org.obsenv.domain.trace.Alarms;
import org.obsenv.domain.trace.Cause;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

class AlarmViewModelTest extends OnFeed {
    private static final Alarm OPEN = new Alarm(
            new Cause.OfCommit(Cause.Kind.NO_COUNTERPART, new PackageName("ts_wep"), Sample.commit("c5d0021")),
            Sample.NOW.minusSeconds(600),
            Optional.empty(),
            Optional.empty());

    private final AlarmViewModel model = new AlarmViewModel(
            feed, () -> ports.alarms.get(), verb(Lane.SWITCH, "maint1"), runner, time, words, "ops-ws2");

    @BeforeEach
    void raise() {
        ports.alarms = () -> Known.of(new Alarms(1, List.of(OPEN)));
        feed.start();
    }

    @Test
    void saysWhatItMeansAndWhatToDo() {
        assertThat(shown().line()).isEqualTo("ts_wep: the hot-fix c5d0021 is not in develop or main");
        assertThat(detail()).satisfies(each -> {
            assertThat(each.since()).contains("10 min");
            assertThat(each.means())
                    .isEqualTo("No commit there is it or does the same. The next release will undo the fix.");
            assertThat(each.next()).startsWith("Make a branch from develop");
        });
    }

    @Test
    void oneWhoseCauseHasGoneStaysAndSaysSo() {
        ports.alarms = () -> Known.of(new Alarms(
                2,
                List.of(new Alarm(
                        OPEN.cause(), OPEN.raised(), Optional.of(Sample.NOW.minusSeconds(60)), Optional.empty()))));
        time.pass(Duration.ofSeconds(2));
        assertThat(detail().since()).contains("its cause has gone (1 min");
    }

    @Test
    void whatCannotBeReadIsNotNone() {
        ports.alarms = () -> Known.unknown("alarms.yaml, line 2: expected a mapping");
        time.pass(Duration.ofSeconds(2));
        assertThat(model.lookProperty().get())
                .isEqualTo(
                        new AlarmLook.Unknown("which there are is not known: alarms.yaml, line 2: expected a mapping"));
        ports.alarms = () -> Known.of(Alarms.NONE);
        time.pass(Duration.ofSeconds(2));
        assertThat(model.lookProperty().get()).isEqualTo(new AlarmLook.None());
    }

    @Test
    void asksForTheVeryAlarmWithANote() {
        ports.outcome = request -> new Outcome.Recorded("alarms", 2, Sample.NOW, List.of());
        model.begin(detail());
        assertThat(model.blockedProperty().get()).contains("say what comes of it");
        model.confirm();
        assertThat(ports.requests).isEmpty();
        model.noteProperty().set(" DM-51100 ");
        model.initialsProperty().set("zo");

        model.confirm();

        assertThat(ports.requests)
                .containsExactly(new Request(
                        Verb.ACKNOWLEDGE,
                        new Saw.Nothing(),
                        new Aim.Acknowledge(OPEN.id(), OPEN.raised()),
                        Optional.of("DM-51100"),
                        Optional.of("zo"),
                        Optional.of("ops-ws2")));
        assertThat(model.endingProperty().get().map(Ending::outcome))
                .contains(new Outcome.Recorded("alarms", 2, Sample.NOW, List.of()));
        assertThat(model.formProperty().get()).isEqualTo(new AlarmViewModel.Form.Closed());
        assertThat(model.lookProperty().get()).as("the disk, not the word").isInstanceOf(AlarmLook.Shown.class);
    }

    @Test
    void oneThatIsNotOnShowAnyMoreIsNotAskedFor() {
        model.begin(detail());
        model.noteProperty().set("ok");
        ports.alarms = () -> Known.of(Alarms.NONE);
        time.pass(Duration.ofSeconds(2));
        assertThat(model.blockedProperty().get()).contains("it is not on show any more; look again");
        model.confirm();
        assertThat(ports.requests).isEmpty();
        assertThat(model.close()).isTrue();
    }

    @Test
    void anObserverCannotAndIsToldWhy() {
        model.permissionProperty().set(new Permission.Denied("a password is required"));
        model.begin(detail());
        assertThat(model.formProperty().get()).isEqualTo(new AlarmViewModel.Form.Closed());
        assertThat(model.barred()).contains("maintainers only");
    }

    private AlarmLook.Shown shown() {
        return (AlarmLook.Shown) model.lookProperty().get();
    }

    private AlarmLook.Detail detail() {
        return shown().details().getFirst();
    }
}
