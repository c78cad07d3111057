package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.site.CheckRule.Limits;

/** What a check may do, with real processes: nothing that is seen outside, and not for long. */
class ContainedTest {
    private static final long GIB = 1024L * 1024 * 1024;

    @TempDir
    Path directory;

    private final String mark = "obsenv-test-" + UUID.randomUUID();
    private Path work;

    @BeforeEach
    void makeWork() throws IOException {
        work = Files.createDirectory(directory.resolve("work"));
        Files.createDirectory(work.resolve("tmp"));
    }

    @Test
    void whatTheWallsSayWhenTheyAreEndedIsNotItsOutput() {
        String noise = "unshare: sigprocmask restore failed: Interrupted system call\n";
        assertThat(Contained.heard(noise + noise + "importing a\nunshare: mine\n"))
                .isEqualTo("importing a\nunshare: mine\n");
        assertThat(Contained.heard(noise.strip())).isEmpty();
        assertThat(Contained.heard("waiting\n" + noise)).isEqualTo("waiting\n" + noise);
    }

    @Test
    void whatItPrintsAndItsCodeAreKnown() throws Exception {
        assertThat(python("import sys; print('out', flush=True); print('err', file=sys.stderr); sys.exit(3)"))
                .isEqualTo(new Contained.Ended.By(3, "out\nerr\n"));
    }

    @Test
    void aSleeperIsEndedAndItsWordsAreKept() throws Exception {
        assertThat(python("import time; print('waiting', flush=True); time.sleep(1000)", 4))
                .isEqualTo(new Contained.Ended.Late("waiting\n"));
        requireNothingLeft();
    }

    @Test
    void aChildThatLeavesItsSessionAndForksForEverIsEndedWithTheCheck() throws Exception {
        String daemon = "import os, time\nif os.fork() == 0:\n    os.setsid()\n    while True:\n"
                + "        if os.fork():\n            os._exit(0)\n        time.sleep(0.01)\ntime.sleep(0.2)\nprint('passed')";
        assertThat(python(daemon)).isEqualTo(new Contained.Ended.By(0, "passed\n"));
        requireNothingLeft();
    }

    /** As another account: nothing limits the number of root's processes. */
    @Test
    void theNumberOfProcessesIsLimited() throws Exception {
        String bomb = "import os, time\nn = 0\ntry:\n    while n < 2000:\n        if os.fork() == 0:\n"
                + "            time.sleep(1000)\n        n += 1\nexcept OSError as e:\n    print('stopped', n < 600)";
        List<String> words = new ArrayList<>(List.of(
                "/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", "--"));
        Files.setPosixFilePermissions(work.resolve("tmp"), PosixFilePermissions.fromString("rwxrwxrwx"));
        for (Path each = work;
                each != null && each.startsWith("/tmp") && each.getNameCount() > 1;
                each = each.getParent()) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        words.addAll(new Contained(work, new Limits(Duration.ofSeconds(20), GIB), List.of())
                .words(List.of("/usr/bin/python3", "-I", "-c", bomb, mark)));
        ProgramRun.Ended ended = ProgramRun.run(words, Path.of("/"), Map.of(), Duration.ofSeconds(30));
        assertThat(ended.text()).as(ended.complaint()).isEqualTo("stopped True");
        requireNothingLeft();
    }

    @Test
    void whatPrintsForEverIsStoppedAtAMegabyte() throws Exception {
        Contained.Ended ended = python("while True: print('all work and no play')", 20);
        assertThat(ended).isInstanceOf(Contained.Ended.By.class);
        assertThat(ended.output().length()).isBetween(1_000_000, 1_048_576);
        assertThat(Files.size(work.resolve("output"))).isLessThanOrEqualTo(1_048_576);
    }

    @Test
    void memoryIsLimited() throws Exception {
        assertThat(python("try:\n    x = bytearray(2 << 30)\nexcept MemoryError:\n    print('no more')"))
                .isEqualTo(new Contained.Ended.By(0, "no more\n"));
    }

    @Test
    void signalsReachNobodyOutside() throws Exception {
        assertThat(python("""
                        import os, signal
                        signal.signal(15, signal.SIG_IGN)
                        os.kill(0, 15)
                        try:
                            os.kill(-1, 9)
                        except ProcessLookupError:
                            pass
                        print(os.getpid(), os.getppid())
                        """)).isEqualTo(new Contained.Ended.By(0, "1 0\n"));
    }

