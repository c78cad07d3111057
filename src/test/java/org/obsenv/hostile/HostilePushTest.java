package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.layout.SyncState;
import org.obsenv.layout.SyncStateDocument;
import org.obsenv.protocol.Verb;
import org.obsenv.yaml.YamlProblem;

/** What may be pushed to a deploy branch and must not become a generation (security rows 12 and 21). */
class HostilePushTest {
    private static final PackageName WEP = new PackageName("ts_wep");
    private static final String LONG = "x".repeat(300);

    @TempDir
    Path directory;

    TestEnvironment environment;
    CommitId sound;
    Path clone;
    String blob;

    @BeforeEach
    void setUp() {
        environment = TestEnvironment.setUp(directory, "ts_wep", "summit_utils");
        sound = environment.remote("ts_wep").head();
        clone = environment.remote("ts_wep").workTree();
        blob = object("hello\n");
    }

    @Test
    void aHeadWithAPathologicalTreeIsRefusedByPathAndTheOldOneKept() {
        Map<String, String> trees = new LinkedHashMap<>();
        trees.put("..", file(".."));
        trees.put(".git", file(".git"));
        trees.put(".GIT", file(".GIT"));
        trees.put("git~1", file("git~1"));
        trees.put("a\\u000ab", file("a\nb"));
        trees.put("red", file("\u001b[31mred"));
        trees.put(LONG, file(LONG));
        trees.put("only in upper and lower case", file("README") + file("readme"));
        trees.put("absolute", link("absolute", "/etc/passwd"));
        trees.put("up", link("up", "../elsewhere"));
        trees.put("detour", link("detour", "python/../../elsewhere"));
        trees.put("sub", "160000 commit " + sound + "\tsub\0");
        for (Map.Entry<String, String> each : trees.entrySet()) {
            CommitId hostile = push(each.getValue(), sound);
            assertThat(environment.run(Verb.SYNC)).as(each.getKey()).isInstanceOf(Outcome.Built.class);

            SyncState.PackageState state = state();
            assertThat(state.head()).as(each.getKey()).isEqualTo(hostile);
            assertThat(state.accepted()).as(each.getKey()).isEqualTo(sound);
            assertThat(state.problem()).as(each.getKey()).hasValueSatisfying(problem -> {
                assertThat(problem.kind()).isEqualTo(SyncState.Problem.Kind.REFUSED);
                assertThat(problem.text()).contains(each.getKey()).doesNotContain("\n", "\u001b");
            });
            assertThat(environment.runningCommit("ts_wep")).contains(sound);
            Git.git(environment.remote("ts_wep").bare(), "update-ref", "refs/heads/deploy", sound.hex());
        }
    }

    @Test
    void otherPackagesGoOnAndASoundHeadIsTakenAfterwards() {
        push(file(".git"), sound);
        CommitId other = environment.remote("summit_utils").hotfix("Go on", "version = 2\n");

        assertThat(environment.run(Verb.SYNC))
                .isInstanceOfSatisfying(Outcome.Built.class, built -> assertThat(built.notes())
                        .containsExactly("ts_wep: the file .git has a name that is git's own"));
        assertThat(environment.runningCommit("summit_utils")).contains(other);

        Git.git(environment.remote("ts_wep").bare(), "update-ref", "refs/heads/deploy", sound.hex());
        CommitId next = environment.remote("ts_wep").hotfix("Sound again", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        assertThat(environment.runningCommit("ts_wep")).contains(next);
        assertThat(state().problem()).isEmpty();
    }

    @Test
    void linksWithinThePackageAreTaken() {
        CommitId head = push(link("data", "python/ts_wep") + link("dangling", "python/not-there"), sound);
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        assertThat(environment.runningCommit("ts_wep")).contains(head);
    }

    @Test
    void aRewrittenBranchIsNotFollowedAndNothingIsLost() {
        CommitId deployed = environment.remote("ts_wep").hotfix("At night", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        Git.git(clone, "reset", "-q", "--hard", sound.hex());
        CommitId rewritten = environment.remote("ts_wep").hotfix("Instead", "version = 3\n");

        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);

        assertThat(environment.runningCommit("ts_wep")).contains(deployed);
        assertThat(state().head()).isEqualTo(rewritten);
        assertThat(state().accepted()).isEqualTo(deployed);
        assertThat(state().problem().map(SyncState.Problem::kind)).contains(SyncState.Problem.Kind.REWRITTEN);
        for (CommitId each : List.of(deployed, rewritten)) {
            assertThat(Git.git(environment.paths().repository(WEP), "rev-parse", "refs/obsenv/rewritten/" + each))
                    .isEqualTo(each.hex());
        }
    }

    /** A pass that died after it moved deploy and before it wrote its state must not hide a rewriting. */
    @Test
    void aRewritingIsSeenThoughTheStateIsOlderThanWhatRuns() throws IOException {
        byte[] old = Files.readAllBytes(environment.paths().state());
        CommitId deployed = environment.remote("ts_wep").hotfix("At night", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        Files.write(environment.paths().state(), old);
        Git.git(clone, "reset", "-q", "--hard", sound.hex());
        environment.remote("ts_wep").hotfix("Instead", "version = 3\n");

        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);

        assertThat(environment.runningCommit("ts_wep")).contains(deployed);
        assertThat(state().problem().map(SyncState.Problem::kind)).contains(SyncState.Problem.Kind.REWRITTEN);
    }

    private String file(String name) {
        return "100644 blob " + blob + "\t" + name + "\0";
    }

    private String link(String name, String text) {
        return "120000 blob " + object(text) + "\t" + name + "\0";
    }

    private String object(String content) {
        return fed(content, "git", "hash-object", "-w", "--stdin");
    }

    /** Pushes a commit whose tree is the sound one's with these entries more. */
    private CommitId push(String entries, CommitId parent) {
        String before = Git.git(clone, "ls-tree", "-z", parent.hex());
        String tree = fed(before + (before.endsWith("\0") ? "" : "\0") + entries, "git", "mktree", "-z");
        CommitId commit = new CommitId(Git.git(clone, "commit-tree", tree, "-p", parent.hex(), "-m", "Pushed"));
        Git.git(
                clone,
                "push",
                "-q",
                "--force",
                environment.remote("ts_wep").bare().toString(),
                commit + ":refs/heads/deploy");
        return commit;
    }

    private String fed(String input, String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).directory(clone.toFile()).start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            if (process.waitFor() != 0) {
                throw new AssertionError(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private SyncState.PackageState state() {
        try {
            return Objects.requireNonNull(
                    SyncStateDocument.read(environment.paths().state())
                            .packages()
                            .get(WEP));
        } catch (IOException | YamlProblem e) {
            throw new AssertionError(e);
        }
    }
}
