package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.trace.Alarm;
import org.obsenv.domain.trace.Alarms;
import org.obsenv.domain.trace.Cause;
import org.obsenv.environment.LayoutAlarmReader;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.RemotePackage;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/** What runs and cannot be traced raises an alarm, which stays until a maintainer acknowledges it with a note. */
@Execution(ExecutionMode.CONCURRENT)
class SentinelTest {
    private static final PackageName WEP = new PackageName("ts_wep");

    @TempDir
    Path directory;

    private TestEnvironment environment;
    private RemotePackage wep;

    @BeforeEach
    void setUp() {
        environment = TestEnvironment.setUp(directory, "ts_wep");
        environment.writeSite("trace: {hotfix-days: 1}\n");
        wep = environment.remote("ts_wep");
    }

    @Test
    void nothingIsWrongWithAReleaseAndAFreshHotfix() throws IOException {
        assertThat(new LayoutAlarmReader(environment.paths()).read())
                .isEqualTo(Known.unknown("the auto-pull has not looked for alarms yet"));
        wep.hotfix("Fix mask edge", "version = 2\n");

        sync();

        assertThat(alarms().all()).isEmpty();
        byte[] written = Files.readAllBytes(environment.paths().alarms());
        sync();
        assertThat(environment.paths().alarms()).hasBinaryContent(written);
    }

