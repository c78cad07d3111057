package org.obsenv.console.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obsenv.console.OnFeed;
import org.obsenv.console.Sample;
import org.obsenv.console.support.Lane;
import org.obsenv.domain.Drift;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Pin;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Deployed;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

class DeployViewModelTest extends OnFeed {
    private static final PackageName WEP = new PackageName("ts_wep");
    private static final PackageName CWFS = new PackageName("cwfs");

    private final DeployViewModel model =
            new DeployViewModel(feed, verb(Lane.SWITCH, "maint1"), ports, runner, time, words, "ops-ws2");

    @BeforeEach
    void look() {
        feed.start();
    }

    @Test
    void asksForWhatIsShownFromTheVeryLinkThatWasSeen() {
        model.add(WEP);
        model.add(CWFS);
        model.add(WEP);
        assertThat(model.blockedProperty().get()).contains("say what to deploy");
        model.type(WEP, " tickets/DM-51100 ");
        model.type(CWFS, "tickets/DM-7");
        assertThat(model.lines())
                .extracting(DeployLine::look)
                .containsExactly(
                        new DeployLine.Found(
                                Sample.commit("51100"),
                                Pin.Kind.BRANCH,
                                Optional.of(new Drift.Ahead(3)),
                                Optional.of(new Drift.Ahead(3))),
                        new DeployLine.NotHere("tickets/DM-7 is not in the repository"));
        assertThat(model.blockedProperty().get()).contains("say why");
        model.reasonProperty().set("DM-51100 on sky");
        model.untilProperty().set("soon");
        assertThat(model.blockedProperty().get()).contains("until: 06:00 (UTC), 2026-11-22T06:00Z or 8h");
        model.untilProperty().set("06:00");
        assertThat(model.blockedProperty().get()).isEmpty();
        ports.outcome = request -> new Outcome.Refused(Refusal.SWITCH_MOVED, Map.of());
        model.confirm();
        assertThat(ports.requests)
                .containsExactly(new Request(
                        Verb.DEPLOY,
                        new Saw.Current(Sample.token("deploy")),
                        new Aim.Deploy(
                                List.of(
                                        new Deployed(WEP, "tickets/DM-51100", Optional.of(Sample.commit("51100"))),
                                        new Deployed(CWFS, "tickets/DM-7", Optional.empty())),
                                Optional.of(Instant.parse("2026-11-21T06:00:00Z"))),
                        Optional.of("DM-51100 on sky"),
                        Optional.empty(),
                        Optional.of("ops-ws2")));
        assertThat(model.stateProperty().get()).isEqualTo(new DeployState.Closed());
        assertThat(model.endingProperty().get()).isPresent();
    }

    @Test
    void whoMayNotIsNotOfferedIt() {
        model.permissionProperty().set(new Permission.Denied("a password is required"));
        model.add(WEP);
        assertThat(model.mayDeploy()).isFalse();
        assertThat(model.stateProperty().get()).isEqualTo(new DeployState.Closed());
    }

    @Test
    void leavingTheLastPackageOutLeavesIt() {
        model.add(WEP);
        model.add(CWFS);
        model.remove(WEP);
        assertThat(model.stateProperty().get()).isInstanceOf(DeployState.Choosing.class);
        model.remove(CWFS);
        assertThat(model.stateProperty().get()).isEqualTo(new DeployState.Closed());
        assertThat(model.close()).isFalse();
        assertThat(ports.requests).isEmpty();
    }

    @Test
    void isNotBegunWhereWhatRunsIsNotKnown() {
        ports.reading = () -> Sample.unreadable(time.instant());
        time.pass(Duration.ofSeconds(2));
        model.add(WEP);
        assertThat(model.stateProperty().get()).isEqualTo(new DeployState.Closed());
    }
}
