package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.SwitchToken;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.layout.Manifest;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Deployed;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/** Packages on a tag, a branch or a commit for the night, the others as they ran. */
@Execution(ExecutionMode.CONCURRENT)
class DeployTest {
    private static final PackageName WEP = new PackageName("ts_wep");
    private static final PackageName CWFS = new PackageName("cwfs");
    private static final Instant UNTIL = Instant.parse("2026-11-22T06:00:00Z");

    @TempDir
    Path directory;

    private TestEnvironment environment;
    private CommitId ticket;

    /** A branch at the remote that was never fetched. */
    @BeforeEach
    void pushABranch() {
        environment = TestEnvironment.setUp(directory, "ts_wep", "cwfs");
        ticket = environment.remote("ts_wep").branch("tickets/DM-51100", "version = 51100\n");
    }

    @Test
    void putsOnePackageOnABranchAndHoldsTheRestAsItRan() throws IOException {
        CommitId cwfs = environment.runningCommit("cwfs").orElseThrow();
        assertThat(deploy("ts_wep", "tickets/DM-51100")).isInstanceOfSatisfying(Outcome.Switched.class, done -> {
            assertThat(done.movedCount()).isEqualTo(1);
            assertThat(done.remarks()).isEmpty();
        });
        assertThat(environment.runningCommit("ts_wep")).contains(ticket);
        assertThat(environment.runningCommit("cwfs")).contains(cwfs);
        assertThat(environment.current()).isEqualTo("generations/000003");
        Manifest manifest = environment.manifest(new GenerationId(3));
        assertThat(manifest.why()).isEqualTo("deploy");
        assertThat(manifest.reason()).contains("DM-51100 on sky");
        assertThat(manifest.until()).contains(UNTIL);
        assertThat(manifest.pins()).isEqualTo(Map.of(WEP, "tickets/DM-51100"));
        assertThat(manifest.parent()).contains(new GenerationId(1));
        assertThat(environment.newestEntry()).satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("deploy");
            assertThat(entry.reason()).contains("DM-51100 on sky");
            assertThat(entry.until()).contains(UNTIL);
            assertThat(entry.moved()).singleElement().satisfies(move -> assertThat(move.to())
                    .contains(ticket));
        });
        environment.remote("ts_wep").hotfix("Fix it", "version = 2\n");
        environment.run(Verb.SYNC);
        assertThat(environment.runningCommit("ts_wep")).as("the auto-pull").contains(ticket);
    }

    @Test
    void aSecondTestKeepsTheFirst() {
        deploy("ts_wep", "tickets/DM-51100");
        CommitId other = environment.remote("cwfs").branch("tickets/DM-7", "version = 7\n");
        assertThat(deploy("cwfs", other.hex())).isInstanceOf(Outcome.Switched.class);
        assertThat(environment.runningCommit("ts_wep")).contains(ticket);
        assertThat(environment.runningCommit("cwfs")).contains(other);
        assertThat(environment.manifest(new GenerationId(4)).pins())
                .isEqualTo(Map.of(WEP, "tickets/DM-51100", CWFS, other.hex()));
        assertThat(deploy("cwfs", other.hex()))
                .isEqualTo(new Outcome.Refused(Refusal.NOTHING_TO_DO, Map.of("now", "generations/000004")));
    }

    @Test
    void goesOnWithWhatIsHereWhileTheRemoteIsDown() throws IOException {
        environment.remote("ts_wep").hotfix("Fetch all", "version = 2\n");
        environment.run(Verb.SYNC);
        Files.move(directory.resolve("remotes"), directory.resolve("away"));
        assertThat(deploy("ts_wep", "tickets/DM-51100")).isInstanceOf(Outcome.Switched.class);
        assertThat(environment.runningCommit("ts_wep")).contains(ticket);
    }

    /** The build lock is held meanwhile: no other fix would get in. */
    @Test
    void waitsForASilentRemoteAsLongAsTheAutoPullDoes() throws IOException {
        environment.remote("ts_wep").hotfix("Fetch all", "version = 2\n");
        environment.run(Verb.SYNC);
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            environment.writeSite("sync: {ask: 1 s}\n");
            String hanging = "git://127.0.0.1:" + silent.getLocalPort() + "/ts_wep.git";
            Files.writeString(
                    environment.siteFile(),
                    Files.readString(environment.siteFile())
                            .replace(environment.remote("ts_wep").address(), hanging));
            Instant began = Instant.now();
            assertThat(deploy("ts_wep", "tickets/DM-51100")).isInstanceOf(Outcome.Switched.class);
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(25));
        }
        assertThat(environment.runningCommit("ts_wep")).contains(ticket);
    }

    @Test
    void rollsBackFromATestAndReturnsToIt() {
        deploy("ts_wep", "tickets/DM-51100");
        environment.run(Verb.ROLLBACK);
        assertThat(environment.current()).isEqualTo("generations/000002");
        assertThat(environment.run(new Request(
                        Verb.SWITCH,
                        seen(),
                        new Aim.Generation(new GenerationId(3)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
                .isInstanceOf(Outcome.Switched.class);
        assertThat(environment.runningCommit("ts_wep")).contains(ticket);
    }

    @Test
    void refusesWhatStandsForNoCommitOrForTwo() {
        assertThat(deploy("ts_wep", "tickets/DM-1"))
                .isEqualTo(new Outcome.Refused(
                        Refusal.NO_REVISION,
                        Map.of("package", "ts_wep", "problem", "tickets/DM-1 is not in its repository")));
        environment.remote("ts_wep").branch("v1.0.0", "version = 9\n");
        assertThat(deploy("ts_wep", "v1.0.0"))
                .isEqualTo(new Outcome.Refused(
                        Refusal.NO_REVISION,
                        Map.of("package", "ts_wep", "problem", "v1.0.0 fits 2 different commits")));
        assertThat(deploy("nothing", "v1.0.0"))
                .isEqualTo(new Outcome.Refused(Refusal.NO_PACKAGE, Map.of("package", "nothing")));
        assertThat(environment.current()).isEqualTo("deploy");
    }

    @Test
    void refusesACommitThatNobodySaw() {
        CommitId seen = environment.runningCommit("ts_wep").orElseThrow();
        assertThat(environment.run(request(
                        seen(), List.of(new Deployed(WEP, "tickets/DM-51100", Optional.of(seen))), Optional.of("x"))))
                .isEqualTo(new Outcome.Refused(
                        Refusal.REVISION_MOVED,
                        Map.of(
                                "package",
                                "ts_wep",
                                "revision",
                                "tickets/DM-51100",
                                "saw",
                                seen.abbreviated(),
                                "now",
                                ticket.abbreviated())));
        assertThat(environment.current()).isEqualTo("deploy");
    }

    @Test
    void refusesAStaleOneThatWouldUndoARollBack() throws IOException {
        SwitchToken seen = environment.links().current().orElseThrow();
        environment.run(Verb.ROLLBACK);
        assertThat(environment.run(
                        request(new Saw.Current(seen), asked("ts_wep", "tickets/DM-51100"), Optional.of("late"))))
                .isEqualTo(new Outcome.Refused(
                        Refusal.SWITCH_MOVED, Map.of("saw", "deploy", "now", "generations/000002")));
        assertThat(environment.paths().generation(new GenerationId(3))).doesNotExist();
    }

    @Test
    void refusesWithoutAReasonAndATreeThatIsNotSafe() {
        assertThat(environment.run(request(seen(), asked("ts_wep", "tickets/DM-51100"), Optional.empty())))
                .isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(each.refusal())
                        .isEqualTo(Refusal.BAD_REQUEST));
        environment.remote("ts_wep").linkOut("tickets/DM-666");
        assertThat(deploy("ts_wep", "tickets/DM-666"))
                .isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(each.refusal())
                        .isEqualTo(Refusal.CANNOT_BUILD));
        assertThat(environment.current()).isEqualTo("deploy");
    }

    private Outcome deploy(String name, String revision) {
        return environment.run(request(seen(), asked(name, revision), Optional.of("DM-51100 on sky")));
    }

    private static List<Deployed> asked(String name, String revision) {
        return List.of(new Deployed(new PackageName(name), revision, Optional.empty()));
    }

    private Saw seen() {
        try {
            return new Saw.Current(environment.links().current().orElseThrow());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Request request(Saw saw, List<Deployed> packages, Optional<String> reason) {
        return new Request(
                Verb.DEPLOY,
                saw,
                new Aim.Deploy(packages, Optional.of(UNTIL)),
                reason,
                Optional.empty(),
                Optional.empty());
    }
}