    @Test
    void anOldHotfixOwesItsTicketAndItsCounterpartUntilSomebodyAnswersForThem() throws IOException {
        CommitId hotfix = old("Fix mask edge", "version = 2\n", 3);
        sync();
        Cause ticket = new Cause.OfCommit(Cause.Kind.NO_TICKET, WEP, hotfix);
        Cause counterpart = new Cause.OfCommit(Cause.Kind.NO_COUNTERPART, WEP, hotfix);
        assertThat(causes()).containsExactlyInAnyOrder(ticket, counterpart);
        assertThat(environment.newestEntry().act()).isEqualTo("alarm");
        assertThat(environment.newestEntry().to().orElseThrow())
                .startsWith("ts_wep: the hot-fix " + hotfix.abbreviated());
        byte[] written = Files.readAllBytes(environment.paths().alarms());
        sync();
        assertThat(environment.paths().alarms()).hasBinaryContent(written);

        // What does the same in develop is its counterpart; nothing was pushed to deploy meanwhile.
        onDevelop("cherry-pick", hotfix.hex());
        sync();
        assertThat(alarm(counterpart).cleared()).isPresent();
        assertThat(alarms().open()).hasSize(2);

        assertThat(acknowledge(alarm(counterpart), "done there")).isInstanceOf(Outcome.Recorded.class);
        assertThat(acknowledge(alarm(ticket), "DM-51100 will say why")).isInstanceOf(Outcome.Recorded.class);
        assertThat(environment.newestEntry()).satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("acknowledge");
            assertThat(entry.reason()).contains("DM-51100 will say why");
        });
        assertThat(alarms().all()).singleElement().satisfies(each -> {
            assertThat(each.cause()).isEqualTo(ticket);
            assertThat(each.acknowledged().orElseThrow().note()).isEqualTo("DM-51100 will say why");
        });

        CommitId another = old("DM-51101: Fix it again", "version = 3\n", 2);
        sync();
        assertThat(alarms().open())
                .extracting(Alarm::cause)
                .containsExactly(new Cause.OfCommit(Cause.Kind.NO_COUNTERPART, WEP, another));
    }

    @Test
    void aRepositoryThatNeverAnswersKeepsNoOtherFromBeingLookedAt() throws IOException {
        environment = TestEnvironment.setUp(directory.resolve("two"), "ts_wep", "cwfs");
        environment.writeSite("trace: {hotfix-days: 1}\n");
        wep = environment.remote("ts_wep");
        CommitId hotfix = old("DM-51101: Fix mask edge", "version = 2\n", 3);
        Path silent = environment.paths().repository(new PackageName("cwfs"));
        for (String name : List.of("HEAD", "config")) {
            Files.delete(silent.resolve(name));
            Ran.must("mkfifo", silent.resolve(name).toString());
        }

        assertThat(sync())
                .anyMatch(note -> note.startsWith("the alarms of cwfs could not be looked after in this pass"));
        assertThat(causes()).containsExactly(new Cause.OfCommit(Cause.Kind.NO_COUNTERPART, WEP, hotfix));
    }

    /** Only its own commit says so: a merge that brings a branch may name the ticket for all of it. */
    @Test
    void theMergeThatBroughtAHotfixMayNameItsTicket() {
        String before = wep.head().hex();
        Git.git(wep.workTree(), "checkout", "-q", "-b", "tickets/DM-51100");
        CommitId brought = old("Fix mask edge", "version = 2\n", 3);
        Git.git(wep.workTree(), "checkout", "-q", "deploy");
        assertThat(wep.head().hex()).isEqualTo(before);
        Git.git(wep.workTree(), "merge", "-q", "--no-ff", "-m", "Merge tickets/DM-51100", brought.hex());
        wep.publish();

        sync();

        assertThat(causes()).containsExactly(new Cause.OfCommit(Cause.Kind.NO_COUNTERPART, WEP, brought));
    }

    @Test
    void deployMergedIntoDevelopIsSeenWithoutAPushToDeploy() {
        CommitId hotfix = wep.hotfix("Fix mask edge", "version = 2\n");
        sync();
        assertThat(causes()).isEmpty();

        onDevelop("commit", "-q", "--allow-empty", "-m", "Work goes on");
        onDevelop("merge", "-q", "--no-ff", "-m", "Merge branch 'deploy' into develop", "deploy");
        sync();

        assertThat(causes()).containsExactly(new Cause.MergedBack(WEP, "develop", hotfix));
    }

    @Test
    void aRewrittenBranchIsRememberedAlsoWhenItIsMended() throws IOException {
        CommitId kept = wep.hotfix("Fix mask edge", "version = 2\n");
        sync();
        Git.git(wep.workTree(), "commit", "-q", "--amend", "-m", "Rewritten");
        wep.publish();
        CommitId offered = wep.head();
        sync();
        Cause rewritten = new Cause.Rewritten(WEP, kept, offered);
        assertThat(causes()).containsExactly(rewritten);

        Git.git(wep.workTree(), "reset", "-q", "--hard", kept.hex());
        wep.publish();
        sync();

        assertThat(alarm(rewritten).cleared()).isPresent();
        assertThat(alarm(rewritten).isOpen()).isTrue();
    }

    @Test
    void aHotfixThatRunsWithoutATagIsOne() {
        CommitId hotfix = wep.hotfix("Fix mask edge", "version = 2\n");
        sync();
        Path repository = environment.paths().repository(WEP);
        Git.git(repository, "tag", "-d", Git.git(repository, "tag", "--points-at", hotfix.hex()));
        onDevelop("commit", "-q", "--allow-empty", "-m", "Work goes on");

        sync();

        assertThat(causes()).containsExactly(new Cause.OfCommit(Cause.Kind.UNTAGGED_HOTFIX, WEP, hotfix));
    }

    @Test
    void aPinThatIsOldOrNotOnDeployIsOne() {
        Git.git(wep.workTree(), "checkout", "-q", "-b", "aside");
        CommitId aside = old("Aside", "version = 2\n", 300);
        Git.git(wep.workTree(), "checkout", "-q", "deploy");
        environment.writeList("ts_wep: " + aside + "\n");
        assertThat(environment.run(Verb.SET_BASE)).isInstanceOf(Outcome.Built.class);

        sync();

        assertThat(causes())
                .containsExactlyInAnyOrder(
                        new Cause.OfCommit(Cause.Kind.PIN_NOT_ON_DEPLOY, WEP, aside),
                        new Cause.OfCommit(Cause.Kind.PIN_OLD, WEP, aside));
    }

    @Test
    void aListThatWasEditedAndNotBuiltIsOneAfterAWhile() throws IOException {
        environment.writeList("# tonight\nts_wep: v1.0.0\n");
        sync();
        assertThat(causes()).isEmpty();
        Files.setLastModifiedTime(
                environment.baseList(), FileTime.from(Instant.now().minus(Duration.ofHours(1))));

        sync();

        assertThat(alarms().open()).singleElement().satisfies(each -> {
            assertThat(each.cause().kind()).isEqualTo(Cause.Kind.LIST_NOT_BUILT);
            assertThat(each.cleared()).isEmpty();
        });
        assertThat(environment.run(Verb.SET_BASE)).isInstanceOf(Outcome.Built.class);
        sync();
        assertThat(alarms().open()).singleElement().satisfies(each -> assertThat(each.cleared())
                .isPresent());
    }

    @Test
    void onlyWhatWasSeenIsAcknowledgedAndOnlyWithANote() throws IOException {
        old("Fix mask edge", "version = 2\n", 3);
        sync();
        Alarm seen = alarms().open().getFirst();
        byte[] written = Files.readAllBytes(environment.paths().alarms());

        assertThat(refusal(acknowledge(seen, "  "))).isEqualTo(Refusal.NOTE_MISSING);
        assertThat(refusal(acknowledge(seen.id(), seen.raised().minusSeconds(1), "ok")))
                .isEqualTo(Refusal.NO_ALARM);
        assertThat(refusal(acknowledge("0123456789ab", seen.raised(), "ok"))).isEqualTo(Refusal.NO_ALARM);
        assertThat(environment.run(Verb.ACKNOWLEDGE))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.BAD_REQUEST));
        assertThat(environment.paths().alarms()).hasBinaryContent(written);

        assertThat(acknowledge(seen, "ok")).isInstanceOf(Outcome.Recorded.class);
        assertThat(refusal(acknowledge(seen, "ok"))).isEqualTo(Refusal.ALARM_ACKNOWLEDGED);
    }

    /** What cannot be read is neither no alarms nor written over, and the night goes on. */
    @Test
    void aSpoiltFileIsLeftAloneAndSaid() throws IOException {
        Files.writeString(environment.paths().alarms(), "revision: 1\nalarm: []\n");
        CommitId head = wep.hotfix("Fix mask edge", "version = 2\n");

        assertThat(sync()).singleElement().asString().contains("alarms.yaml, line 2, key alarm");

        assertThat(environment.runningCommit("ts_wep")).contains(head);
        assertThat(environment.paths().alarms()).hasContent("revision: 1\nalarm: []");
        assertThat(refusal(acknowledge("0123456789ab", Instant.EPOCH, "ok"))).isEqualTo(Refusal.ALARMS_UNREADABLE);
        assertThat(new LayoutAlarmReader(environment.paths()).read()).isInstanceOf(Known.Unknown.class);
    }

    /** A hot-fix where the clone is, committed that many days ago. */
    private CommitId old(String subject, String text, int days) {
        wep.hotfix(subject, text);
        String at = Instant.now().minus(Duration.ofDays(days)).getEpochSecond() + " +0000";
        Ran.must(
                "env",
                "GIT_COMMITTER_DATE=" + at,
                "GIT_COMMITTER_NAME=Ana",
                "GIT_COMMITTER_EMAIL=ana@example.org",
                "git",
                "-C",
                wep.workTree().toString(),
                "commit",
                "-q",
                "--amend",
                "--no-edit",
                "--date=" + at);
        wep.publish();
        return wep.head();
    }

    private void onDevelop(String... command) {
        Git.git(wep.workTree(), "checkout", "-q", "develop");
        Git.git(wep.workTree(), command);
        Git.git(wep.workTree(), "checkout", "-q", "deploy");
        wep.publish();
    }

    private List<String> sync() {
        Outcome outcome = environment.run(Verb.SYNC);
        if (outcome instanceof Outcome.Built built) {
            return built.notes();
        }
        throw new AssertionError("the pass ended with " + outcome);
    }

    private Outcome acknowledge(Alarm alarm, String note) {
        return acknowledge(alarm.id(), alarm.raised(), note);
    }

    private Outcome acknowledge(String id, Instant raised, String note) {
        return environment.run(new Request(
                Verb.ACKNOWLEDGE,
                new Saw.Nothing(),
                new Aim.Acknowledge(id, raised),
                Optional.of(note),
                Optional.empty(),
                Optional.empty()));
    }

    private static Refusal refusal(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return refused.refusal();
        }
        throw new AssertionError("it ended with " + outcome);
    }

    private Alarms alarms() {
        return new LayoutAlarmReader(environment.paths()).read().found().orElseThrow();
    }

    private Alarm alarm(Cause cause) {
        return alarms().find(cause.id()).orElseThrow();
    }

    private List<Cause> causes() {
        return alarms().open().stream().map(Alarm::cause).toList();
    }
}
