package org.obsenv.helper;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.obsenv.domain.Outcome;
import org.obsenv.site.Site;

/**
 * Tells from a thread of its own: a caller who stops listening (Ctrl-S, a stopped console, a full pipe) holds up
 * neither a build nor its lock. Steps that find no room are left out; the outcome waits a bounded time.
 */
final class UnblockedReporter implements Reporter {
    private static final int ROOM = 256;

    private final Reporter inner;
    private final Duration patience;
    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(ROOM);

    UnblockedReporter(Reporter inner, Duration patience) {
        this.inner = inner;
        this.patience = patience;
        Thread.ofPlatform().daemon().name("reporter").start(this::tell);
    }

    @Override
    public void progress(String step, String subject, int done, int total) {
        boolean _ = waiting.offer(() -> inner.progress(step, subject, done, total));
    }

    @Override
    public void site(Site site) {
        boolean _ = waiting.offer(() -> inner.site(site));
    }

    @Override
    public void ended(Outcome outcome) {
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        Runnable last = () -> {
            inner.ended(outcome);
            told.complete(true);
        };
        try {
            if (waiting.offer(last, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                told.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException | ExecutionException e) {
            return; // nobody listens; what was done is in the journal
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        try {
            while (true) {
                waiting.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
