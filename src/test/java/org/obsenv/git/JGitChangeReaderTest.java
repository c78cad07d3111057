package org.obsenv.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.DiffLine;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.fixture.Git;

class JGitChangeReaderTest {
    private static final PackageName NAME = new PackageName("ts_wep");
    private static final String TEN =
            IntStream.rangeClosed(1, 10).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());

    @TempDir
    Path directory;

    private Git git;
    private JGitChangeReader reader;

    @BeforeEach
    void makeRepository() {
        git = Git.init(directory);
        reader = new JGitChangeReader(name -> directory.resolve(".git"), new BoundedReads(Duration.ofSeconds(30), 2));
    }

    @Test
    void listsTheCommitsOfBothSidesNewestFirst() {
        CommitId root = git.commit("a", "1", "Root", 0);
        CommitId left = git.commit("a", "2", "Left", 60);
        git.run("checkout", "-q", "-b", "other", root.hex());
        CommitId right = git.commit("b", "1", "Right", 120);
        CommitId newest = git.commit("b", "2", "Newest\n\nwith a body", 180);

        assertThat(reader.commits(NAME, left, newest, 10))
                .isEqualTo(Known.of(new CommitRange(
                        List.of(summary(newest, "Newest", 180), summary(right, "Right", 120)),
                        List.of(summary(left, "Left", 60)),
                        0)));
        assertThat(reader.commits(NAME, left, newest, 1))
                .isEqualTo(Known.of(new CommitRange(
                        List.of(summary(newest, "Newest", 180)), List.of(summary(left, "Left", 60)), 1)));
    }

    /** Anybody may push it: ten directories in ten directories, ten times over, all of them the same. */
    @Test
    void givesUpOnATreeOfTenThousandMillionFiles() {
        CommitId root = git.commit("a", "1", "Root", 0);
        String blob = git.run("hash-object", "-w", "a");
        String tree = tree(i -> "100644 blob " + blob + "\tf" + i);
        for (int level = 0; level < 9; level++) {
            String inner = tree;
            tree = tree(i -> "040000 tree " + inner + "\td" + i);
        }
        CommitId bomb = new CommitId(git.run("commit-tree", tree, "-p", root.hex(), "-m", "Bomb"));

        assertThat(reader.files(NAME, root, bomb))
                .isEqualTo(Known.unknown("more than 50000 files differ, too many to list here"));
    }

    /** Each of them may be each of the others: to pair them would take thousands of millions of comparisons. */
    @Test
    void pairsNoRenamesAmongTooManyFiles() {
        git.run("commit", "-q", "--allow-empty", "-m", "Root");
        String blob = git.run(new byte[] {'x'}, "hash-object", "-w", "--stdin");
        CommitId here = moved(blob, "old");
        CommitId there = moved(blob, "new");

        assertThat(reader.files(NAME, here, there).found()).hasValueSatisfying(files -> assertThat(files)
                .hasSize(40_000)
                .extracting(FileChange::kind)
                .containsOnly(FileChange.Kind.ADDED, FileChange.Kind.DELETED));
    }

    private CommitId moved(String blob, String directory) {
        String files = IntStream.range(0, 20_000)
                .mapToObj(i -> "100644 blob " + blob + "\tf" + i + "\n")
                .collect(Collectors.joining());
        String inner = git.run(files.getBytes(StandardCharsets.UTF_8), "mktree");
        String top =
                git.run(("040000 tree " + inner + "\t" + directory + "\n").getBytes(StandardCharsets.UTF_8), "mktree");
        return new CommitId(git.run("commit-tree", top, "-m", directory));
    }

    private String tree(IntFunction<String> line) {
        String lines = IntStream.range(0, 10).mapToObj(line).collect(Collectors.joining("\n"));
        return git.run((lines + "\n").getBytes(StandardCharsets.UTF_8), "mktree");
    }

    /** As git itself would not write it, and takes it from a remote. */
    @Test
    void keepsTheAuthorOfACommitWhoseDateIsPastEveryCalendar() {
        CommitId root = git.commit("a", "1", "Root", 0);
        String odd = git.run("cat-file", "-p", root.hex())
                .replaceFirst("(author .*>) .*", "$1 99999999999999999999 +0000")
                .replaceFirst("(?m)^author", "parent " + root + "\nauthor");
        CommitId head = new CommitId(git.run(
                (odd + "\n").getBytes(StandardCharsets.UTF_8),
                "hash-object",
                "-t",
                "commit",
                "-w",
                "--literally",
                "--stdin"));

        assertThat(reader.commits(NAME, root, head, 10))
                .isEqualTo(Known.of(new CommitRange(List.of(summary(head, "Root", 0)), List.of(), 0)));
    }

    private static CommitSummary summary(CommitId id, String subject, long second) {
        return new CommitSummary(
                id,
                subject,
                "Zoë Ångström",
                Instant.parse("2026-11-01T00:00:00Z").plusSeconds(second));
    }

    @Test
    void tellsEveryKindOfChange() throws IOException {
        git.write("kept.py", TEN);
        git.write("gone.py", "x\n");
        git.write("old/name.py", TEN + "unlike the others\n");
        Files.write(directory.resolve("image.png"), new byte[] {0, 1, 2});
        CommitId before = git.commit("tolink", "file\n", "before", 0);
        Files.delete(directory.resolve("gone.py"));
        Files.createDirectories(directory.resolve("new"));
        Files.move(directory.resolve("old/name.py"), directory.resolve("new/né.py"));
        Files.write(directory.resolve("image.png"), new byte[] {0, 1, 3});
        Files.delete(directory.resolve("tolink"));
        Files.createSymbolicLink(directory.resolve("tolink"), Path.of("kept.py"));
        git.write("kept.py", TEN.replace("line 5\n", "line five\nand more\n"));
        CommitId after = git.commit("added.py", "1\n2\n", "after", 60);

        assertThat(reader.files(NAME, before, after))
                .isEqualTo(Known.of(List.of(
                        new FileChange(FileChange.Kind.ADDED, "added.py", "added.py", 2, 0),
                        new FileChange(FileChange.Kind.DELETED, "gone.py", "gone.py", 0, 1),
                        new FileChange(FileChange.Kind.MODIFIED, "image.png", "image.png", -1, -1),
                        new FileChange(FileChange.Kind.MODIFIED, "kept.py", "kept.py", 2, 1),
                        new FileChange(FileChange.Kind.RENAMED, "new/né.py", "old/name.py", 0, 0),
                        new FileChange(FileChange.Kind.TYPE_CHANGED, "tolink", "tolink", -1, -1))));
    }

    @Test
    void laysADiffOutAsGitDoes() {
        git.write("a.py", TEN + TEN.replace("line", "more"));
        CommitId before = git.commit("b.py", "x", "before", 0);
        git.write(
                "a.py",
                "first\n" + TEN.replace("line 5\n", "")
                        + TEN.replace("line", "more").replace("more 10\n", "end"));
        git.write("b.py", "x\n");
        CommitId after = git.commit("c.py", "1\n", "after", 60);

        for (String file : List.of("a.py", "b.py", "c.py")) {
            assertThat(unified(before, after, file)).isEqualTo(gitDiff(before, after, file));
        }
    }

    private String unified(CommitId before, CommitId after, String file) {
        FileDiff diff = diff(before, after, file, 10_000);
        return diff.lines().stream()
                .map(line -> switch (line.kind()) {
                    case HUNK, NOTE -> line.text();
                    case CONTEXT -> " " + line.text();
                    case ADDED -> "+" + line.text();
                    case REMOVED -> "-" + line.text();
                })
                .collect(Collectors.joining("\n"));
    }

    private String gitDiff(CommitId before, CommitId after, String file) {
        return git.run("diff", "--diff-algorithm=histogram", before.hex(), after.hex(), "--", file)
                .lines()
                .dropWhile(line -> !line.startsWith("@@"))
                // After the second @@ git quotes a line that it takes for a function's name.
                .map(line -> line.replaceFirst("^(@@ .* @@).*", "$1"))
                .collect(Collectors.joining("\n"));
    }

    private FileDiff diff(CommitId before, CommitId after, String file, int limit) {
        FileChange change = new FileChange(FileChange.Kind.MODIFIED, file, file, 0, 0);
        return reader.diff(NAME, before, after, change, limit).found().orElseThrow();
    }

    @Test
    void numbersLinesAndCutsAtTheLimitSayingSo() {
        CommitId before = git.commit("a.py", "1\n2\n", "before", 0);
        CommitId after = git.commit("a.py", "1\nII\n3\n", "after", 60);

        assertThat(diff(before, after, "a.py", 3))
                .isEqualTo(new FileDiff(
                        new FileChange(FileChange.Kind.MODIFIED, "a.py", "a.py", 0, 0),
                        List.of(
                                new DiffLine(DiffLine.Kind.HUNK, 0, 0, "@@ -1,2 +1,3 @@"),
                                new DiffLine(DiffLine.Kind.CONTEXT, 1, 1, "1"),
                                new DiffLine(DiffLine.Kind.REMOVED, 2, 0, "2")),
                        2));
    }

    @Test
    void saysWhatCannotBeShownLineByLine() throws IOException {
        Files.write(directory.resolve("image.png"), new byte[] {0, 1, 2});
        git.write("large.txt", "x".repeat(Blob.LARGEST + 1));
        git.run("update-index", "--add", "--cacheinfo", "160000," + "1".repeat(40) + ",sub");
        Files.createDirectories(directory.resolve("sub"));
        CommitId before = git.commit("run.sh", "x\n", "before", 0);
        Files.write(directory.resolve("image.png"), new byte[] {0, 1});
        git.write("large.txt", "y");
        git.run("add", "image.png", "large.txt");
        git.run("update-index", "--chmod=+x", "run.sh");
        git.run("update-index", "--cacheinfo", "160000," + "2".repeat(40) + ",sub");
        CommitId after = git.commitIndex("after", 60);

        assertThat(List.of(
                        diff(before, after, "image.png", 9).lines(),
                        diff(before, after, "large.txt", 9).lines(),
                        diff(before, after, "run.sh", 9).lines(),
                        diff(before, after, "sub", 9).lines()))
                .isEqualTo(List.of(
                        note("binary file, 3 → 2 bytes"),
                        note("too large to compare line by line, 4194305 → 1 bytes"),
                        note("mode 100644 → 100755"),
                        note("submodule 1111111 → 2222222")));
    }

    private static List<DiffLine> note(String text) {
        return List.of(new DiffLine(DiffLine.Kind.NOTE, 0, 0, text));
    }

    @Test
    void whatIsNotInTheRepositoryIsUnknown() {
        CommitId here = git.commit("a.py", "1\n", "here", 0);
        CommitId nowhere = new CommitId("1".repeat(40));

        assertThat(reader.commits(NAME, here, nowhere, 10)).isInstanceOf(Known.Unknown.class);
        assertThat(reader.files(NAME, here, nowhere)).isInstanceOf(Known.Unknown.class);
        assertThat(reader.diff(NAME, here, nowhere, new FileChange(FileChange.Kind.ADDED, "a", "a", 0, 0), 10))
                .isInstanceOf(Known.Unknown.class);
    }
}
