package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Flag;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.environment.LayoutEnvironmentReader;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.Journal;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.fixture.TreeState;
import org.obsenv.git.BoundedReads;
import org.obsenv.git.CommitCache;
import org.obsenv.git.JGitChangeReader;
import org.obsenv.hostile.pushed.PushCase;
import org.obsenv.hostile.pushed.PushClass;
import org.obsenv.hostile.pushed.RawRemote;
import org.obsenv.layout.SyncState;
import org.obsenv.layout.SyncStateDocument;
import org.obsenv.protocol.Verb;
import org.obsenv.yaml.YamlProblem;

/**
 * Every class of {@link PushClass} pushed at once, a case to a package: what is not fit stays out and changes nothing,
 * what is harmless is taken as it is, and the next sound head is taken everywhere.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class PathologicalPushTest {
    private static final int MOST_CASES = 16;

    @TempDir
    static Path directory;

    private TestEnvironment environment;
    private final List<String> names =
            IntStream.range(0, MOST_CASES).mapToObj(i -> "package" + i).toList();

    @BeforeAll
    void setUp() {
        List<String> all = new ArrayList<>(names);
        all.add("sound");
        environment = TestEnvironment.setUp(directory, all.toArray(String[]::new));
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void thereAreEnoughOfThem() {
        assertThat(Arrays.stream(PushClass.values())
                        .flatMap(each -> each.cases().stream())
                        .filter(PushCase::isRefused))
                .hasSizeGreaterThanOrEqualTo(95);
    }

    /** A case on its way to a package. */
    private record Attempt(String name, PushCase pushed, CommitId before, Snapshot remote) {
        String told() {
            return pushed.name();
        }
    }

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @EnumSource
    void whatIsNotFitStaysOutAndWhatIsHarmlessIsTaken(PushClass pushed) throws IOException {
        List<Attempt> attempts = attempts(pushed);

        if (attempts.stream().anyMatch(each -> each.pushed().isRefused())) {
            push(attempts, true);
            SortedMap<String, String> untouched = importedAndRecorded();
            int recorded = journal().size();
            pass();
            assertThat(journal().stream().skip(recorded).map(JournalEntry::act))
                    .as("what was recorded of only unfit heads")
                    .isSubsetOf("refused", "alarm");
            assertThat(TreeState.changes(untouched, importedAndRecorded()))
                    .as("what changed with only unfit heads")
                    .isEmpty();
        }

        push(attempts, false);
        CommitId sound = environment.remote("sound").hotfix("While " + pushed, "passed = '" + pushed + "'\n");
        String said = pass();
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(environment.runningCommit("sound")).contains(sound);
        attempts.forEach(each -> judge(softly, each, said));
        requireReadable(softly, attempts);

        Map<Attempt, CommitId> next = new LinkedHashMap<>();
        attempts.forEach(each -> next.put(each, pushSound(each, pushed)));
        pass();
        next.forEach((each, head) -> softly.assertThat(environment.runningCommit(each.name()))
                .as("the next head after " + each.told() + ": " + state(each.name()))
                .contains(head));
        softly.assertAll();
    }

    private List<Attempt> attempts(PushClass pushed) {
        List<Attempt> attempts = new ArrayList<>();
        for (PushCase each : pushed.cases()) {
            String name = names.get(attempts.size());
            Snapshot remote = Snapshot.take(bare(name), directory.resolve(pushed + "-" + name));
            attempts.add(new Attempt(name, each, running(name), remote));
        }
        return attempts;
    }

    private void push(List<Attempt> attempts, boolean refused) {
        attempts.stream()
                .filter(each -> each.pushed().isRefused() == refused)
                .forEach(each -> each.pushed().push().into(new RawRemote(bare(each.name()), each.before())));
    }

    private CommitId pushSound(Attempt each, PushClass pushed) {
        CommitId upon = running(each.name());
        if (upon.equals(each.before())) {
            each.remote().restore();
        }
        return new RawRemote(bare(each.name()), upon).deploySound(upon, "after = '" + pushed + "'\n");
    }

    private void judge(SoftAssertions softly, Attempt each, String said) {
        SyncState.PackageState state = state(each.name());
        softly.assertThat(state.problems().stream().findFirst().map(SyncState.Problem::kind))
                .as(each.told() + ": " + state.problems())
                .isEqualTo(each.pushed().refusal());
        CommitId running = running(each.name());
        if (each.pushed().isRefused()) {
            String text = state.problems().stream()
                    .findFirst()
                    .map(SyncState.Problem::text)
                    .orElse("");
            softly.assertThat(running).as(each.told()).isEqualTo(each.before());
            softly.assertThat(text)
                    .as(each.told())
                    .contains(each.pushed().shown())
                    .isNotBlank();
            softly.assertThat(said).as(each.told()).contains(each.name() + ": " + text);
        } else {
            softly.assertThat(running).as(each.told()).isEqualTo(state.head()).isNotEqualTo(each.before());
            softly.assertThat(treeOnDisk(each.name())).as(each.told()).isEqualTo(treeOf(each.name()));
        }
    }

    /** One pass of the auto-pull. Nothing that it says or records holds what a terminal would obey. */
    private String pass() throws IOException {
        Outcome outcome = environment.run(Verb.SYNC);
        if (!(outcome instanceof Outcome.Built built)) {
            return fail("sync ended with " + outcome);
        }
        String said = String.join("\n", built.notes());
        requirePlain(said);
        requirePlain(Files.readString(environment.paths().state()));
        try (var journal = Files.walk(environment.paths().journal())) {
            for (Path each : journal.filter(Files::isRegularFile).toList()) {
                requirePlain(Files.readString(each).replace("\0", ""));
            }
        }
        return said;
    }

    private static void requirePlain(String text) {
        assertThat(text.codePoints()
                        .filter(each -> each != '\n'
                                && (Character.isISOControl(each) || Character.getType(each) == Character.FORMAT)))
                .isEmpty();
    }

    /** Everything under the root but what a pass is free to write: its state, its heartbeat and the repositories. */
    private SortedMap<String, String> importedAndRecorded() {
        SortedMap<String, String> all =
                new TreeMap<>(TreeState.of(environment.root()).entries());
        Path obsenv = environment.root().resolve(".obsenv");
        Set<Path> own = Set.of(
                obsenv,
                environment.paths().state(),
                environment.paths().alarms(), // a branch that was rewritten raises one
                environment.paths().heartbeat(),
                environment.paths().journal().resolve("000001.yaml"), // read by itself: refusals are added to it
                environment.root().resolve(".obsenv/repositories"));
        all.keySet()
                .removeIf(each -> own.contains(Path.of(each)) || each.startsWith(obsenv.resolve("repositories") + "/"));
        return all;
    }

    /** Oldest first. */
    private List<JournalEntry> journal() {
        return Journal.newest(environment.paths(), 10_000).reversed();
    }

    /** The console's readers give every package, whatever the others' heads are. */
    private void requireReadable(SoftAssertions softly, List<Attempt> attempts) {
        BoundedReads reads = new BoundedReads(Duration.ofSeconds(30), 4);
        try (LayoutEnvironmentReader reader = new LayoutEnvironmentReader(
                "Test",
                environment.root(),
                environment.baseList(),
                environment.site().packageNames(),
                reads,
                new CommitCache(),
                InstantSource.system())) {
            EnvironmentReading reading = reader.refresh();
            softly.assertThat(reading.problems()).isEmpty();
            softly.assertThat(reading.packages()).hasSize(MOST_CASES + 1).allSatisfy(each -> assertThat(each.running())
                    .isInstanceOf(Known.Value.class));
            for (Attempt each : attempts) {
                PackageReading read = reading.packages().get(names.indexOf(each.name()));
                softly.assertThat(read.flags().contains(Flag.REFUSED))
                        .as(each.told() + read)
                        .isEqualTo(each.pushed().refusal().equals(Optional.of(SyncState.Problem.Kind.REFUSED)));
            }
        }
        JGitChangeReader changes = new JGitChangeReader(environment.paths()::repository, reads);
        for (Attempt each : attempts) {
            PackageName name = new PackageName(each.name());
            CommitId head = state(each.name()).head();
            List<Known<?>> answers =
                    List.of(changes.commits(name, each.before(), head, 100), changes.files(name, each.before(), head));
            if (!each.pushed().isRefused()) {
                softly.assertThat(answers).as(each.told()).allSatisfy(known -> assertThat(known)
                        .isInstanceOf(Known.Value.class));
            }
        }
    }

    /** What the checkout's files make, by an index of their own. */
    private String treeOnDisk(String name) {
        Path checkout = environment.paths().checkout(new PackageName(name), running(name));
        Path index = directory.resolve("index");
        Map<String, String> variables = Map.of("GIT_INDEX_FILE", index.toString(), "LC_ALL", "C.UTF-8");
        String repository =
                environment.paths().repository(new PackageName(name)).toString();
        List<String> git = List.of("git", "--git-dir=" + repository, "--work-tree=" + checkout);
        List<String> add = new ArrayList<>(git);
        add.addAll(List.of("add", "-A", "-f", "."));
        Ran.of(inDirectory(checkout, add), variables, new byte[0]).orFail("add");
        List<String> write = new ArrayList<>(git);
        write.add("write-tree");
        String tree = Ran.of(write, variables, new byte[0])
                .orFail("write-tree")
                .output()
                .trim();
        Ran.must("rm", "-f", index.toString());
        return tree;
    }

    private static List<String> inDirectory(Path place, List<String> command) {
        List<String> all = new ArrayList<>(List.of("env", "-C", place.toString()));
        all.addAll(command);
        return all;
    }

    private String treeOf(String name) {
        return git(name, "rev-parse", running(name) + "^{tree}");
    }

    private String git(String name, String... arguments) {
        return Git.git(environment.paths().repository(new PackageName(name)), arguments);
    }

    private CommitId running(String name) {
        return environment.runningCommit(name).orElseThrow();
    }

    private Path bare(String name) {
        return environment.remote(name).bare();
    }

    private SyncState.PackageState state(String name) {
        try {
            SyncState all = SyncStateDocument.read(environment.paths().state());
            return Objects.requireNonNull(all.packages().get(new PackageName(name)));
        } catch (IOException | YamlProblem e) {
            throw new AssertionError(e);
        }
    }
}
