package org.obsenv.app;

import static org.obsenv.app.ConsoleAtWork.ask;
import static org.obsenv.app.ConsoleAtWork.until;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.signoff.Deed;

/** What is written down on the lead's page: proposals, meetings, tickets, checks. */
record RecordScenes(SignOffPlay play) {
    /** An image that nobody has proposed yet. */
    private static final String FRESH = "w_2026_30";

    List<Scene> all() {
        return List.of(
                scene("sign-off-proposing", () -> {
                    play.waitedFor();
                    play.look(SignOffPlay.NEWEST);
                    proposing(FRESH, "means");
                    console().write("proposal-reason", "back to the summer's butler for one run");
                }),
                scene("sign-off-proposing-absent", () -> {
                    play.waitedFor();
                    play.look(SignOffPlay.NEWEST);
                    proposing("w_2026_46", "no tag");
                }),
                scene("sign-off-proposing-daily", () -> {
                    play.waitedFor();
                    play.look(SignOffPlay.NEWEST);
                    proposing("d_2026_11_19", "cannot be recommended");
                }),
                scene("sign-off-proposed", this::fresh),
                scene("sign-off-meeting", () -> {
                    fresh();
                    console().click("meeting-rsp-open");
                }),
                scene("sign-off-ticket", () -> {
                    fresh();
                    console().click("ticket-open");
                }),
                scene("sign-off-check", () -> {
                    fresh();
                    console().click("check-2-open");
                    console().write("check-2-evidence", "https://example.org/mobu/tutorials");
                }),
                scene("sign-off-declined", () -> {
                    propose();
                    play.ledger()
                            .act(
                                    DemoLedger.SELF,
                                    FRESH,
                                    new Deed.MeetingHeld("rsp", false, Optional.of("wait for the hub upgrade")));
                    play.look(FRESH);
                }));
    }

    private Scene scene(String state, Scene.Act begin) {
        return Scene.of(state, begin).leftBy(play::leave);
    }

    private ConsoleAtWork console() {
        return play.console();
    }

    private void proposing(String tag, String said) {
        console().click("propose");
        console().write("proposal-tag", tag);
        until(() -> ask(() -> console().text("#proposal-meaning").contains(said)));
    }

    private void propose() throws IOException {
        play.waitedFor();
        play.ledger().propose("maint1", FRESH, "back to the summer's butler for one run", Optional.empty());
    }

    private void fresh() throws IOException {
        propose();
        play.look(FRESH);
    }
}
