package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Flag;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.environment.LayoutEnvironmentReader;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.HelperCommand;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.RemotePackage;
import org.obsenv.fixture.Running;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.git.BoundedReads;
import org.obsenv.git.CommitCache;
import org.obsenv.layout.SyncState.Unpushed;
import org.obsenv.layout.SyncStateDocument;
import org.obsenv.protocol.Verb;

/** A remote that does not take the tags of hot-fixes is said, tried less and less often, and waited for by nobody. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class HotfixPushTest {
    private static final PackageName WEP = new PackageName("ts_wep");
    private static final String RULES = "hotfix-tags: push\nsync: {interval: 1 h, retry: 2 h, ask: %d s}\n";

    @TempDir
    Path directory;

    private TestEnvironment environment;
    private RemotePackage wep;
    private Path asked;

    @BeforeEach
    void setUp() {
        environment = TestEnvironment.setUp(directory, "ts_wep", "cwfs");
        environment.writeSite(RULES.formatted(20));
        wep = environment.remote("ts_wep");
        asked = directory.resolve("asked");
    }

    @Test
    void aRemoteThatRefusesIsShownLeftAloneAndTakenUpAgain() throws Exception {
        Path hook = hook("echo no tags here >&2; exit 1");
        CommitId head = wep.hotfix("Fix mask edge", "version = 2\n");

        assertThat(sync())
                .singleElement()
                .asString()
                .startsWith("ts_wep: hotfix/")
                .contains("no tags here");

        assertThat(environment.runningCommit("ts_wep")).contains(head);
        Unpushed first = unpushed().orElseThrow();
        assertThat(first.rest().failures()).isOne();
        assertThat(first.rest().until()).isAfter(first.since());
        assertThat(reading()).satisfies(reading -> {
            assertThat(reading.packages().getFirst().flags()).contains(Flag.TAG_UNPUSHED);
            assertThat(reading.packages().getFirst().reason().orElseThrow())
                    .contains("no tags here", "(since 20")
                    .startsWith("hotfix/");
            assertThat(reading.packages().getLast().flags()).doesNotContain(Flag.TAG_UNPUSHED);
        });

        // The timer's next pass leaves it alone and still says it; a person's tries it again.
        byte[] written = Files.readAllBytes(environment.paths().state());
        byTimer();
        assertThat(environment.paths().state()).hasBinaryContent(written);
        assertThat(Files.readAllLines(asked)).hasSize(1);
        wep.hotfix("Another", "version = 3\n");
        assertThat(sync()).singleElement().asString().contains(" and 1 more are not at the remote yet: ");
        Unpushed second = unpushed().orElseThrow();
        assertThat(second.since()).isEqualTo(first.since());
        assertThat(second.rest().failures()).isEqualTo(2);

        Files.delete(hook);
        assertThat(sync()).isEmpty();
        assertThat(tags(wep.bare()))
                .isEqualTo(tags(environment.paths().repository(WEP)))
                .hasSize(2);
        assertThat(unpushed()).isEmpty();
        assertThat(reading().packages().getFirst().flags()).doesNotContain(Flag.TAG_UNPUSHED);
    }

    /** What a remote refuses on purpose is for people to mend; what is not heard is no refusal. */
    @Test
    void tagsThatARemoteRefusesAgainAndAgainAreSaidToBeItsKeepersAndTriedDaily() throws Exception {
        Path hook = hook("exit 1");
        wep.hotfix("Fix mask edge", "version = 2\n");
        for (int i = 1; i <= 4; i++) {
            assertThat(sync()).singleElement().asString().doesNotContain("once a day");
        }
        Path away = directory.resolve("away.git");
        Files.move(wep.bare(), away);
        sync();
        Files.move(away, wep.bare());
        assertThat(unpushed().orElseThrow().refusals()).isEqualTo(4);

        assertThat(sync()).singleElement().asString().contains("The remote has refused it 5 times", "once a day");

        Unpushed known = unpushed().orElseThrow();
        assertThat(Duration.between(Instant.now(), known.rest().until()))
                .isBetween(Duration.ofHours(23), Duration.ofHours(24));
        assertThat(reading().packages().getFirst().reason().orElseThrow()).contains("once a day");
        long tries = Files.readAllLines(asked).size();
        byTimer();
        assertThat(Files.readAllLines(asked)).hasSize((int) tries);
        Files.delete(hook);
        assertThat(sync()).isEmpty();
        assertThat(unpushed()).isEmpty();
    }

    @Test
    void nobodysBuildWaitsForARemoteThatHangs() throws Exception {
        environment.writeSite(RULES.formatted(120));
        hook("exec sleep 600");
        CommitId head = wep.hotfix("Fix mask edge", "version = 2\n");
        try (Running pass = Running.of(directory, HelperCommand.of(Verb.SYNC, environment.siteFile()))) {
            pass.awaitProgram("sleep 600");
            assertThat(environment.runningCommit("ts_wep")).contains(head);
            environment.remote("cwfs").hotfix("Meanwhile", "version = 2\n");

            assertThat(environment.run(Verb.SET_BASE)).isInstanceOf(Outcome.Built.class);

            assertThat(pass.isAlive()).isTrue();
        }
    }

    @Test
    void aRemoteThatHangsCostsAPassItsLimitOnce() throws Exception {
        environment.writeSite(RULES.formatted(2));
        hook("exec sleep 600");
        wep.hotfix("Fix mask edge", "version = 2\n");

        assertThat(sync()).singleElement().asString().contains("did not end within 2 s");

        assertThat(unpushed().orElseThrow().rest().failures()).isOne();
        byTimer();
        assertThat(Files.readAllLines(asked)).hasSize(1);
        environment.writeSite("sync: {interval: 1 h, retry: 2 h, ask: 2 s}\n");
        assertThat(sync()).isEmpty();
        assertThat(unpushed()).isEmpty();
    }

    /** As when two environments of one remote name it in the same second. */
    @Test
    void aNameThatTheRemoteHasForTheSameCommitIsThere() throws Exception {
        hook("exit 1");
        CommitId head = wep.hotfix("Fix mask edge", "version = 2\n");
        assertThat(sync()).hasSize(1);
        String ours = tags(environment.paths().repository(WEP)).getFirst();
        Files.delete(wep.bare().resolve("hooks/pre-receive"));
        Git.git(wep.bare(), "tag", "-a", "-m", "Another's", ours, head.hex());

        assertThat(sync()).isEmpty();

        assertThat(unpushed()).isEmpty();
        Git.git(wep.bare(), "tag", "-f", ours, "v1.0.0");
        Git.git(
                environment.paths().repository(WEP),
                "update-ref",
                "refs/obsenv/unpushed/" + ours.substring("hotfix/".length()),
                ours);
        assertThat(sync()).singleElement().asString().contains("already exists");
    }

    /** What the remote does with tags of hot-fixes; each time is a line in {@code asked}. */
    private Path hook(String what) throws IOException {
        Path hook = wep.bare().resolve("hooks/pre-receive");
        Files.createDirectories(hook.resolveSibling("."));
        Files.writeString(
                hook, "#!/bin/sh\ngrep -q refs/tags/hotfix || exit 0\necho asked >>'" + asked + "'\n" + what + "\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
        return hook;
    }

    private String byTimer() {
        return Ran.of(HelperCommand.of(Verb.SYNC, environment.siteFile()))
                .orFail("sync")
                .output();
    }

    private List<String> sync() {
        Outcome outcome = environment.run(Verb.SYNC);
        if (outcome instanceof Outcome.Built built) {
            return built.notes();
        }
        throw new AssertionError("the pass ended with " + outcome);
    }

    private Optional<Unpushed> unpushed() throws Exception {
        return Optional.ofNullable(
                SyncStateDocument.read(environment.paths().state()).unpushed().get(WEP));
    }

    private EnvironmentReading reading() {
        try (LayoutEnvironmentReader reader = new LayoutEnvironmentReader(
                "Test",
                environment.root(),
                environment.baseList(),
                environment.site().packageNames(),
                new BoundedReads(Duration.ofSeconds(30), 4),
                new CommitCache(),
                InstantSource.fixed(Instant.now()))) {
            return Objects.requireNonNull(reader.refresh());
        }
    }

    private static List<String> tags(Path where) {
        return Git.git(where, "tag", "--list", "hotfix/*").lines().toList();
    }
}
