package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Flag;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.environment.LayoutEnvironmentReader;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.HelperCommand;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.RemotePackage;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.git.BoundedReads;
import org.obsenv.git.CommitCache;
import org.obsenv.layout.SyncState;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncState.Problem;
import org.obsenv.layout.SyncStateDocument;
import org.obsenv.protocol.Verb;

/** A fetch that ends well and brings nothing is that package's trouble, with its time; and a bad tag keeps no head out. */
@Execution(ExecutionMode.CONCURRENT)
class UnbroughtHeadTest {
    private static final PackageName WEP = new PackageName("ts_wep");
    private static final String SHALLOW = "ts_wep: the remote's branch deploy was not brought: the remote is a shallow";

    @TempDir
    Path directory;

    private TestEnvironment environment;
    private RemotePackage wep;

    @BeforeEach
    void setUp() {
        environment = TestEnvironment.setUp(directory, "ts_wep", "cwfs");
        environment.writeSite("sync: {interval: 1 h, retry: 2 h}\n");
        wep = environment.remote("ts_wep");
    }

    @Test
    void aShallowRemoteIsSaidWithItsTimeAndTakenUpOnceItIsWhole() throws Exception {
        CommitId kept = wep.head();
        Instant well = Instant.parse("2026-11-21T02:10:00Z");
        Files.setLastModifiedTime(environment.paths().heartbeat(), FileTime.from(well));
        wep.hotfix("One", "version = 2\n");
        CommitId head = wep.hotfix("Two", "version = 3\n");
        Path whole = makeShallow();
        CommitId other = environment.remote("cwfs").hotfix("Fix", "version = 2\n");

        assertThat(notes(environment.run(Verb.SYNC))).singleElement().asString().startsWith(SHALLOW);

        assertThat(environment.runningCommit("ts_wep")).contains(kept);
        assertThat(environment.runningCommit("cwfs")).contains(other);
        PackageState state = state();
        assertThat(state.head()).isEqualTo(kept);
        assertThat(state.fetched()).isEqualTo(well);
        Problem problem = state.unheard().orElseThrow();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNBROUGHT);
        assertThat(problem.since()).isEqualTo(well);
        byte[] written = Files.readAllBytes(environment.paths().state());
        Ran.of(HelperCommand.of(Verb.SYNC, environment.siteFile())).orFail("the timer's pass leaves it alone");
        assertThat(environment.paths().state()).hasBinaryContent(written);
        assertThat(notes(environment.run(Verb.SYNC))).hasSize(1);
        assertThat(state()).isEqualTo(state);

        Git.git(wep.bare(), "fetch", "-q", "--unshallow", "file://" + whole);
        assertThat(notes(environment.run(Verb.SYNC))).isEmpty();

