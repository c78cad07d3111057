package org.obsenv.hostile.planted;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Faults: the next link has a name that others use too; a lock that does not come in time is passed by; what the person saw is
 * compared by its text alone; an entry is appended after whatever stands last.
 */
final class NaiveSwitch {
    private static final long PATIENCE = 1;

    private NaiveSwitch() {}

    /** Arguments: the inner directory, the verb, the next link's name, and what the person saw unless it was typed. */
    public static void main(String[] arguments) throws Exception {
        Path inner = Path.of(arguments[0]);
        String text = arguments[1].equals("rollback")
                ? Files.readSymbolicLink(inner.resolve("base")).toString()
                : "deploy";
        @Nullable String saw = arguments.length > 3 ? arguments[3] : null;
        try (FileChannel channel =
                FileChannel.open(inner.resolve("locks/switch"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            waitFor(channel);
            Path current = inner.resolve("current");
            if (saw != null && !saw.equals(Files.readSymbolicLink(current).toString())) {
                System.exit(1);
            }
            Path next = inner.resolve(arguments[2]);
            Files.deleteIfExists(next);
            Files.createSymbolicLink(next, Path.of(text));
            Files.move(next, current, StandardCopyOption.ATOMIC_MOVE);
            append(inner.resolve("journal/000001.yaml"), arguments[1]);
        }
        // A thread may still wait for the lock that was passed by.
        Runtime.getRuntime().halt(0);
    }

    private static void waitFor(FileChannel channel) throws Exception {
        CompletableFuture<FileLock> lock = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                lock.complete(channel.lock());
            } catch (IOException e) {
                lock.completeExceptionally(e);
            }
        });
        try {
            lock.get(PATIENCE, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            System.err.println("going on without the lock");
        }
    }

    private static void append(Path journal, String verb) throws IOException {
        String all = Files.readString(journal, StandardCharsets.ISO_8859_1);
        String kept = all.stripTrailing() + "\n";
        String entry = "---\nid: \"naive\"\nat: \"2026-11-21T03:13:02Z\"\nact: \"" + verb
                + "\"\nactor: \"root\"\nhost: \"here\"\nmoved: 1\ntook-ms: 1\noutcome: \"done\"\n...\n";
        String room = all.substring(Math.min(all.length(), kept.length() + entry.length()));
        Files.writeString(journal, kept + entry + room, StandardCharsets.ISO_8859_1);
    }
}
