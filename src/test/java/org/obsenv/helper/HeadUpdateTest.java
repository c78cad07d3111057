package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncState.Problem;
import org.obsenv.layout.SyncStateDocument;
import org.obsenv.protocol.Verb;

/** What one package's remote or repository can do wrong is that package's; the pass goes on. */
class HeadUpdateTest {
    @TempDir
    Path directory;

    private TestEnvironment environment;
    private CommitId kept;
    private CommitId next;

    @BeforeEach
    void pushToBoth() {
        environment = TestEnvironment.setUp(directory, "ts_wep", "cwfs");
        kept = environment.remote("ts_wep").head();
        next = environment.remote("cwfs").hotfix("Fix mask edge", "version = 2\n");
    }

    @Test
    void aDeletedDeployBranchIsSaidAndIsNotASilentRemote() throws Exception {
        Path bare = environment.remote("ts_wep").bare();
        Git.git(bare, "update-ref", "-d", "refs/heads/deploy");

        assertThat(notes(environment.run(Verb.SYNC)))
                .containsExactly("ts_wep: its remote has no branch deploy any more");
        assertThat(problem().kind()).isEqualTo(Problem.Kind.GONE);
        requireTheOtherMoved();

        Git.git(bare, "update-ref", "refs/heads/deploy", kept.hex());
        assertThat(notes(environment.run(Verb.SYNC))).isEmpty();
        assertThat(state().problem()).isEmpty();
    }

    @Test
    void aHistoryThatCannotBeWalkedIsThatPackagesRefusal() throws Exception {
        CommitId between = environment.remote("ts_wep").hotfix("One", "version = 2\n");
        environment.remote("ts_wep").hotfix("Two", "version = 3\n");
        Path repository = environment.paths().repository(new PackageName("ts_wep"));
        Git.git(
                repository,
                "fetch",
                "-q",
                environment.remote("ts_wep").address(),
                "+refs/heads/*:refs/remotes/origin/*");
        Files.delete(repository.resolve(
                "objects/" + between.hex().substring(0, 2) + "/" + between.hex().substring(2)));

        assertThat(notes(environment.run(Verb.SYNC)))
                .singleElement()
                .asString()
                .startsWith("ts_wep: ")
                .contains(between.hex());
        assertThat(problem().kind()).isEqualTo(Problem.Kind.REFUSED);
        requireTheOtherMoved();
    }

    @Test
    void anOldTipThatCannotBePreservedIsThatPackagesRefusal() throws Exception {
        Git.git(environment.remote("ts_wep").workTree(), "commit", "-q", "--amend", "-m", "Rewritten");
        environment.remote("ts_wep").publish();
        Path repository = environment.paths().repository(new PackageName("ts_wep"));
        // A ref of this name leaves no room for refs below it.
        Git.git(repository, "update-ref", "refs/obsenv", kept.hex());

        assertThat(notes(environment.run(Verb.SYNC)))
                .singleElement()
                .asString()
                .startsWith("ts_wep: ")
                .contains("refs/obsenv");
        assertThat(problem().kind()).isEqualTo(Problem.Kind.REFUSED);
        requireTheOtherMoved();
    }

    @Test
    void aRewrittenBranchIsTakenAgainOnceItGoesOnFromTheHeadThatWasKept() throws Exception {
        Path clone = environment.remote("ts_wep").workTree();
        Git.git(clone, "commit", "-q", "--amend", "-m", "Rewritten");
        environment.remote("ts_wep").publish();
        environment.run(Verb.SYNC);
        assertThat(problem().kind()).isEqualTo(Problem.Kind.REWRITTEN);
        requireTheOtherMoved();

        Git.git(clone, "reset", "-q", "--hard", kept.hex());
        CommitId mended = environment.remote("ts_wep").hotfix("Goes on", "version = 2\n");
        assertThat(notes(environment.run(Verb.SYNC))).isEmpty();

        assertThat(environment.runningCommit("ts_wep")).contains(mended);
        assertThat(state().problem()).isEmpty();
    }

    private void requireTheOtherMoved() {
        assertThat(environment.runningCommit("ts_wep")).contains(kept);
        assertThat(environment.runningCommit("cwfs")).contains(next);
    }

    private static List<String> notes(Outcome outcome) {
        if (outcome instanceof Outcome.Built built) {
            return built.notes();
        }
        throw new AssertionError("the pass ended with " + outcome);
    }

    private Problem problem() throws Exception {
        return state().problem().orElseThrow();
    }

    private PackageState state() throws Exception {
        return Objects.requireNonNull(
                SyncStateDocument.read(environment.paths().state()).packages().get(new PackageName("ts_wep")));
    }
}
