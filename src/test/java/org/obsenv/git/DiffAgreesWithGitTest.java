package org.obsenv.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.FileChange;
import org.obsenv.domain.FileDiff;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.diff.Comparison;
import org.obsenv.domain.diff.Edit;
import org.obsenv.domain.diff.FileText;
import org.obsenv.domain.diff.WhiteSpace;
import org.obsenv.fixture.Git;

/**
 * Diffs of random pairs of files agree with the git program: our edits make the new file of the old one, byte for byte;
 * what is binary to git is to us (but for UTF-16, which we read); all in all our diffs have at most 1.02 times the lines
 * of {@code git diff --minimal}, and each at most twice as many and ten; two files are the same but for white space when
 * {@code git diff -w} says so;
 * renames, modes and types are those of {@code git diff-tree --raw -M}. {@code -Dobsenv.pairs=20000} takes more pairs,
 * {@code -Dobsenv.seed=…} others.
 */
@Execution(ExecutionMode.CONCURRENT)
class DiffAgreesWithGitTest {
    private static final int PAIRS = Integer.getInteger("obsenv.pairs", 600);
    private static final long SEED = Long.getLong("obsenv.seed", 20_261_122L);
    private static final double MOST_TIMES = 1.02;
    private static final PackageName NAME = new PackageName("p");

    private record Counts(int added, int removed) {
        boolean isNone() {
            return added == 0 && removed == 0;
        }
    }

    @TempDir
    Path directory;

    @Test
    void onRandomPairsOfFiles() throws IOException {
        System.out.println("DiffAgreesWithGitTest: seed " + SEED + ", " + PAIRS + " pairs");
        Map<String, RandomPair> pairs = new HashMap<>();
        for (int i = 0; i < PAIRS; i++) {
            pairs.put("f" + i, new RandomPair(SEED + i));
        }
        Git git = new Git(directory);
        git.run("init", "-q", "--bare", "-b", "main");
        git.run(imported(pairs), "fast-import", "--quiet");
        CommitId before = git.commit("before");
        CommitId after = git.commit("after");
        JGitChangeReader reader = new JGitChangeReader(name -> directory, new BoundedReads(Duration.ofMinutes(1), 1));

        Map<String, Counts> smallest = counts(git, "--minimal", before, after);
        Map<String, Counts> white = counts(git, "--ignore-all-space", before, after);
        long ours = 0;
        long theirs = 0;
        int onlyWhite = 0;
        for (Map.Entry<String, RandomPair> each : pairs.entrySet()) {
            String what = each.getKey() + " (-Dobsenv.seed=" + each.getValue().seed() + " -Dobsenv.pairs=1)";
            FileChange change = new FileChange(FileChange.Kind.MODIFIED, each.getKey(), each.getKey(), 0, 0);
            FileDiff diff = reader.diff(NAME, before, after, change).found().orElseThrow();
            Counts git0 = smallest.getOrDefault(each.getKey(), new Counts(0, 0));
            if (each.getValue().isWide()) {
                continue;
            }
            assertThat(diff.lines().isEmpty()).as("%s: binary", what).isEqualTo(git0.added() < 0);
            if (diff.lines().isEmpty()) {
                continue;
            }
            Comparison lines = diff.lines().get();
            assertThat(applied(lines)).as(what).isEqualTo(each.getValue().after());
            assertThat(lines.edits().added() - lines.edits().removed())
                    .as("%s: growth", what)
                    .isEqualTo(git0.added() - git0.removed());
            int own = lines.edits().added() + lines.edits().removed();
            int smallestOfGit = git0.added() + git0.removed();
            assertThat(own).as("%s: against git's smallest", what).isLessThanOrEqualTo(2 * smallestOfGit + 10);
            ours += own;
            theirs += smallestOfGit;
            boolean isSame = white.getOrDefault(each.getKey(), new Counts(0, 0)).isNone();
            assertThat(lines.with(WhiteSpace.IGNORED).edits().size() == 0)
                    .as("%s: -w", what)
                    .isEqualTo(isSame);
            onlyWhite += isSame && lines.edits().size() > 0 ? 1 : 0;
        }
        System.out.printf(
                "DiffAgreesWithGitTest: %d lines, git's smallest %d; %d differ in white space only%n",
                ours, theirs, onlyWhite);
        assertThat((double) ours / theirs).isLessThan(MOST_TIMES);
        assertThat(onlyWhite).as("pairs that prove something about -w").isGreaterThan(PAIRS / 100);
        assertThat(kinds(reader, before, after)).isEqualTo(kinds(git, before, after));
    }