        assertThat(environment.runningCommit("ts_wep")).contains(head);
        assertThat(state().problems()).isEmpty();
        assertThat(silent()).isEmpty();
    }

    @Test
    void setupSaysOfAShallowRemoteWhatItIs() {
        wep.hotfix("One", "version = 2\n");
        makeShallow();
        TestEnvironment later = TestEnvironment.prepare(directory.resolve("later"), "ts_wep");
        Ran.must(
                "sed",
                "-i",
                "s|" + later.remote("ts_wep").address() + "|" + wep.address() + "|",
                later.siteFile().toString());

        assertThat(later.run(Verb.SETUP)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.CANNOT_BUILD);
            assertThat(refused.facts().get("problem")).contains("the remote is a shallow clone");
        });
        assertThat(later.paths().repository(WEP)).doesNotExist();
    }

    @Test
    void aTagOfTheNameOfOurDirectoryKeepsNothingOut() {
        CommitId first = wep.hotfix("One", "version = 2\n");
        assertThat(notes(environment.run(Verb.SYNC))).isEmpty();
        Git.git(wep.workTree(), "tag", "hotfix");
        Git.git(wep.workTree(), "tag", "v9.0.0", "develop");
        CommitId second = wep.hotfix("Two", "version = 3\n");

        assertThat(notes(environment.run(Verb.SYNC))).isEmpty();

        assertThat(environment.runningCommit("ts_wep")).contains(second);
        assertThat(tags())
                .hasSize(4)
                .contains("v1.0.0", "v9.0.0")
                .anyMatch(tag -> tag.endsWith("-" + first.abbreviated()))
                .anyMatch(tag -> tag.endsWith("-" + second.abbreviated()))
                .doesNotContain("hotfix");
    }

    /** Cloned before this was so. */
    @Test
    void aTagOfThatNameThatIsHereAlreadyMakesRoom() {
        Path repository = environment.paths().repository(WEP);
        Git.git(repository, "tag", "hotfix", "v1.0.0");
        CommitId head = wep.hotfix("One", "version = 2\n");

        assertThat(notes(environment.run(Verb.SYNC))).isEmpty();

        assertThat(tags()).hasSize(2).anyMatch(tag -> tag.matches("hotfix/.*-" + head.abbreviated()));
        assertThat(Git.git(repository, "rev-parse", "refs/obsenv/set-aside/hotfix^{commit}"))
                .isEqualTo(wep.commit("v1.0.0").hex());
    }

    /** The remote ends the whole conversation for the one object that it lacks. */
    @Test
    void aBrokenTagAtTheRemoteIsSaidAndTheHeadArrives() throws IOException {
        CommitId head = wep.hotfix("One", "version = 2\n");
        Path tag = wep.bare().resolve("refs/tags/broken");
        Files.createDirectories(tag.resolveSibling("."));
        Files.writeString(tag, "1234567890123456789012345678901234567890\n");

        assertThat(notes(environment.run(Verb.SYNC)))
                .anyMatch(note -> note.startsWith(
                        "ts_wep: the deploy branch came from its remote, and not everything else did: "));

        assertThat(environment.runningCommit("ts_wep")).contains(head);
        Files.delete(tag);
        Git.git(wep.workTree(), "tag", "v2.0.0");
        CommitId next = wep.hotfix("Two", "version = 3\n");
        assertThat(notes(environment.run(Verb.SYNC))).isEmpty();
        assertThat(environment.runningCommit("ts_wep")).contains(next);
        assertThat(tags()).contains("v2.0.0");
    }

    /** A release among them has a name that is not here, and a hot-fix waits for its own. */
    @Test
    void nothingIsNamedWhileTagsOfTheRemoteAreMissingAndHotfixesAreOnceTheyAreHere() throws Exception {
        CommitId hotfix = wep.hotfix("One", "version = 2\n");
        Path tag = wep.bare().resolve("refs/tags/broken");
        Files.createDirectories(tag.resolveSibling("."));
        Files.writeString(tag, "1234567890123456789012345678901234567890\n");
        assertThat(notes(environment.run(Verb.SYNC)))
                .hasSize(2)
                .anyMatch(note -> note.startsWith("ts_wep: " + hotfix.abbreviated() + " gets no hot-fix tag yet"));
        Files.delete(tag);
        CommitId release = wep.hotfix("Release", "version = 3\n");
        Git.git(wep.workTree(), "tag", "v2.0.0");
        wep.publish();
        Files.writeString(tag, "1234567890123456789012345678901234567890\n");
        assertThat(notes(environment.run(Verb.SYNC))).hasSize(2);
        assertThat(environment.runningCommit("ts_wep")).contains(release);
        assertThat(tags()).containsExactly("v1.0.0");

        // The timer's pass leaves the remote's tags alone for a while, and still says that they are not here.
        byte[] written = Files.readAllBytes(environment.paths().state());
        Ran.of(HelperCommand.of(Verb.SYNC, environment.siteFile())).orFail("a quiet pass");
        assertThat(environment.paths().state()).hasBinaryContent(written);
        assertThat(all().incomplete()).containsOnlyKeys(WEP);
        try (LayoutEnvironmentReader reader = reader()) {
            assertThat(reader.refresh().packages().getFirst()).satisfies(each -> {
                assertThat(each.flags()).contains(Flag.TAGS_INCOMPLETE);
                assertThat(each.reason().orElseThrow()).contains("not everything else did", "(since 20");
            });
        }

        Files.delete(tag);
        assertThat(notes(environment.run(Verb.SYNC))).isEmpty();

        assertThat(all().incomplete()).isEmpty();
        assertThat(tags())
                .hasSize(3)
                .contains("v1.0.0", "v2.0.0")
                .anyMatch(each -> each.endsWith("-" + hotfix.abbreviated()))
                .noneMatch(each -> each.endsWith("-" + release.abbreviated()));
        assertThat(Git.git(environment.paths().repository(WEP), "for-each-ref", "refs/obsenv/unnamed"))
                .isEmpty();
    }

    @Test
    void aRemoteThatGivesItsBranchNoMoreHidesNotWhatWasRefused() throws Exception {
        CommitId broken = wep.hotfix("One", "def mask(:\n");
        assertThat(notes(environment.run(Verb.SYNC))).hasSize(1);
        Problem refused = state().problem().orElseThrow();
        wep.hotfix("Two", "version = 3\n");
        makeShallow();

        assertThat(notes(environment.run(Verb.SYNC)))
                .hasSize(2)
                .anyMatch(note -> note.contains("does not compile"))
                .anyMatch(note -> note.startsWith(SHALLOW));

        assertThat(state().head()).isEqualTo(broken);
        assertThat(state().problem()).contains(refused);
        assertThat(state().unheard().map(Problem::kind)).contains(Problem.Kind.UNBROUGHT);
    }

    /** What came last came before it fell silent, however it fails afterwards. */
    @Test
    void deployIsNeverAsOfALaterTimeThanTheLastThatCame() throws Exception {
        Instant well = Instant.parse("2026-11-21T02:10:00Z");
        Files.setLastModifiedTime(environment.paths().heartbeat(), FileTime.from(well));
        Path away = directory.resolve("away.git");
        Ran.must("mv", wep.bare().toString(), away.toString());
        assertThat(notes(environment.run(Verb.SYNC))).hasSize(1);
        assertThat(state().unheard().map(Problem::since)).contains(well);
        Ran.must("mv", away.toString(), wep.bare().toString());
        wep.hotfix("One", "version = 2\n");
        makeShallow();

        assertThat(notes(environment.run(Verb.SYNC))).singleElement().asString().startsWith(SHALLOW);

        assertThat(state().unheard()).hasValueSatisfying(problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.UNBROUGHT);
            assertThat(problem.since()).isEqualTo(well);
        });
        assertThat(state().fetched()).isEqualTo(well);
    }

    /** Somebody else's under a name that we made here, too: each stays what it is. */
    @Test
    void aTagOfOursStaysWhateverTheRemoteCallsSo() {
        wep.hotfix("One", "version = 2\n");
        environment.run(Verb.SYNC);
        String ours = tags().stream()
                .filter(tag -> tag.startsWith("hotfix/"))
                .findFirst()
                .orElseThrow();
        String before = Git.git(environment.paths().repository(WEP), "rev-parse", ours);
        Git.git(wep.workTree(), "tag", ours, "v1.0.0");
        CommitId head = wep.hotfix("Two", "version = 3\n");

        assertThat(notes(environment.run(Verb.SYNC))).isEmpty();

        assertThat(environment.runningCommit("ts_wep")).contains(head);
        assertThat(Git.git(environment.paths().repository(WEP), "rev-parse", ours))
                .isEqualTo(before);
    }

    /** Where the whole repository stood, a clone of its newest commit; returns where it is now. */
    private Path makeShallow() {
        Path whole = directory.resolve("whole.git");
        Ran.must("mv", wep.bare().toString(), whole.toString());
        Git.git(
                directory,
                "clone",
                "-q",
                "--bare",
                "--depth=1",
                "--no-single-branch",
                "file://" + whole,
                wep.bare().toString());
        assertThat(wep.bare().resolve("shallow")).exists();
        return whole;
    }

    private LayoutEnvironmentReader reader() {
        return new LayoutEnvironmentReader(
                "Test",
                environment.root(),
                environment.baseList(),
                environment.site().packageNames(),
                new BoundedReads(Duration.ofSeconds(30), 4),
                new CommitCache(),
                InstantSource.fixed(Instant.now()));
    }

    private List<String> tags() {
        return Git.git(environment.paths().repository(WEP), "tag", "--list")
                .lines()
                .toList();
    }

    private static List<String> notes(Outcome outcome) {
        if (outcome instanceof Outcome.Built built) {
            return built.notes();
        }
        throw new AssertionError("the pass ended with " + outcome);
    }

    private PackageState state() throws Exception {
        return Objects.requireNonNull(all().packages().get(WEP));
    }

    private java.util.Map<PackageName, SyncState.Silence> silent() throws Exception {
        return all().silent();
    }

    private SyncState all() throws Exception {
        return SyncStateDocument.read(environment.paths().state());
    }
}
