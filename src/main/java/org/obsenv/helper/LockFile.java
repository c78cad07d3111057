package org.obsenv.helper;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.obsenv.domain.Refusal;

/**
 * A lock on a file that only this account can open. The kernel lets go of it when its holder ends, however it ends. A
 * holder that keeps it longer than a waiter's patience (stopped, frozen) is killed: woken later, it would act on what
 * it saw long ago.
 */
final class LockFile implements AutoCloseable {
    private static final Duration PARTING = Duration.ofMillis(500);

    private final FileChannel channel;
    private final boolean endedHolder;

    private LockFile(FileChannel channel, boolean endedHolder) {
        this.channel = channel;
        this.endedHolder = endedHolder;
    }

    /** True when a holder had to be killed for it. */
    boolean endedHolder() {
        return endedHolder;
    }

    /**
     * Takes the lock, waiting at most twice the patience: once before the holder is killed, once after.
     *
     * @throws RefusedException when it cannot be had; nothing was changed
     */
    static LockFile take(Path file, Duration patience) throws IOException, RefusedException {
        return take(file, patience, holder -> true);
    }

    /**
     * As {@link #take}, but spares a holder that is at work: a first clone takes minutes, and the auto-pull that comes
     * meanwhile must not end it. One that was stopped is killed.
     *
     * @throws RefusedException when somebody is at work, too
     */
    static LockFile takeUnlessAtWork(Path file, Duration patience) throws IOException, RefusedException {
        return take(file, patience, LockHolder::isStopped);
    }

    /** The lock, when nobody holds it; waits for nobody and ends nobody. */
    static Optional<LockFile> takeIfFree(Path file) throws IOException {
        FileChannel channel = open(file);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
            return Optional.ofNullable(lock).map(held -> new LockFile(channel, false));
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    private static LockFile take(Path file, Duration patience, Predicate<ProcessHandle> mayBeKilled)
            throws IOException, RefusedException {
        FileChannel channel = open(file);
        boolean taken = false;
        try {
            CompletableFuture<FileLock> lock = waitInBackground(channel);
            if (isHeldWithin(lock, patience)) {
                taken = true;
                return new LockFile(channel, false);
            }
            Optional<ProcessHandle> holder = LockHolder.find(file);
            boolean killed =
                    holder.isPresent() && mayBeKilled.test(holder.get()) && LockHolder.kill(file, holder.get());
            // One that ended by itself while it was looked for has let go, too.
            if (isHeldWithin(lock, killed ? patience : PARTING)) {
                taken = true;
                return new LockFile(channel, killed);
            }
            throw new RefusedException(Refusal.BUSY, Map.of("holder", LockHolder.describe(file)));
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    private static FileChannel open(Path file) throws IOException {
        closeToOthers(Durable.parent(file), "rwx------");
        FileChannel channel = FileChannel.open(file, Set.of(CREATE, WRITE, NOFOLLOW_LINKS), ownerOnly());
        try {
            closeToOthers(file, "rw-------");
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Whoever can open the file can hold the lock. */
    private static void closeToOthers(Path path, String mode) throws IOException {
        Set<PosixFilePermission> meant = PosixFilePermissions.fromString(mode);
        if (!Files.getPosixFilePermissions(path, NOFOLLOW_LINKS).equals(meant)) {
            Files.setPosixFilePermissions(path, meant);
        }
    }

    private static FileAttribute<?> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    private static CompletableFuture<FileLock> waitInBackground(FileChannel channel) throws IOException {
        FileLock atOnce = channel.tryLock();
        if (atOnce != null) {
            return CompletableFuture.completedFuture(atOnce);
        }
        CompletableFuture<FileLock> lock = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("lock").start(() -> {
            try {
                lock.complete(channel.lock());
            } catch (IOException e) {
                lock.completeExceptionally(e);
            }
        });
        return lock;
    }

    private static boolean isHeldWithin(CompletableFuture<FileLock> lock, Duration patience) throws IOException {
        try {
            lock.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException("the lock cannot be taken", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Makes the directory of the locks, which only this account may enter. */
    static void prepareDirectory(Path directory) throws IOException {
        Durable.directory(directory, "rwx------");
    }
}
