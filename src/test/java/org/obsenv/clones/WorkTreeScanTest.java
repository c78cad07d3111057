package org.obsenv.clones;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Flag;
import org.obsenv.fixture.Git;
import org.obsenv.git.GitRepository;

class WorkTreeScanTest {
    /** Does something to a work tree. */
    @FunctionalInterface
    private interface Deed {
        void doTo(Git git) throws Exception;
    }

    @TempDir
    Path directory;

    private Git git;

    @BeforeEach
    void commitFilesOfEveryKind() throws IOException {
        git = make(directory.resolve("first"));
    }

    private static Git make(Path directory) throws IOException {
        Git git = Git.init(directory);
        git.write("a.py", "one\n");
        git.write("deep/er/b.py", "two\n");
        git.write("deep/er/né.py", "three\n");
        git.write(".gitignore", "*.pyc\nversion.py\nbuild/\n!keep.pyc\n");
        git.write("deep/.gitignore", "local.txt\n");
        git.write("run.sh", "#!/bin/sh\n");
        Files.setPosixFilePermissions(directory.resolve("run.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(directory.resolve("link"), Path.of("a.py"));
        Files.createSymbolicLink(directory.resolve("slash"), Path.of("deep/"));
        git.run("add", "-A");
        git.run("update-index", "--add", "--cacheinfo", "160000,1234567890123456789012345678901234567890,sub");
        Files.createDirectories(directory.resolve("sub"));
        git.commitIndex("all", 0);
        return git;
    }

    /** Each with what git status says of it, asked from git itself. */
    @TestFactory
    java.util.stream.Stream<DynamicTest> agreesWithGitStatus() {
        Map<String, Deed> deeds = new TreeMap<>();
        deeds.put("nothing", done -> {});
        deeds.put("edit of another size", done -> done.write("a.py", "longer\n"));
        deeds.put("edit of the same size", done -> done.write("a.py", "eno\n"));
        deeds.put("same content written again", done -> done.write("a.py", "one\n"));
        deeds.put("deleted file", done -> Files.delete(done.directory().resolve("a.py")));
        deeds.put("deleted directory", done -> {
            Files.delete(done.directory().resolve("deep/er/b.py"));
            Files.delete(done.directory().resolve("deep/er/né.py"));
            Files.delete(done.directory().resolve("deep/er"));
        });
        deeds.put("directory that became a file", done -> {
            Files.delete(done.directory().resolve("deep/er/b.py"));
            Files.delete(done.directory().resolve("deep/er/né.py"));
            Files.delete(done.directory().resolve("deep/er"));
            done.write("deep/er", "file");
        });
        deeds.put("file that became a directory", done -> {
            Files.delete(done.directory().resolve("a.py"));
            done.write("a.py/inner", "x");
        });
        deeds.put("file that became a link", done -> {
            Files.delete(done.directory().resolve("a.py"));
            Files.createSymbolicLink(done.directory().resolve("a.py"), Path.of("one"));
        });
        deeds.put("link to elsewhere", done -> {
            Files.delete(done.directory().resolve("link"));
            Files.createSymbolicLink(done.directory().resolve("link"), Path.of("b.py"));
        });
        deeds.put(
                "executable no more",
                done -> Files.setPosixFilePermissions(
                        done.directory().resolve("run.sh"), PosixFilePermissions.fromString("rw-r--r--")));
        deeds.put("staged edit", done -> {
            done.write("a.py", "staged\n");
            done.run("add", "a.py");
        });
        deeds.put("staged and undone in the work tree", done -> {
            done.write("a.py", "staged\n");
            done.run("add", "a.py");
            done.write("a.py", "one\n");
        });
        deeds.put("intent to add", done -> {
            done.write("new.py", "x");
            done.run("add", "-N", "new.py");
        });
        deeds.put("removed from the index", done -> done.run("rm", "-q", "--cached", "a.py"));
        deeds.put("untracked file", done -> done.write("new.py", "x"));
        deeds.put("untracked file deep inside", done -> done.write("deep/er/new.py", "x"));
        deeds.put("untracked directory", done -> done.write("fresh/new.py", "x"));
        deeds.put(
                "empty directory",
                done -> Files.createDirectories(done.directory().resolve("fresh/er")));
        deeds.put("untracked directory of ignored files", done -> done.write("fresh/x.pyc", "x"));
        deeds.put("ignored file", done -> done.write("deep/version.py", "x"));
        deeds.put("ignored directory", done -> done.write("deep/build/new.py", "x"));
        deeds.put("exception from an ignore rule", done -> done.write("keep.pyc", "x"));
        deeds.put("ignored by an inner rule", done -> done.write("deep/er/local.txt", "x"));
        deeds.put("not ignored outside of it", done -> done.write("local.txt", "x"));
        deeds.put("ignored by info/exclude", done -> {
            done.write(".git/info/exclude", "mine.*\n");
            done.write("mine.txt", "x");
        });
        deeds.put(
                "untracked repository inside", done -> Git.init(done.directory().resolve("inner")));
        deeds.put("assumed unchanged", done -> {
            done.run("update-index", "--assume-unchanged", "a.py");
            done.write("a.py", "edited");
        });
        deeds.put("skipped by sparse checkout", done -> {
            done.run("update-index", "--skip-worktree", "a.py");
            Files.delete(done.directory().resolve("a.py"));
        });
        deeds.put("submodule at another commit", done -> {
            Git sub = Git.init(done.directory().resolve("sub"));
            sub.commit("x", "x", "x", 0);
        });
        deeds.put(
                "submodule directory gone",
                done -> Files.delete(done.directory().resolve("sub")));
        deeds.put("conflict", done -> {
            done.run("checkout", "-q", "-b", "other");
            done.commit("a.py", "other\n", "other", 10);
            done.run("checkout", "-q", "main");
            done.commit("a.py", "main\n", "main", 20);
            done.run("merge", "-q", "-s", "ours", "other");
            done.run("read-tree", "-m", "HEAD~1~0", "HEAD", "other");
        });
        return deeds.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    Git fresh = make(Files.createTempDirectory(directory, "deed"));
                    WorkTreeScan scan = scan(fresh);
                    // Looked at before too, so that what is remembered is put to the test.
                    assertThat(flags(scan, fresh)).isEqualTo(status(fresh));
                    each.getValue().doTo(fresh);
                    assertThat(flags(scan, fresh)).isEqualTo(status(fresh));
                    assertThat(flags(scan, fresh)).isEqualTo(status(fresh));
                    assertThat(flags(scan(fresh), fresh)).isEqualTo(status(fresh));
                }));
    }

    private static Set<Flag> status(Git git) {
        // --no-optional-locks: else git would refresh the index and with it what is to be tested.
        String said = git.run("--no-optional-locks", "status", "--porcelain");
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        said.lines().forEach(line -> flags.add(line.startsWith("??") ? Flag.UNTRACKED : Flag.UNCOMMITTED));
        return flags;
    }

    @Test
    void seesRulesThatChangeWhileItWatches() throws IOException {
        WorkTreeScan scan = scan(git);
        git.write("deep/new.txt", "x");
        assertThat(flags(scan, git)).isEqualTo(Set.of(Flag.UNTRACKED));
        git.write("deep/er/.gitignore", "*\n");
        git.write("deep/.gitignore", "local.txt\nnew.txt\n");
        assertThat(flags(scan, git)).isEqualTo(Set.of(Flag.UNCOMMITTED));
        Files.delete(git.directory().resolve("deep/er/.gitignore"));
        git.write("deep/er/more.txt", "x");
        assertThat(flags(scan, git)).isEqualTo(EnumSet.of(Flag.UNCOMMITTED, Flag.UNTRACKED));
    }

    @Test
    void readsContentOnceWhereTheIndexCannotVouch() throws IOException {
        Path file = git.directory().resolve("a.py");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        WorkTreeScan scan = scan(git);
        assertThat(flags(scan, git)).isEqualTo(Set.of());

        // Edited behind its own stat, which only somebody who sets times can do: it is not read again.
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "eno\n");
        Files.setLastModifiedTime(file, time);
        assertThat(flags(scan, git)).isEqualTo(Set.of());
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-02T00:00:00Z")));
        assertThat(flags(scan, git)).isEqualTo(Set.of(Flag.UNCOMMITTED));
    }

    @Test
    void takesALargeFileOfGitLfsForWhatItsPointerSays() throws IOException {
        String content = "large\n".repeat(1000);
        git.write(
                "big.fits",
                "version https://git-lfs.github.com/spec/v1\noid sha256:" + sha256(content) + "\nsize "
                        + content.length() + "\n");
        git.run("add", "-A");
        git.commitIndex("large", 60);
        git.write("big.fits", content);
        assertThat(flags(scan(git), git)).isEqualTo(Set.of());
        git.write("big.fits", content.replace('l', 'L'));
        assertThat(flags(scan(git), git)).isEqualTo(Set.of(Flag.UNCOMMITTED));
    }

    private static String sha256(String text) {
        return org.obsenv.domain.Sha256.hex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static WorkTreeScan scan(Git git) throws IOException {
        return new WorkTreeScan(CloneLayout.of(git.directory()));
    }

    private static Set<Flag> flags(WorkTreeScan scan, Git git) throws IOException {
        try (GitRepository repository = GitRepository.open(git.directory().resolve(".git"))) {
            return scan.scan(repository, git.head(), Instant.now());
        }
    }
}
