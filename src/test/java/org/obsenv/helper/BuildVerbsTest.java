package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncState.Problem;
import org.obsenv.layout.SyncStateDocument;
import org.obsenv.protocol.Verb;

@Execution(ExecutionMode.CONCURRENT)
class BuildVerbsTest {
    @TempDir
    Path directory;

    @Test
    void setsUpAFollowingEnvironmentWithBaseProven() throws Exception {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep", "cwfs");

        assertThat(environment.current()).isEqualTo("deploy");
        assertThat(environment.linkText(environment.paths().deploy())).isEqualTo("generations/000001");
        assertThat(environment.linkText(environment.paths().base())).isEqualTo("generations/000002");
        assertThat(environment.linkText(environment.root().resolve("ts_wep"))).isEqualTo(".obsenv/current/ts_wep");
        CommitId commit = environment.remote("ts_wep").commit("v1.0.0");
        assertThat(environment.runningCommit("ts_wep")).contains(commit);
        Path stable = environment.root().resolve("ts_wep");
        assertThat(Git.git(stable, "-c", "safe.directory=*", "status", "--porcelain"))
                .isEmpty();
        assertThat(Git.git(stable, "-c", "safe.directory=*", "log", "--format=%s"))
                .isEqualTo("First release");
        assertThat(Files.getPosixFilePermissions(stable.resolve("python/ts_wep/__init__.py")))
                .isEqualTo(PosixFilePermissions.fromString("r--r--r--"));
    }

    @Test
    void worksInACloneMadeWithUmask002() throws Exception {
        TestEnvironment environment = TestEnvironment.prepare(directory, "ts_wep");
        for (Path each : List.of(directory, environment.siteFile())) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxrwxr-x"));
        }