    @Test
    void nothingCanBeWrittenButWhatIsGoneAfterwards() throws Exception {
        Path checkout = Files.createDirectory(directory.resolve("checkout"));
        Path file = Files.writeString(checkout.resolve("file"), "as it was");
        String attempt = "import os, tempfile\n"
                + "for each in ['" + checkout + "/new', '" + file + "', '/tmp/" + mark + "', '/dev/shm/" + mark
                + "']:\n"
                + "    try:\n        open(each, 'w')\n        print('wrote', each)\n"
                + "    except OSError as e:\n        print(e.strerror)\n"
                + "for act in [lambda: os.remove('" + file + "'), lambda: os.chmod('" + file + "', 0o777)]:\n"
                + "    try:\n        act()\n        print('done')\n    except OSError as e:\n        print(e.strerror)\n"
                + "open(os.path.join(tempfile.gettempdir(), 'mine'), 'w').write('x')\nprint('scratch')\n"
                + "print(os.system('mount -o remount,bind,rw / 2>/dev/null') != 0)";
        Contained.Ended ended = python(attempt);
        List<String> lines = ended.output().lines().toList();
        assertThat(lines).hasSize(8);
        assertThat(lines.subList(0, 6)).containsOnly("Read-only file system");
        assertThat(lines.subList(6, 8)).containsExactly("scratch", "True");
        assertThat(Files.readString(file)).isEqualTo("as it was");
        try (DirectoryStream<Path> scratch = Files.newDirectoryStream(work.resolve("tmp"))) {
            assertThat(scratch).isEmpty();
        }
    }

    /** A read-only file system does not keep anybody from locking a file, or from writing to a pipe. */
    @Test
    void aPlaceThatIsHiddenIsEmpty() throws Exception {
        Path lock = Files.writeString(
                Files.createDirectory(directory.resolve("locks")).resolve("switch"), "");
        String attempt = "import fcntl\ntry:\n    fcntl.lockf(open('" + lock + "'), fcntl.LOCK_SH)\n"
                + "    print('held')\nexcept OSError as e:\n    print(e.strerror)\n"
                + "try:\n    open('" + lock + "', 'w')\nexcept OSError as e:\n    print(e.strerror)";
        assertThat(python(attempt).output()).isEqualTo("No such file or directory\nRead-only file system\n");
        assertThat(lock).exists();
    }

    @Test
    void noAddressCanBeReached() throws Exception {
        try (java.net.ServerSocket server =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            String attempt = "import socket\ntry:\n    socket.create_connection(('127.0.0.1', " + server.getLocalPort()
                    + "), 2)\n    print('reached')\nexcept OSError as e:\n    print(e.strerror)";
            assertThat(python(attempt)).isEqualTo(new Contained.Ended.By(0, "Network is unreachable\n"));
        }
    }

    @Test
    void aProgramThatIsNotThereSaysNothingOfWhatIsChecked() {
        assertThatThrownBy(() -> run(List.of("/no/such/program"), 5))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/no/such/program");
    }

    private Contained.Ended python(String code) throws IOException {
        return python(code, 20);
    }

    private Contained.Ended python(String code, int seconds) throws IOException {
        return run(List.of("/usr/bin/python3", "-I", "-c", code, mark), seconds);
    }

    private Contained.Ended run(List<String> command, int seconds) throws IOException {
        return new Contained(work, new Limits(Duration.ofSeconds(seconds), GIB), List.of(directory.resolve("locks")))
                .run(command, Path.of("/"), Map.of());
    }

    /** What was killed is gone a moment later, on a busy machine a long one. */
    private void requireNothingLeft() throws Exception {
        Instant latest = Instant.now().plusSeconds(60);
        for (List<ProcessHandle> left = left(); !left.isEmpty(); left = left()) {
            assertThat(Instant.now()).as("still there: %s", left).isBefore(latest);
            for (ProcessHandle each : left) {
                each.onExit().get(60, TimeUnit.SECONDS);
            }
        }
    }

    /** The processes whose command line has this test's mark. */
    private List<ProcessHandle> left() throws IOException {
        List<ProcessHandle> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path each : processes) {
                try {
                    String words = new String(Files.readAllBytes(each.resolve("cmdline")), StandardCharsets.UTF_8);
                    if (words.contains(mark)) {
                        ProcessHandle.of(Long.parseLong(each.getFileName().toString()))
                                .ifPresent(found::add);
                    }
                } catch (IOException e) {
                    // It ended meanwhile.
                }
            }
        }
        return found;
    }
}
