package org.obsenv.app;

import static org.obsenv.app.SignOffPlay.NEWEST;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The lead's page where the site asks for something else. */
record OtherSiteScenes(SignOffPlay play) {
    /** The day of the weekly. */
    private static final LocalDate MADE = LocalDate.of(2026, 11, 5);

    private static final int DAYS_LEFT = 9;

    List<Scene> all() {
        return List.of(
                scene("sign-off-expires", () -> {
                    play.waitedFor();
                    long kept = ChronoUnit.DAYS.between(MADE, LocalDate.now(Clock.systemUTC())) + DAYS_LEFT;
                    play.look(
                            play.play()
                                    .demo()
                                    .siteFileWith(
                                            "keep", "\nimages:\n", "\nimages:\n  keep: {weekly: " + kept + " d}\n"),
                            NEWEST);
                }),
                scene("sign-off-blocked", () -> {
                    play.waitedFor();
                    play.look(
                            play.play()
                                    .demo()
                                    .siteFileWith("strict", "\n  lasts:", "\n  open-checks: refuse\n  lasts:"),
                            "w_2026_43");
                }),
                scene("sign-off-four-step", () -> {
                    play.waitedFor();
                    play.look(play.play().demo().siteFileWith("four", "seven-step", "four-step"), NEWEST);
                }));
    }

    private Scene scene(String state, Scene.Act begin) {
        return Scene.of(state, begin).leftBy(play::leave);
    }
}
