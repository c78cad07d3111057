package org.obsenv.app;

import static org.obsenv.app.ConsoleAtWork.ask;
import static org.obsenv.app.ConsoleAtWork.until;

import java.util.List;
import org.obsenv.console.signoff.SignOffViewModel;

/** The lead's page, up to her signature. */
record SignOffScenes(Play play) {
    List<Scene> all() {
        return List.of(
                Scene.of("sign-off", this::open).main().leftBy(this::leave),
                Scene.of("sign-off-objecting", this::open)
                        .eachTime(() -> play.console().click("object"), () -> play.console()
                                .click("objection-cancel"))
                        .leftBy(this::leave),
                Scene.of("sign-off-signed", () -> {
                            open();
                            play.console().click("sign");
                            until(() ->
                                    ask(() -> signOff().endingProperty().get().isPresent()));
                        })
                        .main()
                        .leftBy(() -> {
                            play.console().click("withdraw");
                            until(() -> ask(() -> signOff().waitingProperty().get() == 1));
                            leave();
                        }));
    }

    private void open() {
        play.console().click("rail-sign-off");
        until(() -> ask(() -> !signOff().rows().isEmpty()));
    }

    private void leave() {
        play.console().click("rail-environment");
    }

    private SignOffViewModel signOff() {
        return play.console().model().signOff().orElseThrow();
    }
}
