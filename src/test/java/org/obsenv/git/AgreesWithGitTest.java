package org.obsenv.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Drift;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Pin;
import org.obsenv.fixture.Git;

/**
 * Ahead and behind, drift, commits, pins and changed files agree with the git program on random histories.
 * {@code -Dobsenv.histories=5000} takes more of them, {@code -Dobsenv.seed=…} others.
 */
@Execution(ExecutionMode.CONCURRENT)
class AgreesWithGitTest {
    private static final int HISTORIES = Integer.getInteger("obsenv.histories", 500);
    private static final long SEED = Long.getLong("obsenv.seed", 20_261_121L);
    private static final int PAIRS = 3;
    private static final PackageName NAME = new PackageName("p");

    private final AtomicInteger diverged = new AtomicInteger();

    @TempDir
    Path directory;

    @Test
    void onRandomHistories() {
        System.out.println("AgreesWithGitTest: seed " + SEED + ", " + HISTORIES + " histories");
        LongStream.range(SEED, SEED + HISTORIES).parallel().forEach(this::compareOne);
        // Else the histories would be too tame to prove anything.
        assertThat(diverged.get()).isGreaterThan(HISTORIES / 4);
    }

    private void compareOne(long seed) {
        try {
            compare(seed);
        } catch (IOException | RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "history of seed " + seed + " (-Dobsenv.seed=" + seed + " -Dobsenv.histories=1)", e);
        }
    }

    private void compare(long seed) throws IOException {
        RandomHistory history = new RandomHistory(seed);
        Path bare = directory.resolve("h" + seed + ".git");
        Git here = new Git(directory);
        here.run("init", "-q", "--bare", "-b", "c1", bare.toString());
        Git git = new Git(bare);
        git.run(history.fastImport(), "fast-import", "--quiet");
        Random random = new Random(seed);
        if (random.nextBoolean()) {
            git.run("pack-refs", "--all");
        }
        if (random.nextInt(10) == 0) {
            git = shallow(here, bare, history, random);
        }
        Map<String, String> refs = refs(git);
        List<CommitId> heads = refs.entrySet().stream()
                .filter(ref -> ref.getKey().startsWith("refs/heads/"))
                .map(ref -> new CommitId(ref.getValue()))
                .toList();
        try (GitRepository repository = GitRepository.open(git.directory())) {
            comparePins(repository, refs);
            for (int i = 0; i < PAIRS; i++) {
                CommitId left = heads.get(random.nextInt(heads.size()));
                CommitId right = heads.get(random.nextInt(heads.size()));
                comparePair(git, repository, left, right);
            }
        }
    }

    private static Git shallow(Git here, Path bare, RandomHistory history, Random random) {
        Path clone = bare.resolveSibling("s" + bare.getFileName());
        here.run(
                "clone",
                "-q",
                "--bare",
                "--no-single-branch",
                "--depth",
                Integer.toString(1 + random.nextInt(4)),
                "-b",
                "c" + history.commits(),
                "file://" + bare,
                clone.toString());
        return new Git(clone);
    }

    /** Every ref with the commit it stands for. */
    private static Map<String, String> refs(Git git) {
        Map<String, String> refs = new TreeMap<>();
        git.run("for-each-ref", "--format=%(refname) %(objectname) %(*objectname)")
                .lines()
                .forEach(line -> {
                    // An annotated tag has a third word, the commit.
                    String[] words = line.strip().split(" ", -1);
                    refs.put(words[0], words[words.length - 1]);
                });
        return refs;
    }

    private static void comparePins(GitRepository repository, Map<String, String> refs) throws IOException {
        for (Map.Entry<String, String> each : refs.entrySet()) {
            if (each.getKey().startsWith("refs/tags/")) {
                String name = each.getKey().substring("refs/tags/".length());
                assertThat(repository.pin(name)).isInstanceOfSatisfying(Pin.Resolved.class, pin -> {
                    assertThat(pin.commit().hex()).isEqualTo(each.getValue());
                    assertThat(pin.kind()).isEqualTo(Pin.Kind.TAG);
                });
            } else {
                assertThat(repository.ref(each.getKey()).map(CommitId::hex)).contains(each.getValue());
            }
        }
    }

    private void comparePair(Git git, GitRepository repository, CommitId left, CommitId right) throws IOException {
        TreeSet<String> sides = new TreeSet<>(git.run("rev-list", "--left-right", left + "..." + right)
                .lines()
                .toList());
        int ahead = (int) sides.stream().filter(line -> line.startsWith("<")).count();
        int behind = sides.size() - ahead;
        AheadBehind counts = repository.compare(left, right);
        assertThat(counts).as("%s...%s", left, right).isEqualTo(new AheadBehind(ahead, behind));
        assertThat(counts.drift()).isEqualTo(Drift.of(ahead, behind));
        if (counts.drift() instanceof Drift.Diverged) {
            diverged.incrementAndGet();
        }
        JGitChangeReader reader =
                new JGitChangeReader(name -> git.directory(), new BoundedReads(Duration.ofMinutes(1), 1));
        assertThat(reader.commits(NAME, left, right, Integer.MAX_VALUE).map(AgreesWithGitTest::sides))
                .isEqualTo(Known.of(sides));
        assertThat(reader.files(NAME, left, right).map(AgreesWithGitTest::withoutRenames))
                .as("git diff-tree %s %s", left, right)
                .isEqualTo(Known.of(files(git, left, right)));
    }

    private static SortedSet<String> sides(CommitRange range) {
        TreeSet<String> sides = new TreeSet<>();
        for (CommitSummary each : range.lost()) {
            sides.add("<" + each.id());
        }
        for (CommitSummary each : range.gained()) {
            sides.add(">" + each.id());
        }
        return sides;
    }

    /** Which of several like files was renamed is a matter of taste; what came and went is not. */
    private static SortedSet<String> withoutRenames(List<FileChange> changes) {
        TreeSet<String> files = new TreeSet<>();
        for (FileChange each : changes) {
            switch (each.kind()) {
                case ADDED -> files.add("A " + each.path());
                case MODIFIED -> files.add("M " + each.path());
                case DELETED -> files.add("D " + each.path());
                case TYPE_CHANGED -> files.add("T " + each.path());
                case RENAMED -> {
                    files.add("D " + each.oldPath());
                    files.add("A " + each.path());
                }
            }
        }
        return files;
    }

    private static SortedSet<String> files(Git git, CommitId left, CommitId right) {
        TreeSet<String> files = new TreeSet<>();
        String[] words = git.run("diff-tree", "-r", "-z", "--name-status", "--no-renames", left.hex(), right.hex())
                .split("\0", -1);
        for (int i = 0; i + 1 < words.length; i += 2) {
            files.add(words[i] + " " + words[i + 1]);
        }
        return files;
    }
}
