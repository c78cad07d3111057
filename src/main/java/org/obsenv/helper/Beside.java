package org.obsenv.helper;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A reading that goes on beside other work, on a thread of its own that keeps no verb alive. */
final class Beside<T> {
    private final FutureTask<T> reading;

    private Beside(FutureTask<T> reading) {
        this.reading = reading;
    }

    /** What is read; it may fail. */
    interface Reading<T> {
        T read() throws IOException;
    }

    static <T> Beside<T> start(String name, Reading<T> reading) {
        FutureTask<T> task = new FutureTask<>(reading::read);
        Thread.ofPlatform().daemon().name(name).start(task);
        return new Beside<>(task);
    }

    /** What was read, as soon as it is there. */
    T get() throws IOException {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            throw cause(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** What was read; empty when it takes longer from now on, and when it failed. */
    Optional<T> within(Duration patience) {
        try {
            return Optional.of(reading.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static IOException cause(ExecutionException e) {
        return e.getCause() instanceof IOException failed ? failed : new IOException("unexpected " + e.getCause(), e);
    }
}
