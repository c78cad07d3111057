package org.obsenv.helper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work on several packages at a time, in their order, bounded. */
final class InParallel {
    private static final int AT_ONCE = 4;

    private InParallel() {}

    /** One package's work. */
    interface Work<T, R> {
        R on(T item) throws IOException, RefusedException;
    }

    /** As {@link #each(List, int, Work)}, few at a time: the work is the processors' and the disk's. */
    static <T, R> List<R> each(List<T> items, Work<T, R> work) throws IOException, RefusedException {
        return each(items, AT_ONCE, work);
    }

    /** The results in the order of the items; the first failure in that order ends it, when all have stopped. */
    static <T, R> List<R> each(List<T> items, int atOnce, Work<T, R> work) throws IOException, RefusedException {
        try (ExecutorService executor = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().daemon().factory())) {
            List<Future<R>> running = new ArrayList<>();
            for (T item : items) {
                running.add(executor.submit(() -> work.on(item)));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RefusedException cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
