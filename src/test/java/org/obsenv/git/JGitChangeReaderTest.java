package org.obsenv.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitRange;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.diff.Comparison;
import org.obsenv.domain.diff.Edit;
import org.obsenv.domain.diff.FileText;
import org.obsenv.domain.diff.Hunk;
import org.obsenv.domain.diff.WhiteSpace;
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
        Comparison lines = diff(before, after, file).lines().orElseThrow();
        StringBuilder text = new StringBuilder();
        for (Hunk hunk : Hunk.of(lines)) {
            text.append(hunk.header()).append('\n');
            int line = hunk.beginA();
            for (int i = hunk.firstEdit(); i < hunk.endEdit(); i++) {
                Edit edit = lines.edits().get(i);
                put(text, ' ', lines.before(), line, edit.beginA());
                put(text, '-', lines.before(), edit.beginA(), edit.endA());
                put(text, '+', lines.after(), edit.beginB(), edit.endB());
                line = edit.endA();
            }
            put(text, ' ', lines.before(), line, hunk.endA());
        }
        return text.toString().stripTrailing();
    }

    private static void put(StringBuilder text, char sign, FileText from, int begin, int end) {
        for (int i = begin; i < end; i++) {
            text.append(sign).append(from.line(i)).append('\n');
        }
        if (end > begin && end == from.lines() && !from.endsWithLineFeed()) {
            text.append("\\ No newline at end of file\n");
        }
    }

    private String gitDiff(CommitId before, CommitId after, String file) {
        return git.run("diff", "--diff-algorithm=histogram", before.hex(), after.hex(), "--", file)
                .lines()
                .dropWhile(line -> !line.startsWith("@@"))
                // After the second @@ git quotes a line that it takes for a function's name.
                .map(line -> line.replaceFirst("^(@@ .* @@).*", "$1"))
                .collect(Collectors.joining("\n"));
    }

    private FileDiff diff(CommitId before, CommitId after, String file) {
        return diff(before, after, FileChange.Kind.MODIFIED, file, file);
    }

    private FileDiff diff(CommitId before, CommitId after, FileChange.Kind kind, String old, String file) {
        FileChange change = new FileChange(kind, file, old, 0, 0);
        return reader.diff(NAME, before, after, change).found().orElseThrow();
    }

    @Test
    void namesWhatAChangeIsBesideItsLines() throws IOException {
        byte[] large = new byte[Blob.LARGEST + 1];
        Arrays.fill(large, (byte) 'x');
        Files.write(directory.resolve("image.png"), new byte[] {0, 1, 2});
        Files.write(directory.resolve("large.txt"), large);
        Files.write(directory.resolve("lines.txt"), lineFeeds(FileNotes.MOST_LINES + 1));
        Files.createSymbolicLink(directory.resolve("link"), Path.of("run.sh"));
        Files.createSymbolicLink(directory.resolve("was-link"), Path.of("run.sh"));
        git.write("big.fits", LFS.formatted("a".repeat(64), 17));
        git.write("ends.txt", "1\r\n2\r\n");
        git.write("empty", "x\n");
        git.write("old.py", TEN);
        Files.write(directory.resolve("latin.txt"), "Angstr\u00f6m\n".getBytes(StandardCharsets.ISO_8859_1));
        git.run("update-index", "--add", "--cacheinfo", "160000," + "1".repeat(40) + ",sub");
        Files.createDirectories(directory.resolve("sub"));
        CommitId before = git.commit("run.sh", "x\n", "before", 0);
        Files.write(directory.resolve("image.png"), new byte[] {0, 1});
        git.write("large.txt", "y");
        Files.write(directory.resolve("lines.txt"), lineFeeds(FileNotes.MOST_LINES + 2));
        relink("link", "old.py");
        Files.delete(directory.resolve("was-link"));
        git.write("was-link", "text\n");
        git.write("big.fits", LFS.formatted("b".repeat(64), 18));
        git.write("ends.txt", "1\n2\r\n");
        git.write("empty", "");
        Files.move(directory.resolve("old.py"), directory.resolve("new.py"));
        Files.write(directory.resolve("latin.txt"), "\u00c5ngstr\u00f6m\n".getBytes(StandardCharsets.UTF_16));
        git.run("add", "-A", "--", ":!sub");
        git.run("update-index", "--chmod=+x", "run.sh");
        git.run("update-index", "--cacheinfo", "160000," + "2".repeat(40) + ",sub");
        CommitId after = git.commitIndex("after", 60);

        assertThat(notes(before, after, "image.png")).containsExactly("binary file, 3 bytes → 2 bytes");
        assertThat(notes(before, after, "large.txt"))
                .containsExactly("too large to be compared here, 33554433 bytes → 1 bytes; at most 32 MiB are");
        assertThat(notes(before, after, "lines.txt"))
                .containsExactly(
                        "too many lines to be compared here, 2000001 bytes → 2000002 bytes; at most 2000000 lines are");
        assertThat(notes(before, after, "run.sh")).containsExactly("mode 100644 → 100755: now executable");
        assertThat(notes(before, after, "sub")).containsExactly("submodule, commit 1111111 → 2222222");
        assertThat(notes(before, after, "link")).containsExactly("symbolic link, run.sh → old.py");
        assertThat(notes(before, after, "was-link"))
                .containsExactly("was a symbolic link, is a file", "symbolic link, run.sh → (something else)");
        assertThat(notes(before, after, "big.fits"))
                .containsExactly("git-lfs pointer, aaaaaaaaaaaa (17 bytes) → bbbbbbbbbbbb (18 bytes);"
                        + " what it stands for is not in the repository");
        assertThat(notes(before, after, "ends.txt")).containsExactly("lines end with CRLF → both CRLF and LF");
        assertThat(notes(before, after, "empty")).isEmpty();
        assertThat(notes(before, after, "latin.txt")).containsExactly("read as Latin-1 → UTF-16BE");
        assertThat(diff(before, after, FileChange.Kind.RENAMED, "old.py", "new.py"))
                .isEqualTo(new FileDiff(
                        new FileChange(FileChange.Kind.RENAMED, "new.py", "old.py", 0, 0),
                        List.of("renamed, old.py → new.py"),
                        Optional.of(Comparison.of(FileText.of(TEN), FileText.of(TEN), WhiteSpace.SHOWN))));
        assertThat(List.of("image.png", "large.txt", "lines.txt", "sub", "link"))
                .allMatch(file -> diff(before, after, file).lines().isEmpty());
        assertThat(unified(before, after, "was-link"))
                .isEqualTo("@@ -1 +1 @@\n-run.sh\n\\ No newline at end of file\n+text");
        assertThat(unified(before, after, "latin.txt")).isEqualTo("@@ -1 +1 @@\n-Angström\n+Ångström");
    }

    private static final String LFS = """
            version https://git-lfs.github.com/spec/v1
            oid sha256:%s
            size %d
            """;

    private void relink(String link, String target) throws IOException {
        Files.delete(directory.resolve(link));
        Files.createSymbolicLink(directory.resolve(link), Path.of(target));
    }

    private static byte[] lineFeeds(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) '\n');
        return bytes;
    }

    private List<String> notes(CommitId before, CommitId after, String file) {
        return diff(before, after, file).notes();
    }

    /** A push of some kilobytes may hold them. */
    @Test
    void filesThatArePathologicalAreBoundedAndSaySo() throws IOException {
        Random random = new Random(5);
        git.write("few.txt", lines(random, 300_000, 8));
        git.write("other.txt", lines(random, 300_000, 1_000_000));
        CommitId before = git.commit("a", "1", "before", 0);
        git.write("few.txt", lines(random, 300_000, 8));
        git.write("other.txt", lines(random, 300_000, 1_000_000));
        CommitId after = git.commit("a", "2", "after", 60);

        long began = System.nanoTime();
        for (String file : List.of("few.txt", "other.txt")) {
            Comparison lines = diff(before, after, file).lines().orElseThrow();
            assertThat(lines.edits().size()).as(file).isGreaterThan(0);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }

    private static String lines(Random random, int count, int kinds) {
        return random.ints(count, 0, kinds).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }

    @Test
    void whatIsNotInTheRepositoryIsUnknown() {
        CommitId here = git.commit("a.py", "1\n", "here", 0);
        CommitId nowhere = new CommitId("1".repeat(40));

        assertThat(reader.commits(NAME, here, nowhere, 10)).isInstanceOf(Known.Unknown.class);
        assertThat(reader.files(NAME, here, nowhere)).isInstanceOf(Known.Unknown.class);
        assertThat(reader.diff(NAME, here, nowhere, new FileChange(FileChange.Kind.ADDED, "a", "a", 0, 0)))
                .isInstanceOf(Known.Unknown.class);
    }
}
