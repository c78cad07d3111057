package org.obsenv.app;

import static org.obsenv.app.ConsoleAtWork.ask;
import static org.obsenv.app.ConsoleAtWork.onFx;
import static org.obsenv.app.ConsoleAtWork.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.obsenv.console.letpass.LetPassState;
import org.obsenv.console.letpass.LetPassViewModel;
import org.obsenv.console.pull.PullState;
import org.obsenv.console.pull.PullViewModel;
import org.obsenv.domain.Flag;
import org.obsenv.protocol.Verb;

/** A maintainer pulls; a head is refused, and let pass. The last of them change what runs, so they come last. */
record PullScenes(Play play) {
    private static final String BROKEN = "atmospec";

    List<Scene> all() {
        return List.of(
                Scene.of("pulling", () -> {
                            play.asMaintainer();
                            Files.deleteIfExists(sign());
                            play.demo().sudo().replace(Verb.SYNC, """
                                    while [ ! -e '%s' ]; do sleep 0.1; done
                                    exec @real@
                                    """.formatted(sign().toAbsolutePath()));
                            onFx(pull()::pull);
                            until(() -> ask(() -> pull().stateProperty().get()) instanceof PullState.Running);
                        })
                        .leftBy(() -> {
                            Files.createFile(sign());
                            untilPulled();
                            end();
                        }),
                Scene.of("pulled-nothing", this::pulled).leftBy(this::end),
                Scene.of("pulled-refused", () -> {
                            play.demo().unseen(play.demo().actions()::pushStrayBracket);
                            pulled();
                        })
                        .leftBy(this::end),
                refused("refused-head", () -> play.asObserver(), () -> {}),
                refused("refused-head-unsafe", play::asMaintainer, () -> choose("ts_externalscripts")),
                refused("let-pass", play::asMaintainer, () -> console().click("let-pass-open")),
                refused("let-pass-filled", play::asMaintainer, () -> {
                    console().click("let-pass-open");
                    console().write("let-pass-reason", "only the quick look imports it; maint2 is on the phone");
                }),
                refused("let-pass-failed", this::withoutVerb, this::letPass),
                refused("let-passed", play::asMaintainer, this::letPass),
                Scene.of("pulled-news", () -> {
                            play.demo().unseen(play.demo().actions()::pushMend);
                            pulled();
                        })
                        .leftBy(this::end));
    }

    private Scene refused(String state, Scene.Act begin, Scene.Act then) {
        return Scene.of(state, () -> {
                    play.demo().actions().pushStrayBracket();
                    begin.run();
                    console()
                            .refreshUntil(() -> ask(() -> console().model().environment().rows().stream()
                                    .anyMatch(row -> row.name().equals(BROKEN)
                                            && row.reading().flags().contains(Flag.REFUSED))));
                    choose(BROKEN);
                    then.run();
                })
                .with(Scene.Detail.OPEN)
                .leftBy(() -> {
                    onFx(() -> letPassing().close());
                    end();
                });
    }

    private void withoutVerb() throws IOException {
        play.asMaintainer();
        play.demo().sudo().replace(Verb.SYNC, "kill -9 $$");
    }

    private void letPass() {
        console().click("let-pass-open");
        console().write("let-pass-reason", "only the quick look imports it; maint2 is on the phone");
        console().click("let-pass-confirm");
        until(() -> ask(() -> letPassing().endingProperty().get().isPresent()
                && !(letPassing().stateProperty().get() instanceof LetPassState.Running)));
    }

    private void choose(String name) {
        onFx(() -> {
            var environment = console().model().environment();
            environment
                    .chosenProperty()
                    .set(environment.rows().stream()
                            .filter(row -> row.name().equals(name))
                            .findFirst());
        });
    }

    private ConsoleAtWork console() {
        return play.console();
    }

    private PullViewModel pull() {
        return console().model().pages().pull().orElseThrow();
    }

    private LetPassViewModel letPassing() {
        return console().model().pages().letPass().orElseThrow();
    }

    private Path sign() {
        return play.demo().directory().resolve("go-on-pulling");
    }

    private void pulled() throws IOException {
        play.asMaintainer();
        onFx(pull()::pull);
        untilPulled();
    }

    private void untilPulled() {
        until(() -> ask(() -> pull().endingProperty().get().isPresent()));
    }

    private void end() throws IOException {
        onFx(() -> {
            pull().dismiss();
            letPassing().dismiss();
            console().model().environment().closeDetail();
        });
        play.quiet();
    }
}
