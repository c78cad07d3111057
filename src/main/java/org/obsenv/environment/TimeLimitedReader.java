package org.obsenv.environment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.EnvironmentReader;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.PackageName;
import org.obsenv.words.Words;

/**
 * Looks through another reader on a thread of its own, and answers "unknown" when that one does not: a stat on a dead
 * mount never returns. While a look is stuck no second one is sent after it. One thread at a time.
 */
public final class TimeLimitedReader implements EnvironmentReader {
    private final EnvironmentReader inner;
    private final String site;
    private final List<PackageName> names;
    private final Duration limit;
    private final InstantSource clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("environment").factory());
    private @Nullable Future<EnvironmentReading> stuck;

    /** @param names the packages that are unknown when the environment does not answer */
    public TimeLimitedReader(
            EnvironmentReader inner, String site, List<PackageName> names, Duration limit, InstantSource clock) {
        this.inner = inner;
        this.site = site;
        this.names = List.copyOf(names);
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public EnvironmentReading refresh() {
        return look(inner::refresh);
    }

    @Override
    public EnvironmentReading rescan() {
        return look(inner::rescan);
    }

    @Override
    public void close() {
        thread.execute(inner::close);
        thread.shutdown();
    }

    private EnvironmentReading look(Supplier<EnvironmentReading> question) {
        Future<EnvironmentReading> before = stuck;
        if (before != null && !before.isDone()) {
            return late(clock.instant());
        }
        Future<EnvironmentReading> asked = thread.submit(question::get);
        stuck = asked;
        try {
            return asked.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return late(clock.instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return late(clock.instant());
        } catch (ExecutionException | CancellationException e) {
            // A bug of ours; whatever is there, it must not read as clean.
            throw new IllegalStateException("the environment could not be read", e);
        }
    }

    private EnvironmentReading late(Instant now) {
        String reason = Words.of("reading").text("environment.late", "seconds", limit.toSeconds());
        return EnvironmentReading.unreadable(site, now, names, reason);
    }
}