        assertThat(environment.run(Verb.SETUP)).isInstanceOf(Outcome.Built.class);
        assertThat(environment.run(Verb.ROLLBACK)).isInstanceOf(Outcome.Switched.class);
    }

    @Test
    void setupRunAgainChangesNothing() {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep");

        assertThat(environment.run(Verb.SETUP))
                .isInstanceOfSatisfying(Outcome.Built.class, built -> assertThat(built.movedCount())
                        .isZero());
        assertThat(environment.linkText(environment.paths().deploy())).isEqualTo("generations/000001");
        assertThat(environment.linkText(environment.paths().base())).isEqualTo("generations/000002");
    }

    @Test
    void setupRefusesWhatIsInTheWay() throws Exception {
        TestEnvironment environment = TestEnvironment.prepare(directory, "ts_wep");
        Files.createDirectories(environment.root().resolve("ts_wep"));

        assertThat(environment.run(Verb.SETUP))
                .isEqualTo(new Outcome.Refused(
                        Refusal.CANNOT_BUILD,
                        Map.of(
                                "package",
                                "ts_wep",
                                "problem",
                                environment.root().resolve("ts_wep") + " is in the way: it is not a link of ours")));
    }

    @Test
    void setupRefusesAForeignSetupFileInTheWay() throws Exception {
        TestEnvironment environment = TestEnvironment.prepare(directory, "ts_wep");
        Path file = environment.root().resolve("auto_env_setup.sh");
        Files.createDirectories(environment.root());
        Files.writeString(file, "setup -j ts_wep\n");

        assertThat(environment.run(Verb.SETUP))
                .isEqualTo(new Outcome.Refused(
                        Refusal.CANNOT_BUILD,
                        Map.of(
                                "package",
                                "auto_env_setup.sh",
                                "problem",
                                file + " is in the way: it is not a link of ours")));
        assertThat(file).hasContent("setup -j ts_wep");
    }

    @Test
    void aPackageAddedByASecondSetupGetsItsHotfixes() {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep");
        environment.add("cwfs");
        environment.writeList("ts_wep: v1.0.0\ncwfs: v1.0.0\n");
        assertThat(environment.run(Verb.SETUP)).isInstanceOf(Outcome.Built.class);
        CommitId next = environment.remote("cwfs").hotfix("Fix mask edge", "version = 2\n");

        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);

        assertThat(environment.runningCommit("cwfs")).contains(next);
    }

    @Test
    void setBaseTakesWhereAPinnedBranchIsNow() throws Exception {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep");
        environment.writeList("ts_wep: deploy\n");
        CommitId now = environment.remote("ts_wep").hotfix("Fix", "version = 2\n");

        assertThat(environment.run(Verb.SET_BASE)).isInstanceOfSatisfying(Outcome.Built.class, built -> assertThat(
                        built.notes())
                .containsExactly("ts_wep: its pin deploy is a branch, which moves; base holds its commit of now, "
                        + now.abbreviated()));

        assertThat(environment
                        .manifest(environment.links().base().orElseThrow())
                        .packages())
                .containsValue(now);
    }

    @Test
    void setBaseFromAnUnchangedListLeavesBaseAndAHoldOnIt() throws Exception {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep");
        environment.remote("ts_wep").hotfix("Fix", "version = 2\n");
        environment.run(Verb.SYNC);
        environment.run(Verb.ROLLBACK);

        assertThat(environment.run(Verb.SET_BASE)).isInstanceOfSatisfying(Outcome.Built.class, built -> {
            assertThat(built.generation()).isEmpty();
            assertThat(built.notes()).isEmpty();
        });

        assertThat(environment.linkText(environment.paths().base())).isEqualTo(environment.current());
        assertThat(environment.newestEntry().act()).isEqualTo("rollback");
    }

    @Test
    void setBaseBuildsAnewWhereTheListIsTheSameAndItsBranchMoved() {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep");
        environment.writeList("ts_wep: deploy\n");
        environment.run(Verb.SET_BASE);
        CommitId next = environment.remote("ts_wep").hotfix("Fix", "version = 2\n");

        environment.run(Verb.SET_BASE);

        environment.run(Verb.ROLLBACK);
        assertThat(environment.runningCommit("ts_wep")).contains(next);
    }

    @Test
    void setupRefusesAPackageWithoutADeployBranch() {
        TestEnvironment environment = TestEnvironment.prepare(directory, "ts_wep");
        Git.git(environment.remote("ts_wep").bare(), "update-ref", "-d", "refs/heads/deploy");

        assertThat(environment.run(Verb.SETUP))
                .isEqualTo(new Outcome.Refused(
                        Refusal.CANNOT_BUILD,
                        Map.of(
                                "package",
                                "ts_wep",
                                "problem",
                                environment.remote("ts_wep").address() + " has no branch deploy")));
    }

    @Test
    void refusesEveryVerbWhereNothingIsSetUp() {
        TestEnvironment environment = TestEnvironment.prepare(directory, "ts_wep");
        assertThat(environment.root().toFile().mkdir()).isTrue();

        for (Verb verb : new Verb[] {Verb.ROLLBACK, Verb.RESUME, Verb.SYNC, Verb.SET_BASE}) {
            assertThat(environment.run(verb))
                    .isEqualTo(new Outcome.Refused(
                            Refusal.NOT_SET_UP,
                            Map.of("root", environment.root().toString())));
        }
    }

    @Test
    void syncWithoutNewsBuildsNothing() {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep");

        assertThat(environment.run(Verb.SYNC)).isInstanceOfSatisfying(Outcome.Built.class, built -> {
            assertThat(built.generation()).isEmpty();
            assertThat(built.notes()).isEmpty();
        });
    }

    @Test
    void syncTakesWhatItCanWhenOneRemoteIsGone() throws Exception {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep", "cwfs");
        CommitId next = environment.remote("ts_wep").hotfix("Fix", "version = 2\n");
        Files.move(environment.remote("cwfs").bare(), directory.resolve("away"));

        assertThat(environment.run(Verb.SYNC))
                .isInstanceOfSatisfying(Outcome.Built.class, built -> assertThat(built.notes())
                        .singleElement()
                        .asString()
                        .startsWith("cwfs: "));
        assertThat(environment.runningCommit("ts_wep")).contains(next);
        assertThat(problemOf(environment, "cwfs").kind()).isEqualTo(Problem.Kind.UNREACHABLE);
    }

    @Test
    void syncKeepsTheHeadOfARewrittenBranchAndBothTips() throws Exception {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep");
        CommitId kept = environment.remote("ts_wep").hotfix("Fix", "version = 2\n");
        environment.run(Verb.SYNC);
        Git.git(environment.remote("ts_wep").workTree(), "reset", "-q", "--hard", "v1.0.0");
        CommitId rewritten = environment.remote("ts_wep").hotfix("Another", "version = 3\n");

        environment.run(Verb.SYNC);

        assertThat(environment.runningCommit("ts_wep")).contains(kept);
        assertThat(problemOf(environment, "ts_wep").kind()).isEqualTo(Problem.Kind.REWRITTEN);
        Path repository = environment.paths().repository(new PackageName("ts_wep"));
        assertThat(Git.git(repository, "for-each-ref", "--format=%(objectname)", "refs/obsenv/rewritten"))
                .contains(kept.hex(), rewritten.hex());
    }

    @Test
    void setBaseRefusesAnUnresolvablePinInDaylight() {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep", "cwfs");
        environment.writeList("ts_wep: v9.9.9\ncwfs: v1.0.0\n");

        assertThat(environment.run(Verb.SET_BASE))
                .isEqualTo(new Outcome.Refused(
                        Refusal.BAD_LIST,
                        Map.of(
                                "problem",
                                environment.baseList() + ", line 1, key ts_wep: v9.9.9 is not in its repository")));
        assertThat(environment.linkText(environment.paths().base())).isEqualTo("generations/000002");
    }

    @Test
    void setBaseRefusesAPackageWithoutAPin() {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep", "cwfs");
        environment.writeList("ts_wep: v1.0.0\n");

        assertThat(environment.run(Verb.SET_BASE)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(
                        refused.facts())
                .hasEntrySatisfying("problem", problem -> assertThat(problem).contains("has no pin for cwfs")));
    }

    @Test
    void setBaseFetchesAPinThatIsNotHereYet() {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep");
        CommitId next = environment.remote("ts_wep").hotfix("Fix", "version = 2\n");
        Git.git(environment.remote("ts_wep").workTree(), "tag", "v1.0.1");
        environment.remote("ts_wep").publish();
        environment.writeList("ts_wep: v1.0.1\n");

        assertThat(environment.run(Verb.SET_BASE)).isInstanceOf(Outcome.Built.class);

        environment.run(Verb.ROLLBACK);
        assertThat(environment.runningCommit("ts_wep")).contains(next);
    }

    @Test
    void preparesWhatAPackageImportsAndGitIgnores() {
        TestEnvironment environment = TestEnvironment.prepare(directory, "ts_wep");
        environment.remote("ts_wep").write(".gitignore", "python/ts_wep/version.py\n");
        environment.remote("ts_wep").hotfix("Ignore the version", "from .version import *\n");
        environment.writeSite(
                "",
                "prepare: {command: [/bin/sh, -c, \"echo v=7 > python/ts_wep/version.py\"],"
                        + " outputs: [python/ts_wep/version.py]}");
        environment.writeList("ts_wep: " + environment.remote("ts_wep").head() + "\n");

        assertThat(environment.run(Verb.SETUP)).isInstanceOf(Outcome.Built.class);

        assertThat(environment.root().resolve("ts_wep/python/ts_wep/version.py"))
                .hasContent("v=7");
    }

    private static Problem problemOf(TestEnvironment environment, String name) throws Exception {
        PackageState state =
                SyncStateDocument.read(environment.paths().state()).packages().get(new PackageName(name));
        return Objects.requireNonNull(state).problems().getFirst();
    }
}
