package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Deed.CheckResult;
import org.obsenv.domain.signoff.DesignationAct.Change;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Policy.Cell;
import org.obsenv.domain.signoff.Standing;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.protocol.SignOffRequest.Ask;

/** What is written and what is refused, without sudo: every refusal leaves the store as it was, byte for byte. */
class SignOffVerbTest {
    private static final Digest IMAGE = SignOffPolicy.IMAGE;
    private static final Digest OTHER = SignOffPolicy.OTHER;

    @TempDir
    Path directory;

    LedgerSite site;
    String weekly;

    @BeforeEach
    void propose() {
        site = new LedgerSite(directory);
        weekly = site.propose();
    }

    @Test
    void aCandidateClimbsFromItsProposalToFiveAcknowledgements() {
        recorded(site.act("maint1", weekly, new Deed.MeetingHeld("rsp", true, Optional.empty())));
        recorded(site.act("maint1", weekly, new Deed.MeetingHeld("coordination", true, Optional.of("fine"))));
        recorded(check("tutorial-notebooks", "data-int", CheckResult.PASSED));
        recorded(check("tutorial-notebooks", "summit", CheckResult.PASSED));
        recorded(check("system-test", "data-int", CheckResult.PASSED));
        recorded(site.act("maint1", weekly, new Deed.TicketOpened("DM-51902")));
        recorded(site.sign("lead1", weekly, "platform"));
        recorded(site.sign("lead2", weekly, "pipelines"));
        recorded(site.sign("lead4", weekly, "owner"));
        recorded(site.sign("lead5", weekly, "community"));
        assertThat(standing().isAgreed()).isFalse();

        recorded(site.sign("lead6", weekly, "middleware"));

        assertThat(standing().isAgreed()).isTrue();
        assertThat(site.candidate(weekly).isWhole()).isTrue();
        assertThat(site.candidate(weekly).candidate().acts()).hasSize(12);
    }

