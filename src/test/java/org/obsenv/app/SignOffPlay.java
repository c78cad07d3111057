package org.obsenv.app;

import static org.obsenv.app.ConsoleAtWork.ask;
import static org.obsenv.app.ConsoleAtWork.onFx;
import static org.obsenv.app.ConsoleAtWork.until;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.obsenv.console.signoff.SignOffSight;
import org.obsenv.console.signoff.SignOffViewModel;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.DesignationAct;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.window.WindowChange;

/**
 * What several scenes of the lead's page do. The store only ever goes forward: a scene begins from what was kept, and
 * the console is opened anew on it.
 */
record SignOffPlay(Play play, DemoLedger ledger, Opening opening) {
    static final String NEWEST = "w_2026_45";
    static final List<String> DEPLOYMENTS = List.of("data.lsst.cloud", "data-int", "usdf-rsp", "summit");

    private static final String WAITED_FOR = "waited-for";
    private static final String AGREED = "agreed";

    ConsoleAtWork console() {
        return play.console();
    }

    /** Three of five have signed, one of them as a designate; every check has passed. */
    void waitedFor() throws IOException {
        // What is open would note the acts that are about to be taken away.
        console().close();
        if (ledger.isKept(WAITED_FOR)) {
            ledger.restore(WAITED_FOR);
            return;
        }
        for (String repository : List.of("tutorial-notebooks", "system-test", "lsst-ts-notebooks")) {
            for (String deployment : DEPLOYMENTS) {
                boolean isThere = !repository.startsWith("lsst")
                        && List.of("data-int", "summit").contains(deployment);
                if (!isThere) {
                    ledger.act(DemoLedger.SELF, NEWEST, checked(repository, deployment, Deed.CheckResult.PASSED));
                }
            }
        }
        ledger.act("lead1", NEWEST, signed("platform", Optional.empty(), Optional.empty()));
        Instant now = InstantSource.system().instant();
        ledger.designate(
                "lead3",
                new DesignationAct.Change.Made(
                        "owner", "lead4", now.minus(Duration.ofDays(2)), now.plus(Duration.ofDays(12))));
        ledger.act("lead4", NEWEST, signed("owner", Optional.of("lead3"), Optional.empty()));
        ledger.act("lead5", NEWEST, signed("community", Optional.empty(), Optional.of("tutorials fine on int")));
        ledger.keep(WAITED_FOR);
    }

    /** Everybody has signed and the image is on all nodes. */
    void agreed() throws IOException {
        console().close();
        if (ledger.isKept(AGREED)) {
            ledger.restore(AGREED);
            return;
        }
        waitedFor();
        ledger.act(DemoLedger.SELF, NEWEST, signed("pipelines", Optional.empty(), Optional.empty()));
        ledger.act("lead6", NEWEST, signed("middleware", Optional.empty(), Optional.empty()));
        for (String each : DEPLOYMENTS) {
            ledger.act(DemoLedger.SELF, NEWEST, new Deed.Pulled(each));
        }
        ledger.keep(AGREED);
    }

    static Deed checked(String repository, String deployment, Deed.CheckResult result) {
        return new Deed.Checked(new Policy.Cell(repository, deployment), result, Optional.empty());
    }

    static Deed signed(String seat, Optional<String> holder, Optional<String> comment) {
        return new Deed.Acknowledged(seat, holder, comment);
    }

    /** A session that is open now, added by hand and so not tentative. */
    void openWindow() throws IOException {
        Instant now = InstantSource.system().instant();
        ledger.session(
                DemoLedger.SELF,
                new WindowChange.Added("Patch Thursday", now.minusSeconds(60), now.plus(Duration.ofHours(2))));
    }

    /** Opens the page with that candidate on it. */
    void look(String tag) throws IOException {
        look(play.demo().siteFile(), tag);
    }

    void look(Path siteFile, String tag) throws IOException {
        opening.on(siteFile);
        choose(tag);
    }

    void lookAs(String actor, String tag) throws IOException {
        opening.as(actor, play.demo().siteFile());
        choose(tag);
    }

    void choose(String tag) throws IOException {
        String id = ledger.candidate(tag).candidate().id();
        page();
        until(() -> ask(() -> signOff().asText().contains(tag)));
        onFx(() -> signOff().choose(id));
    }

    void page() {
        console().click("rail-sign-off");
        until(() -> ask(() -> !(signOff().sightProperty().get() instanceof SignOffSight.NotYet)));
    }

    /** Waits until the page's own words say so. */
    void untilTitle(String part) {
        until(() -> ask(() -> console().text("#lead-title").contains(part)));
    }

    void untilShown(String id) {
        until(() -> ask(() -> console().isShown("#" + id)));
    }

    void untilWritten() {
        until(() -> ask(() -> signOff().endingProperty().get().isPresent()));
    }

    /** As the scenes of the other pages find it. */
    void leave() throws IOException {
        opening.clock().restore();
        opening.on(play.demo().siteFile());
        play.refreshUntilVerdict("3 of 8");
    }

    SignOffViewModel signOff() {
        return console().model().signOff().orElseThrow();
    }
}
