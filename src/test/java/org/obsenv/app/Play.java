package org.obsenv.app;

import static org.obsenv.app.ConsoleAtWork.ask;
import static org.obsenv.app.ConsoleAtWork.onFx;
import static org.obsenv.app.ConsoleAtWork.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.obsenv.console.acting.Ending;
import org.obsenv.console.acting.Permissions;
import org.obsenv.console.acting.Sighting;
import org.obsenv.console.rollback.LateReason;
import org.obsenv.console.rollback.RollbackState;
import org.obsenv.console.shell.Page;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.protocol.Verb;

/** The console and the demo it stands on, and what several scenes do with the two. */
record Play(ConsoleAtWork console, DemoStage demo) {
    private static final String CALM = "3 of 8";

    /** Back to where every scene begins: following, three packages differ, nothing in front, an observer sits here. */
    void calm() throws IOException {
        quiet();
        console.refreshUntil(() -> console.verdict().startsWith(CALM));
    }

    /** The same, whatever differs. */
    void quiet() throws IOException {
        for (Verb each : Verb.values()) {
            demo.sudo().restore(each);
        }
        demo.run(Verb.RESUME);
        asObserver();
        onFx(() -> {
            console.model().go(Page.ENVIRONMENT);
            console.model().rollback().dismiss();
            console.model().resume().dismiss();
        });
    }

    void asObserver() throws IOException {
        demo.sudo()
                .deny(
                        Verb.RESUME,
                        Verb.SWITCH,
                        Verb.SETUP,
                        Verb.SYNC,
                        Verb.SET_BASE,
                        Verb.REVIEW_BASE,
                        Verb.DEPLOY,
                        Verb.CSC,
                        Verb.ACKNOWLEDGE);
        refreshUntilMay(Permission.Denied.class);
    }

    void asMaintainer() throws IOException {
        demo.sudo().deny();
        refreshUntilMay(Permission.Granted.class);
    }

    private void refreshUntilMay(Class<? extends Permission> wanted) {
        console.refreshUntil(() -> ask(() -> {
            Permissions may = console.model().permissions();
            return wanted.isInstance(may.resumeProperty().get())
                    && wanted.isInstance(may.deployProperty().get())
                    && wanted.isInstance(may.pullProperty().get());
        }));
    }

    /** Rolls back, and the disk shows it. */
    void rolledBack() {
        console.rollBack(Outcome.Switched.class);
        untilEnding(each -> each.sighting() instanceof Sighting.Seen);
    }

    /** Gives the reason after the act, and the helper has it. */
    void giveReason(String why) {
        onFx(() -> console.model().rollback().giveReason(why));
        until(() -> ask(() -> console.model().rollback().lateReasonProperty().get()) == LateReason.HANDED_OVER);
    }

    void held() {
        rolledBack();
        heldNow();
    }

    /** Leaves the result for the page, which shows the hold. */
    void heldNow() {
        go(Page.ENVIRONMENT);
        console.refreshUntil(() -> console.verdict().equals("At base, held"));
    }

    /** Rolls back, and the helper is as if stopped before it does anything. */
    void stopped() throws IOException {
        Files.deleteIfExists(sign());
        demo.sudo().replace(Verb.ROLLBACK, """
                while [ ! -e '%s' ]; do sleep 0.1; done
                exec @real@
                """.formatted(sign().toAbsolutePath()));
        console.click("rollback");
        until(() -> ask(() -> console.model().rollback().stateProperty().get()) instanceof RollbackState.Running);
    }

    /** The helper goes on. */
    void goOn() throws IOException {
        Files.createFile(sign());
    }

    private Path sign() {
        return demo.directory().resolve("go-on");
    }

    void untilEnding(Predicate<Ending> wanted) {
        until(() -> console.ending().filter(wanted).isPresent());
    }

    /** The disk is not waited for any more: it shows the switch, or too much time has gone by. */
    void untilEndingIsNotAwaited() {
        until(() -> !(ask(() -> console.model().rollback().stateProperty().get()) instanceof RollbackState.Awaiting));
    }

    void refreshUntilVerdict(String part) {
        console.refreshUntil(() -> console.verdict().contains(part));
    }

    void go(Page page) {
        onFx(() -> console.model().go(page));
    }
}
