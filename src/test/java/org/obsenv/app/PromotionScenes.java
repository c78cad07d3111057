package org.obsenv.app;

import static org.obsenv.app.SignOffPlay.NEWEST;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** From "everybody agreed" to the recommended tag, and back. */
record PromotionScenes(SignOffPlay play) {
    private static final String RECOMMENDED = "w_2026_38";

    List<Scene> all() {
        return List.of(
                scene("sign-off-agreed-closed", () -> {
                    play.agreed();
                    play.look(NEWEST);
                }),
                scene("sign-off-agreed-tentative", () -> {
                    play.agreed();
                    play.look(tentativeNow(), NEWEST);
                }),
                scene("sign-off-agreed-open", this::promotable).main(),
                scene("sign-off-promotion-ordered", this::ordered),
                scene("sign-off-not-moved", () -> {
                    ordered();
                    play.console().click("verify");
                    play.untilWritten();
                }),
                scene("sign-off-promoted", this::promoted),
                scene("sign-off-superseded", () -> {
                    promoted();
                    play.choose(RECOMMENDED);
                }),
                scene("sign-off-recommended", () -> {
                    play.waitedFor();
                    play.look(RECOMMENDED);
                    play.untilShown("put-back-open");
                }),
                scene("sign-off-returning", () -> {
                    returning();
                    play.console().write("put-back-reason", "notebooks cannot reach the butler on summit");
                }),
                scene("sign-off-return-ordered", () -> {
                    returning();
                    play.console().write("put-back-reason", "notebooks cannot reach the butler on summit");
                    play.console().click("put-back-send");
                    play.untilWritten();
                }));
    }

    private Scene scene(String state, Scene.Act begin) {
        return Scene.of(state, begin).leftBy(play::leave);
    }

    private void promotable() throws IOException {
        play.agreed();
        play.openWindow();
        play.look(NEWEST);
        play.untilTitle("ready to promote");
        play.untilShown("promote");
    }

    private void ordered() throws IOException {
        promotable();
        play.console().click("promote");
        play.untilShown("verify");
        play.untilWritten();
    }

    private void promoted() throws IOException {
        ordered();
        play.play()
                .demo()
                .actions()
                .moveTag("recommended", play.play().demo().actions().image(NEWEST));
        play.console().click("verify");
        play.untilTitle("is recommended");
    }

    private void returning() throws IOException {
        play.waitedFor();
        play.look(RECOMMENDED);
        play.console().click("put-back-open");
    }

    /** A site whose window is open every week at this hour, and nobody has confirmed it. */
    private Path tentativeNow() throws IOException {
        ZonedDateTime now = ZonedDateTime.now(Clock.systemUTC()).minusHours(1);
        String when = now.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                + "%02d:00".formatted(now.getHour());
        return play.play().demo().siteFileWith("tentative", "\nimages:", """

                windows:
                  - {name: Summit, when: %s, zone: UTC, duration: 4 h}
                images:""".formatted(when));
    }
}
