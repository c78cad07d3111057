package org.obsenv.helper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who holds a lock, as the kernel tells it in {@code /proc/locks}. */
final class LockHolder {
    private static final int FIELD_PID = 4;
    private static final int FIELD_FILE = 5;

    private LockHolder() {}

    /**
     * The other process that holds a lock on the file; empty when the kernel names none. Who waits may have got the lock
     * the moment before, and must not find itself.
     */
    static Optional<ProcessHandle> find(Path file) throws IOException {
        // A file of the same number on another file system has such a line, too; and the device that is named
        // there is not the one that stat names on btrfs and overlays. Open files can be compared.
        return candidates(file).stream()
                .filter(each -> each.pid() != ProcessHandle.current().pid())
                .filter(each -> hasOpen(descriptors(each), file))
                .findFirst();
    }

    private static List<ProcessHandle> candidates(Path file) throws IOException {
        String inode =
                Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS).toString();
        return Files.readAllLines(Path.of("/proc/locks")).stream()
                .map(line -> line.trim().split("\\s+"))
                // A waiter's line has an arrow before its kind; only holders are meant.
                .filter(fields -> fields.length > FIELD_FILE && !fields[1].equals("->"))
                .filter(fields -> fields[FIELD_FILE].endsWith(":" + inode))
                .flatMap(fields -> ProcessHandle.of(Long.parseLong(fields[FIELD_PID])).stream())
                .toList();
    }

    private static Path descriptors(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()), "fd");
    }

    private static boolean hasOpen(Path descriptors, Path file) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(descriptors)) {
            for (Path each : entries) {
                if (Files.isSameFile(each, file)) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return false; // it ended meanwhile, or is another account's
        }
        return false;
    }

    /**
     * Kills the holder if it runs as this account and still holds the lock. The handle carries the process's start
     * time, so that a process which got the same id since is spared.
     */
    static boolean kill(Path file, ProcessHandle holder) throws IOException {
        Path process = Path.of("/proc", Long.toString(holder.pid()));
        boolean stillHolds = find(file).filter(holder::equals).isPresent();
        return isVerbOfThisAccount(process) && stillHolds && holder.destroyForcibly();
    }

    /** For a person: which process, of whom, since when. One of another account's is named by its lock alone. */
    static String describe(Path file) throws IOException {
        List<ProcessHandle> all = candidates(file);
        return find(file)
                .or(() -> all.stream()
                        .filter(each -> !Files.isReadable(descriptors(each)))
                        .findFirst())
                .map(LockHolder::describe)
                .orElse("unknown");
    }

    private static String describe(ProcessHandle holder) {
        ProcessHandle.Info info = holder.info();
        return "process " + holder.pid()
                + info.user().map(user -> " of " + user).orElse("")
                + info.startInstant().map(start -> " since " + start).orElse("");
    }

    /** Whether a signal or a tracer has stopped it (proc(5): state T or t). */
    static boolean isStopped(ProcessHandle holder) {
        try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(holder.pid()), "status"))) {
            return status.anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("state:\tt"));
        } catch (IOException | UncheckedIOException e) {
            return false; // it ended meanwhile
        }
    }

    private static boolean isVerbOfThisAccount(Path process) {
        Path self = Path.of("/proc/self");
        try {
            return Files.getAttribute(process, "unix:uid").equals(Files.getAttribute(self, "unix:uid"))
                    && Files.isSameFile(process.resolve("exe"), self.resolve("exe"));
        } catch (IOException e) {
            return false; // it ended meanwhile, or may not be looked at
        }
    }
}
