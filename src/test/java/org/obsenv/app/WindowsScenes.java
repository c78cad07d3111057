package org.obsenv.app;

import static org.obsenv.app.ConsoleAtWork.ask;
import static org.obsenv.app.ConsoleAtWork.until;

import java.util.List;
import org.obsenv.console.windows.WindowsViewModel;

/** The page of maintenance windows: tentative, being moved, confirmed. */
record WindowsScenes(Play play) {
    List<Scene> all() {
        return List.of(
                Scene.of("windows", this::open).main().leftBy(this::leave),
                Scene.of("windows-moving", this::open)
                        .eachTime(() -> play.console().click("session-move"), () -> play.console()
                                .click("session-form-close"))
                        .leftBy(this::leave),
                Scene.of("windows-confirmed", () -> {
                            open();
                            // The demo's extra session, and one that is over, need no word any more.
                            until(() -> ask(() -> {
                                boolean isThere = play.console().isShown("#confirm-session");
                                if (!isThere) {
                                    play.console().selectNext("sessions");
                                }
                                return isThere;
                            }));
                            play.console().click("confirm-session");
                            until(() -> ask(() -> windows().asText().contains("Confirmed")));
                        })
                        .leftBy(this::leave));
    }

    private void open() {
        play.console().click("window");
        until(() -> ask(() -> windows().calendarProperty().get().isCertain()));
    }

    private void leave() {
        play.console().click("rail-environment");
    }

    private WindowsViewModel windows() {
        return play.console().model().windows().orElseThrow();
    }
}
