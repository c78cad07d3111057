package org.obsenv.app;

import static org.obsenv.app.ConsoleAtWork.ask;

import java.io.IOException;
import java.util.List;
import org.obsenv.console.acting.Sighting;
import org.obsenv.console.shell.Page;
import org.obsenv.domain.Outcome;
import org.obsenv.protocol.Verb;

/** A roll back that is done: counting down, running, waited for, verified, and what may be remarked on it. */
record RollbackScenes(Play play, ShiftedClock clock) {
    List<Scene> all() {
        return List.of(
                Scene.of("counting", () -> {})
                        .with(Scene.Detail.WHERE_ROOMY)
                        .eachTime(() -> console().click("rollback"), () -> console()
                                .click("rollback-cancel"))
                        .main(),
                Scene.of("running", play::stopped).leftBy(() -> {
                    play.goOn();
                    play.untilEnding(each -> each.sighting() instanceof Sighting.Seen);
                    play.calm();
                }),
                Scene.of("result", play::rolledBack).main().leftBy(play::calm),
                Scene.of("result-reason", this::reasonGiven).leftBy(play::calm),
                Scene.of("result-exception", this::oneUnread).leftBy(() -> {
                    play.demo().unblock("cwfs");
                    play.calm();
                }),
                Scene.of("result-edited", this::listEdited).leftBy(() -> {
                    play.demo().restoreList();
                    play.calm();
                }),
                Scene.of("result-record-incomplete", this::recordIncomplete).leftBy(() -> {
                    play.demo().mendJournal();
                    play.calm();
                }),
                Scene.of("result-unheard", this::unheard).leftBy(play::calm),
                Scene.of("waiting", this::behind).main().leftBy(this::giveUp),
                Scene.of("awaiting", () -> {
                            behind();
                            play.go(Page.ENVIRONMENT);
                        })
                        .leftBy(this::giveUp),
                Scene.of("not-seen", () -> {
                            behind();
                            clock.advance();
                            play.untilEnding(each -> each.sighting() instanceof Sighting.NotSeen);
                        })
                        .leftBy(this::giveUp));
    }

    private ConsoleAtWork console() {
        return play.console();
    }

    private void reasonGiven() {
        play.rolledBack();
        play.giveReason("power_on script failing since the hot-fix");
    }

    private void oneUnread() throws IOException {
        play.demo().block("cwfs");
        play.rolledBack();
    }

    private void listEdited() throws IOException {
        play.demo().editList("ts_standardscripts: v2.2.1", "ts_standardscripts: v2.2.0");
        console()
                .refreshUntil(() ->
                        ask(() -> !console().model().environment().problems().isEmpty()));
        play.rolledBack();
    }

    private void recordIncomplete() throws IOException {
        play.demo().spoilJournal();
        play.rolledBack();
    }

    /** It is done, and the helper dies before it says so. */
    private void unheard() throws IOException {
        play.demo().sudo().replace(Verb.ROLLBACK, "@real@ >/dev/null; kill -9 $$");
        console().rollBack(Outcome.Unheard.class);
        play.untilEnding(each -> each.sighting() instanceof Sighting.Seen);
    }

    /** As on a workstation whose mount lags behind: the helper says that it is done, the disk here does not show it. */
    private void behind() throws IOException {
        play.demo().sudo().replace(Verb.ROLLBACK, """
                        said=$(@real@)
                        '%s/resume' </dev/null >/dev/null
                        printf '%%s\\n' "$said"
                        """.formatted(
                        play.demo().site().launch().verbs()));
        console().rollBack(Outcome.Switched.class);
    }

    private void giveUp() throws IOException {
        clock.advance();
        play.untilEndingIsNotAwaited();
        clock.restore();
        play.calm();
    }
}