    private static byte[] applied(Comparison comparison) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int line = 0;
        for (int i = 0; i < comparison.edits().size(); i++) {
            Edit edit = comparison.edits().get(i);
            copy(bytes, comparison.before(), line, edit.beginA());
            copy(bytes, comparison.after(), edit.beginB(), edit.endB());
            line = edit.endA();
        }
        copy(bytes, comparison.before(), line, comparison.before().lines());
        return bytes.toByteArray();
    }

    /** From the bytes as they are, line by line. */
    private static void copy(ByteArrayOutputStream bytes, FileText text, int begin, int end) {
        byte[] all = text.copy();
        int at = 0;
        for (int line = 0; line < end; line++) {
            int size = text.length(line) + (text.isEnded(line) ? 1 : 0);
            if (line >= begin) {
                bytes.writeBytes(Arrays.copyOfRange(all, at, at + size));
            }
            at += size;
        }
    }

    private static byte[] imported(Map<String, RandomPair> pairs) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        commit(stream, "before", "");
        pairs.forEach((name, pair) -> file(stream, "100644", name, pair.before()));
        for (int i = 0; i < 40; i++) {
            file(stream, "100644", "moved/" + i, prose(i, 0));
            file(stream, i % 4 == 0 ? "120000" : "100644", "kind/" + i, ("k" + i).getBytes(StandardCharsets.UTF_8));
        }
        commit(stream, "after", "from refs/heads/before\n");
        pairs.forEach((name, pair) -> file(stream, "100644", name, pair.after()));
        for (int i = 0; i < 40; i++) {
            put(stream, "D moved/" + i + "\n");
            file(stream, "100644", "there/n" + i, prose(i, i % 3));
            file(
                    stream,
                    i % 3 == 0 ? "120000" : i % 3 == 1 ? "100755" : "100644",
                    "kind/" + i,
                    ("k" + i).getBytes(StandardCharsets.UTF_8));
        }
        return stream.toByteArray();
    }

    /** A text unlike the others, so that which one was renamed is no matter of taste; with some lines changed. */
    private static byte[] prose(int number, int changed) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < 40; line++) {
            text.append("text ")
                    .append(number * 1000 + line)
                    .append(line < changed ? " changed" : "")
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void commit(ByteArrayOutputStream stream, String name, String from) {
        put(
                stream,
                "commit refs/heads/" + name + "\ncommitter C <c@example.org> " + Git.EPOCH + " +0000\ndata 0\n" + from);
    }

    private static void file(ByteArrayOutputStream stream, String mode, String name, byte[] bytes) {
        put(stream, "M " + mode + " inline " + name + "\ndata " + bytes.length + "\n");
        stream.writeBytes(bytes);
        put(stream, "\n");
    }

    private static void put(ByteArrayOutputStream stream, String text) {
        stream.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lines added and removed, of all files in one call; −1 of those that are binary. */
    private static Map<String, Counts> counts(Git git, String option, CommitId before, CommitId after) {
        Map<String, Counts> counts = new HashMap<>();
        git.run("diff", "--numstat", "--no-renames", option, before.hex(), after.hex())
                .lines()
                .forEach(line -> {
                    String[] words = line.split("\t", -1);
                    counts.put(words[2], new Counts(number(words[0]), number(words[1])));
                });
        return counts;
    }

    private static int number(String text) {
        return text.equals("-") ? -1 : Integer.parseInt(text);
    }

    private static SortedSet<String> kinds(JGitChangeReader reader, CommitId before, CommitId after) {
        SortedSet<String> kinds = new TreeSet<>();
        for (FileChange each : reader.files(NAME, before, after).found().orElseThrow()) {
            String name =
                    switch (each.kind()) {
                        case ADDED -> "A ";
                        case MODIFIED -> "M ";
                        case DELETED -> "D ";
                        case TYPE_CHANGED -> "T ";
                        case RENAMED -> "R " + each.oldPath() + " ";
                    };
            kinds.add(name + each.path() + modes(reader, before, after, each));
        }
        return kinds;
    }

    /** What is said of the modes, as git's two numbers, where it is said. */
    private static String modes(JGitChangeReader reader, CommitId before, CommitId after, FileChange change) {
        return reader.diff(NAME, before, after, change).found().orElseThrow().notes().stream()
                .filter(note -> note.startsWith("mode ") || note.startsWith("was "))
                .map(note -> note.startsWith("mode 100644") ? " +x" : " " + note)
                .findFirst()
                .orElse("");
    }

    private static SortedSet<String> kinds(Git git, CommitId before, CommitId after) {
        SortedSet<String> kinds = new TreeSet<>();
        git.run("diff-tree", "-r", "-M", "--raw", before.hex(), after.hex())
                .lines()
                .forEach(line -> {
                    String[] words = line.split("[ \t]", -1);
                    String modes = words[0].substring(1) + " " + words[1];
                    String said =
                            switch (modes) {
                                case "100644 100755" -> " +x";
                                case "100644 120000" -> " was a file, is a symbolic link";
                                case "120000 100644" -> " was a symbolic link, is a file";
                                case "120000 100755" -> " was a symbolic link, is an executable file";
                                default -> "";
                            };
                    String paths = words.length > 6 ? words[5] + " " + words[6] : words[5];
                    kinds.add(words[4].charAt(0) + " " + paths + said);
                });
        return kinds;
    }
}
