package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.site.CheckRule.Limits;

/** The timer's unit puts up walls of its own, and those of the check must go up inside them; needs root. */
class ContainedByTimerTest {
    /** What systemd mounts for ProtectSystem, ReadWritePaths, ProtectHome, ProtectControlGroups, ProtectKernelModules. */
    private static final String MOUNTS = """
            mount --bind "$1" "$1" && mount -o remount,bind,ro / || exit 1
            for each in /root /sys/fs/cgroup; do
              mount --rbind $each $each && mount -o remount,bind,ro $each || exit 1
            done
            mount -t tmpfs -o ro,mode=000 none "$1/modules" || exit 1
            """;

    private static final String AS_ACCOUNT = """
            shift
            exec setpriv --reuid=65534 --regid=65534 --clear-groups --bounding-set=-all --inh-caps=-all --no-new-privs \
              -- "$@"
            """;

    @TempDir
    Path directory;

    private Path work;

    @BeforeEach
    void makeWork() throws IOException {
        work = Files.createDirectory(directory.resolve("work"));
        Files.createDirectory(directory.resolve("modules"));
        Files.createDirectory(work.resolve("tmp"));
        Files.setPosixFilePermissions(work.resolve("tmp"), PosixFilePermissions.fromString("rwxrwxrwx"));
        for (Path each = work; each != null && each.getNameCount() > 1; each = each.getParent()) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void theWallsGoUpInsideThoseOfTheUnit() throws Exception {
        ProgramRun.Ended ended = run(MOUNTS + AS_ACCOUNT);
        assertThat(ended.text()).as(ended.complaint()).isEqualTo("checked");
    }

    /** Why the unit does without what {@link #theUnitHasNothingThatKeepsTheWallsDown} names. */
    @Test
    void withPartOfProcMountedOverTheyDoNot() throws Exception {
        ProgramRun.Ended ended = run(MOUNTS + "mount --bind /proc/sys /proc/sys || exit 1\n" + AS_ACCOUNT);
        assertThat(ended.complaint()).contains("mount /proc failed");
        assertThat(ended.text()).isEmpty();
    }

    @Test
    void theUnitHasNothingThatKeepsTheWallsDown() throws Exception {
        List<String> settings = Files.readAllLines(Path.of("packaging/obsenv-sync.service.in")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(settings).contains("ProtectSystem=strict");
        assertThat(settings)
                .noneMatch(line -> line.matches("(RestrictNamespaces|ProtectKernelTunables|ProtectKernelLogs"
                        + "|ProtectHostname|ProtectProc|ProcSubset|PrivateUsers|SystemCallFilter)=.*"));
    }

    private ProgramRun.Ended run(String script) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "/usr/bin/unshare",
                "--mount",
                "--propagation",
                "private",
                "/bin/sh",
                "-c",
                script,
                "unit",
                directory.toString()));
        words.addAll(new Contained(work, new Limits(Duration.ofSeconds(20), 1L << 30), List.of(Path.of("/run")))
                .words(List.of("/bin/sh", "-c", "echo checked")));
        return ProgramRun.run(words, Path.of("/"), Map.of("PATH", "/usr/bin:/bin"), Duration.ofSeconds(30));
    }
}
