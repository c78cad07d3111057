package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.domain.window.SessionName;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.domain.window.WindowSession;
import org.obsenv.protocol.SignOffRequest.Ask;

/** What the verb writes of sessions and what it refuses; every refusal leaves the store as it was, byte for byte. */
class SessionActsTest {
    private static final String SUMMIT = "Summit";
    private static final String THURSDAY = "Patch Thursday";
    private static final SessionName DECEMBER = new SessionName.Planned(LocalDate.of(2026, 12, 2));
    private static final SessionName NEXT_THURSDAY = new SessionName.Planned(LocalDate.of(2026, 11, 19));
    private static final Instant START = Instant.parse("2026-12-02T16:00:00Z");

    private static final String WINDOWS = """
            windows:
              - {name: Summit, when: first Wednesday 13:00, zone: America/Santiago, duration: 4 h, managers: [config1]}
              - {name: Patch Thursday, when: Thursday 15:00, zone: America/Los_Angeles, duration: 2 h}
            """;

    @TempDir
    Path directory;

    LedgerSite site;

    @BeforeEach
    void aSiteWithAManager() {
        site = new LedgerSite(directory, text -> text + WINDOWS);
        site.propose();
    }

    @Test
    void aSessionIsConfirmedByWhoManagesItsWindow() {
        assertThat(december()).isTrue();
        assertThat(say("config1", new WindowChange.Confirmed(SUMMIT, DECEMBER)))
                .isEqualTo(new Outcome.Recorded("windows", 1, site.now(), java.util.List.of()));
        assertThat(calendar().openAt(SUMMIT, START))
                .map(WindowSession::confirmedBy)
                .contains(Optional.of("config1"));
    }

    @Test
    void whereNobodyIsNamedItIsForTheRecorders() {
        refuses(Refusal.NOT_WINDOW_MANAGER, say("config1", new WindowChange.Confirmed(THURSDAY, NEXT_THURSDAY)));
        refuses(Refusal.NOT_WINDOW_MANAGER, say("maint1", new WindowChange.Confirmed(SUMMIT, DECEMBER)));
        recorded(say("maint1", new WindowChange.Confirmed(THURSDAY, NEXT_THURSDAY)));
    }

    @Test
    void whatWasSaidIsReadBackInItsOrder() {
        Instant later = START.plusSeconds(3600);
        recorded(say("config1", new WindowChange.Moved(SUMMIT, DECEMBER, later, later.plusSeconds(7200))));
        recorded(say("config1", new WindowChange.Cancelled(SUMMIT, DECEMBER)));
        recorded(say("config1", new WindowChange.Confirmed(SUMMIT, DECEMBER)));
        recorded(say("config1", new WindowChange.Overran(SUMMIT, DECEMBER, later.plusSeconds(9000))));
        recorded(say("config1", new WindowChange.Added(SUMMIT, START.minusSeconds(7200), START.minusSeconds(3600))));
        recorded(say("config1", new WindowChange.Cancelled(SUMMIT, new SessionName.Extra(5))));

        assertThat(site.reading().windows().doubt()).isEmpty();
        assertThat(site.reading().windows().acts())
                .extracting(act -> act.number() + " " + act.actor() + " "
                        + act.change().getClass().getSimpleName())
                .containsExactly(
                        "1 config1 Moved",
                        "2 config1 Cancelled",
                        "3 config1 Confirmed",
                        "4 config1 Overran",
                        "5 config1 Added",
                        "6 config1 Cancelled");
        assertThat(calendar().starting(START.minusSeconds(86_400), START.plusSeconds(20_000)))
                .containsExactly(
                        new WindowSession(SUMMIT, DECEMBER, later, later.plusSeconds(9000), Optional.of("config1")));
    }

    /** A stale click must not undo a cancellation that its person never saw. */
    @Test
    void whatSomebodyElseSaidOfTheSameWindowSinceIsInTheWay() {
        Revision saw = site.reading().windows().revision();
        recorded(say("maint1", new WindowChange.Confirmed(THURSDAY, NEXT_THURSDAY)));
        recorded(say("config1", new WindowChange.Cancelled(SUMMIT, DECEMBER)));

        assertThat(site.run("config1", new Ask.OnWindows(saw, new WindowChange.Confirmed(SUMMIT, DECEMBER))))
                .isEqualTo(new Outcome.Refused(
                        Refusal.LEDGER_MOVED, Map.of("candidate", SUMMIT, "between", "config1 cancelled a session")));
    }

    @Test
    void whatWasSaidOfAnotherWindowIsNot() {
        Revision saw = site.reading().windows().revision();
        recorded(say("maint1", new WindowChange.Confirmed(THURSDAY, NEXT_THURSDAY)));

        recorded(site.run("config1", new Ask.OnWindows(saw, new WindowChange.Confirmed(SUMMIT, DECEMBER))));
    }

    @Test
    void whoSawMoreThanThereIsSawAnotherStore() {
        refuses(
                Refusal.STORE_BEHIND,
                site.run(
                        "config1",
                        new Ask.OnWindows(
                                new Revision(3, "ab".repeat(32)), new WindowChange.Confirmed(SUMMIT, DECEMBER))));
    }

    @Test
    void theDocumentIsReadableAndGrowsAtItsEnd() throws Exception {
        recorded(say("config1", new WindowChange.Confirmed(SUMMIT, DECEMBER)));
        String first = Files.readString(site.paths().file("windows.yaml"));
        assertThat(first).startsWith("""
                        windows: what was said of single sessions
                        acts:
                        - number: 1
                          at: "%s"
                          actor: config1
                          host: console-3
                          act: confirmed
                          window: Summit
                          session: "2026-12-02"
                          before:""".formatted(site.now()));

        recorded(say("config1", new WindowChange.Cancelled(SUMMIT, DECEMBER)));
        assertThat(Files.readString(site.paths().file("windows.yaml"))).startsWith(first);
    }

    /** The first act of a store may be one of these. */
    @Test
    void aStoreBeginsWithAnyDocument() {
        LedgerSite empty = new LedgerSite(directory.resolve("empty"), text -> text + WINDOWS);
        assertThat(directory.resolve("empty").toFile().mkdir()).isTrue();
        Revision nothing = site.reading().windows().revision();

        recorded(empty.run("config1", new Ask.OnWindows(nothing, new WindowChange.Confirmed(SUMMIT, DECEMBER))));
        recorded(empty.run(
                "config1",
                new Ask.OnWindows(empty.reading().windows().revision(), new WindowChange.Cancelled(SUMMIT, DECEMBER))));
        assertThat(empty.reading().windows().acts()).hasSize(2);
    }

    private boolean december() {
        return calendar().openAt(SUMMIT, START).orElseThrow().isTentative();
    }

    private WindowCalendar calendar() {
        return site.reading().windows().calendar(site.site().windows());
    }

    private Outcome say(String actor, WindowChange change) {
        return site.say(actor, change);
    }

    private static void recorded(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
    }

    private static void refuses(Refusal refusal, Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(each.refusal())
                .isEqualTo(refusal));
    }
}
