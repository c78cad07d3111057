package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Refusal;
import org.obsenv.hostile.LockHolding;
import org.obsenv.hostile.Mount;

class LockFileTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @TempDir
    Path directory;

    Path file;

    @BeforeEach
    void makeTheFile() throws IOException {
        file = Files.createFile(directory.resolve("switch"));
    }

    @Test
    void isItsOwnersOnly() throws Exception {
        Path fresh = directory.resolve("fresh");
        try (LockFile lock = LockFile.take(fresh, PATIENCE)) {
            assertThat(lock.endedHolder()).isFalse();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void isTakenOnceItsHolderLetsGo() throws Exception {
        try (LockHolding holder = LockHolding.of(file)) {
            Thread.ofPlatform().start(holder::letGo);
            try (LockFile lock = LockFile.take(file, Duration.ofSeconds(20))) {
                assertThat(lock.endedHolder()).isFalse();
            }
        }
    }

    @Test
    void isTakenFromAStoppedHolderWhichDies() throws Exception {
        try (LockHolding holder = LockHolding.of(file).stop();
                LockFile lock = LockFile.take(file, PATIENCE)) {
            assertThat(lock.endedHolder()).isTrue();
            assertThat(holder.diedWithin(10)).isTrue();
        }
    }

    /** Between the end of its patience and the look who holds it, the lock may have come. */
    @Test
    void whoGotItAtTheLastMomentDoesNotFindItself() throws Exception {
        try (LockFile lock = LockFile.take(file, PATIENCE)) {
            assertThat(lock.endedHolder()).isFalse();
            assertThat(LockHolder.find(file)).isEmpty();
        }
    }

    @Test
    void isNotTakenFromABuildAtWork() throws Exception {
        try (LockHolding holder = LockHolding.of(file)) {
            assertThatThrownBy(() -> LockFile.takeUnlessAtWork(file, PATIENCE))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            e -> assertThat(e.outcome().refusal()).isEqualTo(Refusal.BUSY));
            assertThat(holder.isAlive()).isTrue();
        }
    }

    @Test
    void isTakenFromABuildThatWasStopped() throws Exception {
        try (LockHolding holder = LockHolding.of(file).stop();
                LockFile lock = LockFile.takeUnlessAtWork(file, PATIENCE)) {
            assertThat(lock.endedHolder()).isTrue();
            assertThat(holder.diedWithin(10)).isTrue();
        }
    }

    @Test
    @Tag("root")
    void isNotTakenFromAnotherAccount() throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (LockHolding holder = LockHolding.of(file, "setpriv", "--reuid", "65534", "--clear-groups")) {
            assertThatThrownBy(() -> LockFile.take(file, PATIENCE))
                    .isInstanceOfSatisfying(RefusedException.class, e -> {
                        assertThat(e.outcome().refusal()).isEqualTo(Refusal.BUSY);
                        assertThat(e.outcome().facts().get("holder"))
                                .startsWith("process " + holder.handle().pid() + " of ")
                                .contains(" since ");
                    });
            assertThat(holder.isAlive()).isTrue();
        }
    }

    @Test
    @Tag("root")
    void sparesTheHolderOfAnotherDevicesFileWithTheSameNumber() throws Exception {
        try (Mount here = Mount.tmpfs(directory.resolve("here"), "size=1m");
                Mount there = Mount.tmpfs(directory.resolve("there"), "size=1m")) {
            Path ours = Files.createFile(here.directory().resolve("switch"));
            Path theirs = Files.createFile(there.directory().resolve("switch"));
            assertThat(inode(ours)).isEqualTo(inode(theirs));
            try (LockHolding before = LockHolding.of(theirs).stop();
                    LockHolding holder = LockHolding.of(ours).stop();
                    LockFile lock = LockFile.take(ours, PATIENCE)) {
                assertThat(lock.endedHolder()).isTrue();
                assertThat(holder.diedWithin(10)).isTrue();
                assertThat(before.isAlive()).isTrue();
            }
        }
    }

    @Test
    void sparesAProcessThatNoLongerHoldsIt() throws Exception {
        Path other = Files.createFile(directory.resolve("other"));
        try (LockHolding earlier = LockHolding.of(other);
                LockHolding now = LockHolding.of(file)) {
            assertThat(LockHolder.find(file)).contains(now.handle());
            assertThat(LockHolder.kill(file, earlier.handle())).isFalse();
            assertThat(earlier.isAlive()).isTrue();
            assertThat(now.isAlive()).isTrue();
        }
    }

    /** Only the start time tells the two apart: the new process has the old one's number, and holds the lock too. */
    @Test
    @Tag("root")
    void sparesAProcessThatGotTheNumberOfAnEarlierHolder() throws Exception {
        ProcessHandle earlier;
        try (LockHolding holder = LockHolding.of(file)) {
            earlier = LockHolder.find(file).orElseThrow();
            holder.letGo();
        }
        try (LockHolding now = withNumber(earlier.pid())) {
            assertThat(LockHolder.find(file)).contains(now.handle());

            assertThat(LockHolder.kill(file, earlier)).isFalse();

            assertThat(now.isAlive()).isTrue();
            assertThat(LockHolder.kill(file, now.handle())).as("the control").isTrue();
            assertThat(now.diedWithin(10)).isTrue();
        }
    }

    /** The kernel gives the next process the number after the last one, which root may set (proc(5), ns_last_pid). */
    private LockHolding withNumber(long pid) throws IOException {
        for (int i = 0; i < 50; i++) {
            Files.writeString(Path.of("/proc/sys/kernel/ns_last_pid"), Long.toString(pid - 1));
            LockHolding next = LockHolding.of(file);
            if (next.handle().pid() == pid) {
                return next;
            }
            next.letGo();
            next.close();
        }
        throw new AssertionError("other processes took the number " + pid + " every time");
    }

    private static Object inode(Path path) throws IOException {
        return Files.getAttribute(path, "unix:ino", LinkOption.NOFOLLOW_LINKS);
    }
}
