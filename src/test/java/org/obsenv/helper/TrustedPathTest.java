package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** security.md row 18, against somebody who exchanges what is on the way while it is being looked at. */
class TrustedPathTest {
    /** {@code -Dobsenv.swaps=1000000} for the long form. */
    private static final int LOOKS = Integer.getInteger("obsenv.swaps", 10_000);

    private static final int SOMEBODY_ELSE = 65533;

    @TempDir
    Path directory;

    @Test
    void trustsWhatOnlyRootAndThisAccountMayWrite() throws Exception {
        TrustedPath.strict().require(directory);
        TrustedPath.strict().require(Files.writeString(directory.resolve("file"), "text"));
        TrustedPath.strict().require(Path.of("/tmp"));
    }

    @Test
    void leavesWhatIsNotThereToWhoeverOpensIt() throws Exception {
        TrustedPath.strict().require(directory.resolve("none/at/all"));
    }

    @Test
    void refusesWhatIsNotThereWhereAnybodyMayPutIt() {
        assertThatThrownBy(() -> TrustedPath.strict().require(Path.of("/tmp/obsenv-there-is-no-such-name/root")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("anybody may put something there");
    }

    /** As everything is that was made with umask 002 where useradd gives each account a group of its own. */
    @Test
    @Tag("root")
    void trustsTheCallersOwnGroupOnlyWhereSheStartedTheVerbHerself() throws Exception {
        Path clone = Files.createDirectory(directory.resolve("clone"));
        Files.setPosixFilePermissions(clone, PosixFilePermissions.fromString("rwxrwxr-x"));

        TrustedPath.ofCaller().require(clone);
        assertThatThrownBy(() -> TrustedPath.strict().require(clone))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("others may write to it")
                .hasMessageContaining("chmod go-w " + clone);

        Files.setAttribute(clone, "unix:gid", SOMEBODY_ELSE);
        assertThatThrownBy(() -> TrustedPath.ofCaller().require(clone)).hasMessageContaining("others may write to it");
        Files.setAttribute(clone, "unix:gid", 0);
        Files.setPosixFilePermissions(clone, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> TrustedPath.ofCaller().require(clone)).hasMessageContaining("others may write to it");
    }

    @Test
    void refusesALinkThatDangles() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("none"));
        assertThatThrownBy(() -> TrustedPath.strict().require(link.resolve("root")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("it is a symbolic link");
    }

    /**
     * Somebody owns one directory on the way and exchanges its entry as fast as he can: a link to the real thing, the
     * real thing under its own name, nothing at all. However often one looks, the path is never trusted.
     */
    @Test
    @Tag("root")
    void neverTrustsWhatIsBeingExchanged() throws Exception {
        Path lure = Files.createDirectory(directory.resolve("lure"));
        Path root = Files.createDirectory(directory.resolve("root"));
        Path own = Files.createDirectory(lure.resolve("own"));
        Files.setAttribute(lure, "unix:uid", SOMEBODY_ELSE);
        Files.setPosixFilePermissions(lure, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path target = lure.resolve("env");
        AtomicInteger swaps = new AtomicInteger();
        CountDownLatch over = new CountDownLatch(1);
        Thread attacker = Thread.ofPlatform().start(() -> {
            while (over.getCount() > 0) {
                swap(lure, root, own, target);
                swaps.incrementAndGet();
            }
        });
        int trusted = 0;
        try {
            for (int i = 0; i < LOOKS; i++) {
                trusted += isTrusted(target.resolve("generation")) ? 1 : 0;
                trusted += isTrusted(target) ? 1 : 0;
            }
        } finally {
            over.countDown();
            attacker.join();
        }
        System.out.println(swaps.get() + " exchanges during " + LOOKS + " looks, " + trusted + " trusted");
        assertThat(trusted).isZero();
        assertThat(swaps.get()).as("exchanges while %d looks were taken", LOOKS).isGreaterThan(100);
    }

    private static void swap(Path lure, Path root, Path own, Path target) {
        try {
            Path link = lure.resolve("next");
            Files.deleteIfExists(target);
            Files.createSymbolicLink(link, root);
            Files.move(link, target, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(target);
            Files.move(own, target, StandardCopyOption.ATOMIC_MOVE);
            Files.move(target, own, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTrusted(Path path) {
        try {
            TrustedPath.strict().require(path);
            return true;
        } catch (RefusedException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
