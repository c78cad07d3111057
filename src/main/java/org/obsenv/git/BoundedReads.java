package org.obsenv.git;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
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

    private final Duration limit;
    private final int atOnce;
    private final Words words = Words.of("reading");
    private final Set<PackageName> busy = new HashSet<>();

    /**
     * @param limit how long one package may take
     * @param atOnce how many are read at the same time
     */
    public BoundedReads(Duration limit, int atOnce) {
        this.limit = limit;
        this.atOnce = atOnce;
    }

    /** Reads all packages; one that fails or does not answer in time is unknown, with the reason. */
    public <T> Map<PackageName, Known<T>> all(Iterable<PackageName> names, Read<T> read) {
        Map<PackageName, Known<T>> results = new LinkedHashMap<>();
        Queue<PackageName> waiting = new ArrayDeque<>();
        for (PackageName name : names) {
            boolean isStuck = isBusy(name);
            results.put(name, Known.unknown(late()));
            if (!isStuck) {
                waiting.add(name);
            }
        }
        BlockingQueue<Answer<T>> answers = new LinkedBlockingQueue<>();
        Map<PackageName, Long> deadlines = new HashMap<>();
        while (!waiting.isEmpty() || !deadlines.isEmpty()) {
            while (deadlines.size() < atOnce && !waiting.isEmpty()) {
                PackageName next = waiting.remove();
                deadlines.put(next, System.nanoTime() + limit.toNanos());
                start(next, read, answers);
            }
            @Nullable Answer<T> answer = next(answers, deadlines);
            if (answer == null) {
                long now = System.nanoTime();
                deadlines.values().removeIf(deadline -> deadline - now <= 0);
            } else if (deadlines.remove(answer.name()) != null) {
                results.put(answer.name(), answer.result());
            }
        }
        return results;
    }

    /** Reads one package. */
    public <T> Known<T> one(PackageName name, Read<T> read) {
        return all(Set.of(name), read).getOrDefault(name, Known.unknown(late()));
    }

    private <T> @Nullable Answer<T> next(BlockingQueue<Answer<T>> answers, Map<PackageName, Long> deadlines) {
        long now = System.nanoTime();
        long patience = deadlines.values().stream()
                .mapToLong(deadline -> deadline - now)
                .min()
                .orElse(0);
        try {
            return answers.poll(Math.max(patience, 0), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            // The caller is being ended: what is not there yet stays unknown.
            Thread.currentThread().interrupt();
            deadlines.replaceAll((name, deadline) -> now);
            return null;
        }
    }

    private <T> void start(PackageName name, Read<T> read, BlockingQueue<Answer<T>> answers) {
        synchronized (busy) {
            busy.add(name);
        }
        // A daemon: a read that never returns must not keep the program from ending.
        Thread.ofPlatform().daemon().name("read-" + name).start(() -> {
            Known<T> result = Known.unknown(late());
            try {
                result = Known.of(read.read(name));
            } catch (IOException e) {
                result = Known.unknown(IoWords.of(e));
            } catch (RuntimeException e) {
                // JGit throws unchecked for repositories it cannot make sense of.
                result = Known.unknown(words.text("read.failed", "problem", e.toString()));
            } finally {
                synchronized (busy) {
                    busy.remove(name);
                }
                answers.add(new Answer<>(name, result));
            }
        });
    }

    private boolean isBusy(PackageName name) {
        synchronized (busy) {
            return busy.contains(name);
        }
    }

    private String late() {
        return words.text("read.late", "seconds", limit.toSeconds());
    }
}
