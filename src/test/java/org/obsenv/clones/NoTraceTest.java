package org.obsenv.clones;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.fixture.Git;

/** Watching leaves no trace: the system calls of a whole run of the program are looked through. */
class NoTraceTest {
    private static final Pattern WRITES = Pattern.compile(
            "O_WRONLY|O_RDWR|O_CREAT|\\b(mkdir|unlink|rmdir|rename|link|symlink|chmod|fchmod|chown|utime|utimensat|"
                    + "truncate|mknod|setxattr)[a-z0-9]*\\(");
    // The JVM opens what is not the clones' business: terminals, its own memory.
    private static final Pattern HARMLESS = Pattern.compile("\"/dev/|\"/proc/|= -1 E|resumed>");

    @TempDir
    Path directory;

    @Test
    void writesNothingAndStartsNothing() throws Exception {
        Path list = watchable();

        List<String> trace = traced("-e", "trace=%file,%process", "status", list);

        assertThat(trace.stream().filter(line -> line.contains("execve("))).hasSize(1);
        assertThat(trace.stream()
                        .filter(line ->
                                Pattern.compile("\\b(v?fork)\\(").matcher(line).find()))
                .isEmpty();
        assertThat(trace.stream()
                        .filter(line -> WRITES.matcher(line).find())
                        .filter(line -> !HARMLESS.matcher(line).find())
                        .filter(line ->
                                !line.contains(directory.resolve("cache").toString())))
                .isEmpty();
        // The trace is one of the real work: it saw the clone's files.
        assertThat(trace.stream().filter(line -> line.contains("clones/ts_wep/a.py")))
                .isNotEmpty();
        assertThat(trace.stream().filter(line -> line.contains("clones/ts_wep/.git/packed-refs")))
                .isNotEmpty();
    }

    @Test
    void worksOnAReadOnlyMountOfSomebodyElsesClones() throws Exception {
        Path list = watchable();
        Path clones = directory.resolve("clones");
        // Somebody else's, and not writable: git itself would refuse to look ("dubious ownership").
        String script = "set -e; chown -R 12345:12345 \"$0\"; mount --bind \"$0\" \"$0\";"
                + " mount -o remount,ro,bind \"$0\"; exec \"$@\"";
        List<String> command =
                new java.util.ArrayList<>(List.of("unshare", "--mount", "sh", "-c", script, clones.toString()));
        command.addAll(program("status", list));

        Process process = started(command);
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(1);
        assertThat(said).contains("1 of 1 packages differs from base");
    }

    private Path watchable() throws IOException {
        Git remote = Git.init(directory.resolve("remote"));
        remote.commit("a.py", "1", "Release 1", 0);
        remote.run("tag", "v1");
        remote.run("checkout", "-q", "-b", "deploy");
        remote.commit("a.py", "2", "Fix", 60);
        Path clone = directory.resolve("clones/ts_wep");
        remote.run("clone", "-q", remote.directory().toString(), clone.toString());
        new Git(clone).run("pack-refs", "--all");
        return Files.writeString(directory.resolve("base.yaml"), "ts_wep: v1\n");
    }

    private List<String> traced(String option, String value, String verb, Path list) throws Exception {
        Path trace = directory.resolve("trace");
        List<String> command = new java.util.ArrayList<>(
                List.of("strace", "-f", "-qq", "-s", "4096", option, value, "-o", trace.toString()));
        command.addAll(program(verb, list));
        Process process = started(command);
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(1);
        return Files.readAllLines(trace, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private Process started(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        "/usr/sbin:/usr/bin:/sbin:/bin",
                        "LC_ALL",
                        "C.UTF-8",
                        "HOME",
                        directory.resolve("home").toString(),
                        "XDG_CACHE_HOME",
                        directory.resolve("cache").toString()));
        return builder.start();
    }

    private List<String> program(String verb, Path list) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                "org.obsenv.app.Main",
                verb,
                "--clones",
                directory.resolve("clones").toString(),
                "--base",
                list.toString());
    }
}
