package org.obsenv.app;

import static org.obsenv.app.ConsoleAtWork.ask;
import static org.obsenv.app.ConsoleAtWork.onFx;
import static org.obsenv.app.ConsoleAtWork.until;

import java.io.IOException;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.obsenv.console.environment.EnvironmentViewModel;
import org.obsenv.domain.Permission;
import org.obsenv.protocol.Verb;

/** What is to be seen without changing anything, and what the night does by itself. */
record LookingScenes(Play play) {
    List<Scene> all() {
        return List.of(
                Scene.of("following", () -> {}).with(Scene.Detail.WHERE_ROOMY).main(),
                Scene.of("detail", () -> {}).with(Scene.Detail.OPEN).main(),
                Scene.of("detail-files", () -> {})
                        .with(Scene.Detail.OPEN)
                        .eachTime(() -> console().click("files-tab"), () -> console()
                                .click("commits-tab")),
                Scene.of("diff-sides", () -> {}).with(Scene.Detail.OPEN).eachTime(this::sides, () -> {
                    console().click("diff-sides");
                    close();
                }),
                Scene.of("diff-search", () -> {}).with(Scene.Detail.OPEN).eachTime(this::search, this::close),
                Scene.of("filter", () -> filter("maint2")).leftBy(() -> filter("")),
                Scene.of("filter-empty", () -> filter("nothing like this")).leftBy(() -> filter("")),
                Scene.of("attention", () -> segment(EnvironmentViewModel.Segment.ATTENTION))
                        .leftBy(() -> segment(EnvironmentViewModel.Segment.ALL)),
                Scene.of("changes", () -> {})
                        .eachTime(
                                () -> {
                                    console().click("rail-changes");
                                    until(() -> ask(() ->
                                            !console().text("#review-path").isEmpty()));
                                },
                                () -> console().click("rail-environment"))
                        .main(),
                Scene.of("journal", () -> {})
                        .eachTime(() -> console().click("rail-journal"), () -> console()
                                .click("rail-environment"))
                        .main(),
                Scene.of("timeline", () -> console().click("rail-timeline"))
                        .eachTime(
                                () -> until(() -> ask(
                                        () -> console().text("#timeline-title").startsWith("Tonight"))),
                                () -> {})
                        .main()
                        .leftBy(() -> console().click("rail-environment")),
                Scene.of("handover", () -> console().click("rail-timeline"))
                        .eachTime(
                                () -> {
                                    until(() -> ask(() ->
                                            console().text("#timeline-title").startsWith("Tonight")));
                                    console().click("handover-open");
                                    until(() -> ask(() ->
                                            console().text("#handover-title").startsWith("Handover,")));
                                },
                                () -> console().click("handover-back"))
                        .main()
                        .leftBy(() -> console().click("rail-environment")),
                Scene.of("journal-detail", () -> console().click("rail-journal"))
                        .eachTime(() -> console().clickFirst("#journal .journal-line"), () -> {})
                        .leftBy(() -> console().click("rail-environment")),
                Scene.of("help", () -> {})
                        .eachTime(() -> console().press(KeyCode.F1), () -> console()
                                .press(KeyCode.F1))
                        .main(),
                Scene.of("not-permitted", this::forbid).leftBy(play::asObserver),
                Scene.of("one-unknown", this::blocked).leftBy(() -> {
                    play.demo().unblock("cwfs");
                    play.calm();
                }),
                Scene.of("pin-missing", this::broken).leftBy(() -> {
                    play.demo().actions().mendPackage();
                    play.calm();
                }),
                Scene.of("edited", this::edited).leftBy(() -> {
                    play.demo().restoreList();
                    play.calm();
                }),
                Scene.of("no-base", this::withoutBase).main().leftBy(() -> {
                    play.demo().bringBack("base");
                    play.calm();
                }),
                Scene.of("unreadable", this::away)
                        .with(Scene.Detail.WHERE_ROOMY)
                        .main()
                        .leftBy(() -> {
                            play.demo().actions().bringMountBack();
                            play.calm();
                        }),
                Scene.of("hold-offered", this::atBase).leftBy(() -> {
                    play.demo().restoreList();
                    play.calm();
                }));
    }

    private void sides() {
        console().selectNext("packages");
        console().click("diff-sides");
    }

    private void close() {
        console().press(KeyCode.ESCAPE);
        onFx(() -> console().model().environment().closeDetail());
    }

    private void search() {
        console().selectNext("packages");
        console().click("diff");
        console().press(KeyCode.CONTROL, KeyCode.F);
        console().write("diff-wanted", "timeout");
        console().press(KeyCode.ENTER);
    }

    private ConsoleAtWork console() {
        return play.console();
    }

    private void filter(String text) {
        onFx(() -> console().model().environment().filterProperty().set(text));
    }

    private void segment(EnvironmentViewModel.Segment part) {
        onFx(() -> console().model().environment().segmentProperty().set(part));
    }

    private void forbid() throws IOException {
        play.demo().sudo().deny(Verb.values());
        console()
                .refreshUntil(() -> ask(() -> console()
                                .model()
                                .permissions()
                                .rollbackProperty()
                                .get())
                        instanceof Permission.Denied);
    }

    private void blocked() throws IOException {
        play.demo().block("cwfs");
        play.refreshUntilVerdict("1 of 8 packages unknown");
    }

    private void broken() throws IOException {
        play.demo().actions().breakPackage();
        play.refreshUntilVerdict("unknown");
    }

    private void edited() throws IOException {
        play.demo().editList("ts_standardscripts: v2.2.1", "ts_standardscripts: v2.2.0");
        console()
                .refreshUntil(() ->
                        ask(() -> !console().model().environment().problems().isEmpty()));
    }

    private void withoutBase() throws IOException {
        play.demo().hide("base");
        console()
                .refreshUntil(() ->
                        ask(() -> !console().model().environment().problems().isEmpty()));
    }

    private void away() throws IOException {
        play.demo().actions().takeMountAway();
        play.refreshUntilVerdict("Unknown since");
    }

    private void atBase() throws IOException {
        play.demo().listWhatRuns();
        play.refreshUntilVerdict("All 8");
    }
}
