package org.obsenv.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads one file of every package over and over while the environment is switched between two generations: through
 * the stable paths, and through the generation that was resolved once. Counts what must not be.
 */
final class SwitchReaders {
    private static final String FILE = "python/marker.py";

    private final Path root;
    private final Map<String, String> one;
    private final Map<String, String> other;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong missing = new AtomicLong();
    private final AtomicLong partial = new AtomicLong();
    private final AtomicLong rounds = new AtomicLong();
    private final AtomicLong mixed = new AtomicLong();

    /** {@code one} and {@code other} are the two generations' texts by package. */
    SwitchReaders(Path root, Map<String, String> one, Map<String, String> other) {
        this.root = root;
        this.one = Map.copyOf(one);
        this.other = Map.copyOf(other);
    }

    /**
     * What was counted.
     *
     * @param rounds how often all packages were read from a generation resolved once
     * @param mixed how many of those rounds held texts of both
     */
    record Counts(long reads, long missing, long partial, long rounds, long mixed) {}

    /** The texts of a generation now. */
    static Map<String, String> texts(Path generation, List<String> packages) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : packages) {
            texts.put(name, Files.readString(generation.resolve(name).resolve(FILE)));
        }
        return texts;
    }

    /** Reads with a thread of each kind while {@code switches} runs. */
    Counts during(Runnable switches) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        threads.add(Thread.ofPlatform().start(() -> repeat(() -> read(root))));
        threads.add(Thread.ofPlatform().start(() -> repeat(this::readResolvedOnce)));
        try {
            switches.run();
        } finally {
            stopped.set(true);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return new Counts(reads.get(), missing.get(), partial.get(), rounds.get(), mixed.get());
    }

    private void repeat(Runnable round) {
        while (!stopped.get()) {
            round.run();
        }
    }

    private void readResolvedOnce() {
        try {
            Map<String, String> seen = read(root.resolve(".obsenv/current").toRealPath());
            rounds.incrementAndGet();
            if (!seen.equals(one) && !seen.equals(other)) {
                mixed.incrementAndGet();
            }
        } catch (IOException e) {
            missing.incrementAndGet();
        }
    }

    private Map<String, String> read(Path directory) {
        Map<String, String> seen = new LinkedHashMap<>();
        for (String name : one.keySet()) {
            reads.incrementAndGet();
            try {
                String text = Files.readString(directory.resolve(name).resolve(FILE));
                seen.put(name, text);
                if (!text.equals(one.get(name)) && !text.equals(other.get(name))) {
                    partial.incrementAndGet();
                }
            } catch (IOException e) {
                missing.incrementAndGet();
            }
        }
        return seen;
    }
}
