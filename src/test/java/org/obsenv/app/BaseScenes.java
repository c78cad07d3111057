package org.obsenv.app;

import static org.obsenv.app.ConsoleAtWork.ask;
import static org.obsenv.app.ConsoleAtWork.onFx;
import static org.obsenv.app.ConsoleAtWork.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TableView;
import org.obsenv.console.base.BaseModels;
import org.obsenv.console.shell.Page;
import org.obsenv.protocol.Verb;

/** The Base page: as an observer and a maintainer see it, a proposal in every state, and the earlier lists. */
record BaseScenes(Play play) {
    private static final String CYCLE = """
            CYCLE=c0044
            rev=.008
            ts_standardscripts=2.2.0
            ts_observatory_control=0.51.0
            ts_wep=16.5.0
            summit_utils=w.2023.42
            cwfs=deploy
            ts_config_attcs=0.14.3
            ts_externalscripts=0.35.0
            """;
    private static final String MAIN = """
            CYCLE=main
            rev=
            ts_standardscripts=2.2.1
            ts_observatory_control=0.52.0
            ts_wep=16.5.0
            """;

    List<Scene> all() {
        return List.of(
                base("base-observer", play::asObserver, () -> {}),
                base("base", play::asMaintainer, () -> {}),
                base("base-import", play::asMaintainer, this::imported),
                base("base-choose", play::asMaintainer, () -> {
                    imported();
                    console().click("base-choose");
                    console().write("base-typed", "v0");
                    until(() -> console().isShown("#base-matches .list-cell"));
                }),
                base("base-two", play::asMaintainer, () -> {
                    imported();
                    take("main.env", MAIN);
                }),
                base("base-ready", play::asMaintainer, () -> {
                    imported();
                    console().click("base-keep");
                    console().write("base-reason", "Cycle 44 revision 8");
                    until(() -> console().text("#base-title").endsWith("would change"));
                }),
                base("base-moved", play::asMaintainer, () -> {
                    imported();
                    play.demo().editList("# What a roll back", "# Mind: what a roll back");
                    console().refreshUntil(() -> console().text("#base-warning").startsWith("The list changed"));
                }),
                base("base-running-now", play::asMaintainer, () -> {
                    console().click("base-take-running");
                    until(() -> console().text("#base-title").endsWith("would change"));
                }),
                base("base-unreadable", play::asMaintainer, () -> {
                    play.demo().editList("ts_wep: v16.5.1", "ts_wep: [v16.5.1");
                    console().refreshUntil(() -> console().text("#base-title").endsWith("unknown"));
                }),
                base("base-set", play::asMaintainer, () -> {
                    imported();
                    console().click("base-keep");
                    until(() -> console().text("#base-title").endsWith("would change"));
                    console().click("base-build");
                    until(() -> ask(() -> models().acts().endingProperty().get().isPresent()));
                }),
                base("base-history", play::asMaintainer, () -> {
                    console().click("base-history");
                    until(() -> ask(
                            () -> !((TableView<?>) console().stage().getScene().lookup("#base-versions"))
                                    .getItems()
                                    .isEmpty()));
                    onFx(() -> ((TableView<?>) console().stage().getScene().lookup("#base-versions"))
                            .getSelectionModel()
                            .selectLast());
                    until(() -> console().isShown("#base-return"));
                }));
    }

    private Scene base(String state, Scene.Act begin, Scene.Act then) {
        return Scene.of(state, () -> {
                    begin.run();
                    onFx(() -> console().model().go(Page.BASE));
                    until(() -> console().text("#base-title").startsWith("Base"));
                    then.run();
                })
                .leftBy(() -> {
                    onFx(() -> {
                        models().acts().dismiss();
                        models().page().startOver();
                        models().history().close();
                    });
                    play.demo().restoreList();
                    play.demo().run(Verb.SET_BASE);
                    play.calm();
                });
    }

    private void imported() throws IOException {
        take("cycle.env", CYCLE);
    }

    private void take(String name, String text) throws IOException {
        Path file = Files.writeString(play.demo().directory().resolve(name), text);
        onFx(() -> models().page().importFile(file.toString()));
        until(() -> console().text("#base-sub").contains("(" + name + ")"));
        until(() -> ask(() -> models().page().rowsProperty().get().stream()
                .noneMatch(row -> row.toString().contains("counting"))));
    }

    private BaseModels models() {
        return console().model().pages().base().orElseThrow();
    }

    private ConsoleAtWork console() {
        return play.console();
    }
}
