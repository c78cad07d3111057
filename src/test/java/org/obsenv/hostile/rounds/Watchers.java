package org.obsenv.hostile.rounds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.SwitchToken;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.hostile.history.LinkSpan;
import org.obsenv.hostile.history.Reading;
import org.obsenv.layout.LayoutPaths;

/** Who looks all the time: one at the link itself, two as a notebook's kernel does. */
final class Watchers implements AutoCloseable {
    private static final int READERS = 2;
    private static final long LINK_PAUSE = 2_000_000;
    private static final long READER_PAUSE = 10_000_000;

    private final TestEnvironment environment;
    private final List<String> packages;
    private final List<Thread> threads = new ArrayList<>();
    private final List<LinkSpan> spans = new ArrayList<>();
    private final List<List<Reading>> readings = new ArrayList<>();
    private final Map<Reading.Sample, Reading.Sample> samples = new ConcurrentHashMap<>();
    private volatile boolean over;
    private volatile @Nullable Throwable failed;

    Watchers(TestEnvironment environment, List<String> packages) {
        this.environment = environment;
        this.packages = packages;
        start("link", this::watchLink);
        for (int i = 0; i < READERS; i++) {
            List<Reading> own = new ArrayList<>();
            readings.add(own);
            start("reader-" + i, () -> read(own));
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void start(String name, Work work) {
        threads.add(Thread.ofPlatform().name(name).start(() -> {
            try {
                work.run();
            } catch (IOException | RuntimeException e) {
                failed = e;
            }
        }));
    }

    private void watchLink() throws IOException {
        @Nullable LinkSpan span = null;
        while (!over) {
            Instant began = Instant.now();
            SwitchToken token = environment.links().current().orElseThrow();
            Instant ended = Instant.now();
            if (span != null && span.token().equals(token)) {
                span = new LinkSpan(token, span.first(), span.certain(), began);
            } else {
                if (span != null) {
                    spans.add(span);
                }
                span = new LinkSpan(token, began, ended, began);
            }
            LockSupport.parkNanos(LINK_PAUSE);
        }
        if (span != null) {
            spans.add(span);
        }
    }

    private void read(List<Reading> own) throws IOException {
        while (!over) {
            Instant began = Instant.now();
            Path generation = environment.paths().current().toRealPath();
            Map<String, String> texts = new HashMap<>();
            for (String name : packages) {
                try {
                    texts.put(name, Files.readString(generation.resolve(name + "/python/" + name + "/__init__.py")));
                } catch (IOException e) {
                    // Not among the texts: a package that is missing.
                }
            }
            Reading.Sample sample = new Reading.Sample(LayoutPaths.GENERATIONS + generation.getFileName(), texts);
            own.add(new Reading(began, Instant.now(), samples.computeIfAbsent(sample, seen -> seen)));
            LockSupport.parkNanos(READER_PAUSE);
        }
    }

    /** After {@link #close}. */
    List<LinkSpan> spans() {
        return List.copyOf(spans);
    }

    /** After {@link #close}; in the order of their beginnings. */
    List<Reading> readings() {
        return readings.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Reading::began))
                .toList();
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        for (Thread each : threads) {
            each.join();
        }
        if (failed != null) {
            throw new AssertionError("a watcher ended early", failed);
        }
    }
}
