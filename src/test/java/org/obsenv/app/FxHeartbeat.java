package org.obsenv.app;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/**
 * How long the FX thread keeps a small task waiting. A beat is asked for every 10 ms, of the FX thread and of an idle
 * thread at the same moment; a gap is what the FX thread took longer than the idle one, so that a machine that is
 * stalled or overloaded does not count as a blocked FX thread.
 */
final class FxHeartbeat implements AutoCloseable {
    private static final long EVERY_MS = 10;

    private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService idle = Executors.newSingleThreadExecutor();
    private final AtomicLong longest = new AtomicLong();
    private final AtomicInteger beats = new AtomicInteger();

    private FxHeartbeat() {}

    static FxHeartbeat start() {
        FxHeartbeat heartbeat = new FxHeartbeat();
        var _ = heartbeat.asking.scheduleWithFixedDelay(heartbeat::ask, 0, EVERY_MS, TimeUnit.MILLISECONDS);
        return heartbeat;
    }

    private void ask() {
        AtomicLong idleRan = new AtomicLong();
        idle.execute(() -> idleRan.set(System.nanoTime()));
        Platform.runLater(() -> {
            // An idle thread that has not run yet is held up as much as this one: no gap of the FX thread's own.
            long from = idleRan.get() == 0 ? System.nanoTime() : idleRan.get();
            longest.accumulateAndGet(System.nanoTime() - from, Math::max);
            beats.incrementAndGet();
        });
    }

    Duration longestGap() {
        return Duration.ofNanos(longest.get());
    }

    int beats() {
        return beats.get();
    }

    @Override
    public void close() {
        asking.shutdownNow();
        idle.shutdownNow();
    }
}
