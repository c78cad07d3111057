package org.obsenv.git;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;

/**
 * Reads packages side by side, each on a thread of its own with a time limit, so that a repository that does not answer
 * (a FIFO, a dead mount) costs only itself. While a thread is stuck in a package no second one is sent after it.
 */
public final class BoundedReads {
    /** Reads one package; may block. */
    @FunctionalInterface
    public interface Read<T> {
        T read(PackageName name) throws IOException;
    }

    private record Answer<T>(PackageName name, Known<T> result) {}

    // A read that takes longer than this gives its place up to the next: it waits, or it will never end.
    private static final long QUICK = Duration.ofMillis(250).toNanos();

    private final Duration limit;
    private final int atOnce;
    private final Words words = Words.of("reading");
    private final String late;

    /** When each read that is under way began, by {@link System#nanoTime}. Guarded by itself. */
    private final Map<PackageName, Long> busy = new HashMap<>();

    /**
     * @param limit how long one package may take
     * @param atOnce how many are read at the same time
     */
    public BoundedReads(Duration limit, int atOnce) {
        this.limit = limit;
        this.late = words.text("read.late", "seconds", limit.toSeconds());
        this.atOnce = atOnce;
    }

    /** Reads all packages; one that fails or does not answer in time is unknown, with the reason. */
    public <T> Map<PackageName, Known<T>> all(Iterable<PackageName> names, Read<T> read) {
        Map<PackageName, Known<T>> results = new LinkedHashMap<>();
        Deque<PackageName> waiting = new ArrayDeque<>();
        for (PackageName name : names) {
            results.put(name, Known.unknown(late));
            waiting.add(name);
        }
        BlockingQueue<Answer<T>> answers = new LinkedBlockingQueue<>();
        Map<PackageName, Long> begun = new HashMap<>();
        try {
            while (!waiting.isEmpty() || !begun.isEmpty()) {
                while (!waiting.isEmpty() && quick(begun) < atOnce) {
                    PackageName next = waiting.remove();
                    if (reserve(next)) {
                        begun.put(next, System.nanoTime());
                        start(next, read, answers);
                    }
                }
                @Nullable Answer<T> answer = answers.poll(patience(begun, !waiting.isEmpty()), TimeUnit.NANOSECONDS);
                if (answer == null) {
                    begun.values().removeIf(since -> age(since) >= limit.toNanos());
                } else if (begun.remove(answer.name()) != null) {
                    results.put(answer.name(), answer.result());
                }
            }
        } catch (InterruptedException e) {
            // The caller is being ended: what is not there yet stays unknown.
            Thread.currentThread().interrupt();
        }
        return results;
    }

    /** Reads one package. */
    public <T> Known<T> one(PackageName name, Read<T> read) {
        return all(List.of(name), read).getOrDefault(name, Known.unknown(late));
    }

    private static long age(long since) {
        return System.nanoTime() - since;
    }

    private static long quick(Map<PackageName, Long> begun) {
        return begun.values().stream().filter(since -> age(since) < QUICK).count();
    }

    private long patience(Map<PackageName, Long> begun, boolean isAnyWaiting) {
        return begun.values().stream()
                .mapToLong(since -> {
                    boolean holdsAPlace = isAnyWaiting && age(since) < QUICK;
                    return (holdsAPlace ? QUICK : limit.toNanos()) - age(since);
                })
                .min()
                .orElse(0);
    }

    /** Takes the package for a read; false when another read of it has been stuck for longer than the limit. */
    private boolean reserve(PackageName name) throws InterruptedException {
        synchronized (busy) {
            while (busy.containsKey(name)) {
                long left = limit.toNanos() - age(busy.getOrDefault(name, 0L));
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(busy, left);
            }
            busy.put(name, System.nanoTime());
            return true;
        }
    }

    private void release(PackageName name) {
        synchronized (busy) {
            busy.remove(name);
            busy.notifyAll();
        }
    }

    private <T> void start(PackageName name, Read<T> read, BlockingQueue<Answer<T>> answers) {
        // A daemon: a read that never returns must not keep the program from ending.
        Thread.ofPlatform().daemon().name("read-" + name).start(() -> {
            Known<T> result = Known.unknown(late);
            try {
                result = Known.of(read.read(name));
            } catch (IOException e) {
                result = Known.unknown(IoWords.of(e));
            } catch (RuntimeException e) {
                // JGit throws unchecked for repositories it cannot make sense of.
                result = Known.unknown(words.text("read.failed", "problem", e.toString()));
            } catch (StackOverflowError e) {
                // JGit goes down a tree by calling itself; somebody may push one of thousands of levels.
                result = Known.unknown(words.text("read.failed", "problem", "directories within directories too deep"));
            } finally {
                release(name);
                answers.add(new Answer<>(name, result));
            }
        });
    }
}
