package org.obsenv.app;

import static org.obsenv.app.ConsoleAtWork.ask;
import static org.obsenv.app.ConsoleAtWork.until;

import java.io.IOException;
import java.util.List;
import org.obsenv.domain.Outcome;
import org.obsenv.protocol.Verb;

/** The environment is held, and a maintainer resumes it. */
record HeldScenes(Play play, SilentMount mount) {
    List<Scene> all() {
        return List.of(
                Scene.of("held", play::held)
                        .with(Scene.Detail.WHERE_ROOMY)
                        .main()
                        .leftBy(play::calm),
                Scene.of("held-reason", () -> {
                            play.rolledBack();
                            play.giveReason("power_on script failing");
                            play.heldNow();
                        })
                        .leftBy(play::calm),
                Scene.of("held-maintainer", () -> {
                            play.held();
                            play.asMaintainer();
                        })
                        .main()
                        .leftBy(play::calm),
                Scene.of("held-unreadable", () -> {
                            play.held();
                            play.demo().actions().takeMountAway();
                            play.refreshUntilVerdict("Unknown since");
                        })
                        .leftBy(() -> {
                            play.demo().actions().bringMountBack();
                            play.calm();
                        }),
                Scene.of("resume-preview", this::preview).main().leftBy(play::calm),
                Scene.of("resume-refused", () -> {
                            preview();
                            // Between two looks: one that sees the resume closes the preview.
                            mount.begin();
                            play.demo().run(Verb.RESUME);
                            play.demo().run(Verb.ROLLBACK);
                            console().click("resume-confirm");
                            resumeEnds(Outcome.Refused.class);
                            mount.end();
                        })
                        .leftBy(play::calm),
                Scene.of("resumed", () -> {
                            preview();
                            console().click("resume-confirm");
                            resumeEnds(Outcome.Switched.class);
                            play.refreshUntilVerdict("differ");
                        })
                        .leftBy(play::calm));
    }

    private ConsoleAtWork console() {
        return play.console();
    }

    private void preview() throws IOException {
        play.held();
        play.asMaintainer();
        console().click("resume");
        until(() -> ask(() -> console().model().resume().commits().size() >= 3));
    }

    private void resumeEnds(Class<? extends Outcome> outcome) {
        until(() -> ask(() -> console().model().resume().endingProperty().get())
                .filter(each -> outcome.isInstance(each.outcome()))
                .isPresent());
    }
}