    @Test
    void whatIsWrittenIsForEverybodyToReadButTheKey() throws Exception {
        recorded(site.sign("lead1", weekly, "platform"));

        for (Map.Entry<Path, String> each : Map.of(
                        site.paths().store(), "rwxr-xr-x",
                        site.paths().candidates(), "rwxr-xr-x",
                        site.paths().candidates().resolve(weekly + ".yaml"), "rw-r--r--",
                        site.paths().index(), "rw-r--r--",
                        site.paths().publicKey(), "rw-r--r--",
                        site.paths().inner(), "rwx------",
                        site.paths().privateKey(), "rw-------",
                        site.paths().lock(), "rw-------")
                .entrySet()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each.getKey())))
                    .as(each.getKey().toString())
                    .isEqualTo(each.getValue());
        }
        assertThat(Files.readString(site.paths().candidates().resolve(weekly + ".yaml")))
                .startsWith("""
                        candidate: w_2026_45-1
                        tag: w_2026_45
                        acts:
                        - number: 1
                          at: "2026-11-13T16:01:00Z"
                          actor: maint1
                          host: console-3
                          tag: w_2026_45
                          digest: "%s"
                          act: proposed
                          reason: new middleware
                          before:""".formatted(IMAGE));
    }

    @Test
    void twoStatesOfADocumentDifferByLinesThatWereAdded() throws Exception {
        String before = Files.readString(site.paths().candidates().resolve(weekly + ".yaml"));
        recorded(site.sign("lead1", weekly, "platform"));

        assertThat(Files.readString(site.paths().candidates().resolve(weekly + ".yaml")))
                .startsWith(before);
    }

    @Test
    void refusesWhoMayNot() {
        refuses(Refusal.NOT_YOUR_SEAT, site.sign("lead2", weekly, "platform"));
        refuses(Refusal.NOT_YOUR_SEAT, site.sign("eve", weekly, "platform"));
        refuses(
                Refusal.NOT_YOUR_SEAT,
                site.act("lead2", weekly, new Deed.Acknowledged("platform", Optional.of("lead1"), Optional.empty())));
        refuses(Refusal.NOT_YOUR_SEAT, site.act("eve", weekly, new Deed.Objected("platform", "no")));
        refuses(Refusal.UNKNOWN_NAME, site.sign("lead1", weekly, "plattform"));
        refuses(Refusal.NOT_RECORDER, site.act("lead1", weekly, new Deed.Pulled("summit")));
        refuses(Refusal.NOT_RECORDER, site.act("lead1", weekly, new Deed.TicketOpened("DM-1")));
        refuses(Refusal.NOT_RECORDER, site.act("lead1", weekly, new Deed.MeetingHeld("rsp", true, Optional.empty())));
        refuses(Refusal.UNKNOWN_NAME, site.act("maint1", weekly, new Deed.Pulled("moon")));
        refuses(
                Refusal.UNKNOWN_NAME,
                site.act("maint1", weekly, new Deed.MeetingHeld("lunch", true, Optional.empty())));
        refuses(
                Refusal.NOT_OWNER,
                site.act(
                        "lead1",
                        weekly,
                        new Deed.Checked(new Cell("system-test", "data-int"), CheckResult.PASSED, Optional.empty())));
        refuses(Refusal.UNKNOWN_NAME, check("system-test", "summit", CheckResult.PASSED));
        refuses(Refusal.UNKNOWN_NAME, check("system-tests", "summit", CheckResult.PASSED));
        refuses(Refusal.NOT_YOUR_ACT, site.act("lead1", weekly, new Deed.Withdrew(1, Optional.empty())));
        refuses(Refusal.NOTHING_TO_WITHDRAW, site.act("lead1", weekly, new Deed.Withdrew(9, Optional.empty())));
        assertThat(site.candidate(weekly).revision().number()).isEqualTo(1);
    }

    @Test
    void nobodySignsWhatSheProposedWhereTheSiteWantsItSo() {
        Outcome outcome =
                site.run("lead1", new Ask.Propose("w_2026_46", IMAGE, new Deed.Proposed("mine", Optional.empty())));
        String mine = ((Outcome.Recorded) outcome).document();

        refuses(Refusal.SELF_SIGN, site.sign("lead1", mine, "platform"));
        recorded(site.sign("lead2", mine, "pipelines"));
    }

    @Test
    void anAcknowledgementBeforeTheLastCheckIsNotedOrRefused() {
        assertThat(site.sign("lead1", weekly, "platform"))
                .isInstanceOfSatisfying(Outcome.Recorded.class, each -> assertThat(each.notes())
                        .containsExactly("Signed while 3 notebook checks are missing or failing"));

        LedgerSite strict = new LedgerSite(
                directory.resolve("strict"), text -> text.replace("open-checks: warn", "open-checks: refuse"));
        mkdir(directory.resolve("strict"));
        String candidate = strict.propose();
        assertThat(strict.sign("lead1", candidate, "platform"))
                .isEqualTo(new Outcome.Refused(Refusal.CHECKS_OPEN, Map.of("open", "3", "total", "3")));
    }

    private static void mkdir(Path path) {
        assertThat(path.toFile().mkdir()).isTrue();
    }

    @Test
    void whatIsDoneIsNotDoneTwice() {
        recorded(site.sign("lead1", weekly, "platform"));
        refuses(Refusal.ALREADY_RECORDED, site.sign("lead1", weekly, "platform"));
        recorded(site.act("maint1", weekly, new Deed.Pulled("summit")));
        refuses(Refusal.ALREADY_RECORDED, site.act("maint1", weekly, new Deed.Pulled("summit")));
        recorded(site.act("maint1", weekly, new Deed.TicketOpened("DM-1")));
        refuses(Refusal.ALREADY_RECORDED, site.act("maint1", weekly, new Deed.TicketOpened("DM-1")));
        refuses(Refusal.ALREADY_PROPOSED, site.act("lead5", weekly, new Deed.Proposed("once more", Optional.empty())));

        recorded(site.act("lead1", weekly, new Deed.Withdrew(2, Optional.of("too early"))));
        refuses(Refusal.NOTHING_TO_WITHDRAW, site.act("lead1", weekly, new Deed.Withdrew(2, Optional.empty())));
        recorded(site.sign("lead1", weekly, "platform"));

        site.passes(Duration.ofDays(61));
        recorded(site.sign("lead1", weekly, "platform"));
    }

    @Test
    void anObjectionStandsUntilItIsWithdrawn() {
        refuses(Refusal.COMMENT_MISSING, site.act("lead1", weekly, new Deed.Objected("platform", " ")));
        recorded(site.act("lead1", weekly, new Deed.Objected("platform", "tutorials crash")));
        refuses(Refusal.ALREADY_RECORDED, site.act("lead1", weekly, new Deed.Objected("platform", "again")));
        assertThat(site.sign("lead1", weekly, "platform"))
                .isEqualTo(new Outcome.Refused(
                        Refusal.OBJECTION_STANDS, Map.of("act", "2", "by", "lead1", "comment", "tutorials crash")));

        recorded(site.act("lead1", weekly, new Deed.Withdrew(2, Optional.empty())));
        recorded(site.sign("lead1", weekly, "platform"));
    }

    @Test
    void whenTheTagMovedEverybodyIsAskedAgain() {
        recorded(site.sign("lead1", weekly, "platform"));
        refuses(
                Refusal.DIGEST_MOVED,
                site.act(
                        "lead2",
                        weekly,
                        OTHER,
                        new Deed.Acknowledged("pipelines", Optional.empty(), Optional.empty())));

        recorded(site.act("maint1", weekly, OTHER, new Deed.Proposed("rebuilt", Optional.empty())));

        refuses(Refusal.DIGEST_MOVED, site.sign("lead2", weekly, "pipelines"));
        recorded(site.act(
                "lead1", weekly, OTHER, new Deed.Acknowledged("platform", Optional.empty(), Optional.empty())));
        assertThat(standing().digest()).isEqualTo(OTHER);
        assertThat(standing().signed()).isEqualTo(1);
    }

    @Test
    void proposesWhatCanBeRecommendedOnceAtATime() {
        for (String tag : List.of("d_2026_06_30", "exp_w_2026_22_foo", "recommended", "latest", "w_2025_53")) {
            refuses(
                    Refusal.NOT_A_CANDIDATE,
                    site.run("maint1", new Ask.Propose(tag, IMAGE, new Deed.Proposed("x", Optional.empty()))));
        }
        assertThat(site.run("eve", new Ask.Propose("w_2026_45", OTHER, new Deed.Proposed("x", Optional.empty()))))
                .isEqualTo(new Outcome.Refused(Refusal.ALREADY_PROPOSED, Map.of("candidate", weekly)));

        recorded(site.act("maint1", weekly, new Deed.Withdrew(1, Optional.of("broken"))));
        refuses(Refusal.CANDIDATE_CLOSED, site.sign("lead1", weekly, "platform"));
        assertThat(site.propose()).isEqualTo("w_2026_45-2");
    }

    @Test
    void designatesSignForAHolderInTheirTime() {
        Change week = new Change.Made("platform", "dana", site.now(), site.now().plus(Duration.ofDays(7)));
        refuses(Refusal.NOT_YOUR_SEAT, site.designate("dana", week));
        refuses(Refusal.NOT_YOUR_SEAT, site.sign("dana", weekly, "platform"));

        recorded(site.designate("lead1", week));
        recorded(site.sign("dana", weekly, "platform"));

        assertThat(site.candidate(weekly).candidate().acts().getLast().deed())
                .isEqualTo(new Deed.Acknowledged("platform", Optional.of("lead1"), Optional.empty()));
        refuses(Refusal.NOTHING_TO_WITHDRAW, site.designate("lead2", new Change.Ended(1)));

        recorded(site.act("dana", weekly, new Deed.Withdrew(2, Optional.empty())));
        recorded(site.designate("lead1", new Change.Ended(1)));
        refuses(Refusal.NOT_YOUR_SEAT, site.sign("dana", weekly, "platform"));
        recorded(site.designate("lead1", week));
        site.passes(Duration.ofDays(8));
        refuses(Refusal.NOT_YOUR_SEAT, site.sign("dana", weekly, "platform"));
    }

    private Outcome check(String repository, String deployment, CheckResult result) {
        return site.act(
                "owner1",
                weekly,
                new Deed.Checked(new Cell(repository, deployment), result, Optional.of("https://ci/1")));
    }

    private Standing standing() {
        CandidateReading reading = site.candidate(weekly);
        return Standing.of(
                site.site().signOff().orElseThrow().policy(),
                reading.candidate(),
                reading.candidate().image().orElseThrow(),
                site.now());
    }

    private static void recorded(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
    }

    private static void refuses(Refusal refusal, Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(each.refusal())
                .isEqualTo(refusal));
    }
}
