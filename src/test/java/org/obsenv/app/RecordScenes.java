package org.obsenv.app;

import static org.obsenv.app.ConsoleAtWork.ask;
import static org.obsenv.app.ConsoleAtWork.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.signoff.Deed;

/** What is written down on the lead's page: proposals, meetings, tickets, checks. */
record RecordScenes(SignOffPlay play) {
    /** An image that nobody has proposed yet. */
    private static final String FRESH = "w_2026_30";

    private static final String REPORT = """
            <testsuite name="tutorial-notebooks" tests="2" failures="1" errors="0" skipped="0">
              <testcase classname="DP02" name="01_introduction"/>
              <testcase classname="DP02" name="03_queries"><failure message="KeyError: band"/></testcase>
            </testsuite>
            """;

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
                    form("meeting-rsp");
                }),
                scene("sign-off-ticket", () -> {
                    fresh();
                    form("ticket");
                }),
                scene("sign-off-check", () -> {
                    fresh();
                    form("check-2");
                    console().write("check-2-evidence", "https://example.org/mobu/tutorials");
                }),
                scene("sign-off-report", () -> {
                    fresh();
                    form("check-2");
                    Path report = play.play().demo().directory().resolve("report.xml");
                    Files.writeString(report, REPORT);
                    console().write("check-2-evidence", report.toString());
                    console().click("check-2-report");
                    play.untilShown("report-enter");
                }),
                scene("sign-off-report-unsaid", () -> {
                    fresh();
                    form("check-2");
                    console().write("check-2-evidence", "http://127.0.0.1:9/mobu/flocks/tutorials");
                    console().click("check-2-report");
                    until(() -> ask(() -> console().text("#report-said").contains("nothing that could be")));
                }),
                scene("sign-off-designating", () -> {
                    designating();
                    console().write("designate-account", "lead7");
                    console().write("designate-to", "2026-12-24");
                }),
                scene("sign-off-designating-wrong", () -> {
                    designating();
                    console().write("designate-account", "lead7");
                    console().write("designate-to", "24.12.");
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

    /** What is waited for since seconds is made anew every second: a pointer may come too late. */
    private void form(String id) {
        until(() -> ask(() -> {
            console().fire(id + "-open");
            return console().isShown("#" + id);
        }));
    }

    private void designating() throws IOException {
        play.waitedFor();
        play.look(SignOffPlay.NEWEST);
        console().click("designate");
        play.untilShown("designations");
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
