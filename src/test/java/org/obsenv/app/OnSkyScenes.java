package org.obsenv.app;

import static org.obsenv.app.ConsoleAtWork.ask;
import static org.obsenv.app.ConsoleAtWork.onFx;
import static org.obsenv.app.ConsoleAtWork.until;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.obsenv.console.csc.CscLook;
import org.obsenv.console.deploy.DeployLine;
import org.obsenv.console.deploy.DeployState;
import org.obsenv.console.deploy.DeployViewModel;
import org.obsenv.console.resume.Hold;
import org.obsenv.console.resume.ResumeState;
import org.obsenv.domain.PackageName;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.CscChange;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/** Tests on sky: putting one together, the hold it makes, the CSCs under test. */
record OnSkyScenes(Play play, ShiftedClock clock) {
    private static final PackageName SCRIPTS = new PackageName("ts_standardscripts");

    List<Scene> all() {
        return List.of(
                form("deploy-empty", () -> {}),
                form("deploy-typing", () -> console().write("deploy-revision-" + SCRIPTS, "v2")),
                form("deploy-filled", () -> {
                    fill("v2.2.0");
                    untilLooked(DeployLine.Found.class);
                }),
                form("deploy-unknown", () -> {
                    fill("tickets/DM-99999");
                    untilLooked(DeployLine.NotHere.class);
                }),
                Scene.of("deploy-refused", () -> {
                            begin();
                            fill("tickets/DM-99999");
                            untilLooked(DeployLine.NotHere.class);
                            console().click("deploy-confirm");
                            until(() -> ask(() -> model().endingProperty().get().isPresent()));
                        })
                        .leftBy(this::end),
                Scene.of("test-held", () -> test(Duration.ofHours(3))).leftBy(play::calm),
                Scene.of("test-near-end", () -> test(Duration.ofMinutes(4))).leftBy(play::calm),
                Scene.of("test-over", () -> {
                            test(Duration.ofMinutes(20));
                            clock.advance(Duration.ofMinutes(45));
                            console()
                                    .refreshUntil(() -> ask(() -> console()
                                                            .model()
                                                            .resume()
                                                            .stateProperty()
                                                            .get())
                                                    instanceof ResumeState.Held(Hold hold)
                                            && hold.overdue().isPresent());
                        })
                        .leftBy(() -> {
                            clock.restore();
                            play.calm();
                        }),
                cscs("csc-one", Duration.ofHours(3), "MTDome"),
                cscs("csc-several", Duration.ofHours(3), "MTDome", "MTM1M3", "ATPneumatics"),
                Scene.of("csc-over", () -> {
                            put(Duration.ofMinutes(20), "MTDome", "MTM1M3");
                            clock.advance(Duration.ofMinutes(45));
                            untilCscs();
                            console().click("cscs-unfold");
                        })
                        .leftBy(() -> {
                            console().click("cscs-unfold");
                            clock.restore();
                            take("MTDome", "MTM1M3");
                        }));
    }

    private Scene form(String state, Scene.Act filling) {
        return Scene.of(state, () -> {
                    begin();
                    filling.run();
                })
                .with(Scene.Detail.OPEN)
                .leftBy(this::end);
    }

    private Scene cscs(String state, Duration span, String... names) {
        return Scene.of(state, () -> {
                    put(span, names);
                    untilCscs();
                })
                .leftBy(() -> take(names));
    }

    private ConsoleAtWork console() {
        return play.console();
    }

    private DeployViewModel model() {
        return console().model().pages().deploy().orElseThrow();
    }

    private void begin() throws IOException {
        play.asMaintainer();
        onFx(() -> model().add(SCRIPTS));
        until(() -> ask(() -> model().stateProperty().get()) instanceof DeployState.Choosing
                && ask(() -> model().names().containsKey(SCRIPTS)));
    }

    private void fill(String revision) {
        console().write("deploy-revision-" + SCRIPTS, revision);
        console().write("deploy-reason", "DM-51100 on sky");
        console().write("deploy-until", "8h");
    }

    private void untilLooked(Class<? extends DeployLine.Look> wanted) {
        until(() -> ask(() -> model().lines().stream().allMatch(each -> wanted.isInstance(each.look()))));
    }

    private void end() throws IOException {
        onFx(() -> {
            model().close();
            model().dismiss();
        });
        play.calm();
    }

    private void test(Duration span) throws IOException {
        begin();
        fill("v2.2.0");
        console()
                .write(
                        "deploy-until",
                        Instant.now().plus(span).truncatedTo(ChronoUnit.MINUTES).toString());
        untilLooked(DeployLine.Found.class);
        console().click("deploy-confirm");
        play.refreshUntilVerdict("differ");
        until(() -> ask(() -> console().isShown("#hold")));
        onFx(() -> model().dismiss());
        play.asObserver();
    }

    private void put(Duration span, String... names) {
        for (String each : names) {
            csc(new CscChange.Put(
                    each,
                    "1.4.2-rc1",
                    "1.4.1",
                    Optional.of(Instant.now().plus(span)),
                    "Stop the 1.4.2-rc1 container\nStart the 1.4.1 container\nTell the observers"));
        }
    }

    private void take(String... names) throws IOException {
        for (String each : names) {
            csc(new CscChange.End(each));
        }
        play.calm();
    }

    private void csc(CscChange change) {
        play.demo()
                .run(new Request(
                        Verb.CSC,
                        new Saw.Nothing(),
                        new Aim.Csc(play.demo().cscs().revision(), change),
                        Optional.of("on sky"),
                        Optional.empty(),
                        Optional.of("ops-ws2")));
    }

    private void untilCscs() {
        console()
                .refreshUntil(() -> ask(() -> console()
                                .model()
                                .pages()
                                .cscs()
                                .orElseThrow()
                                .lookProperty()
                                .get())
                        instanceof CscLook.Shown);
    }
}
