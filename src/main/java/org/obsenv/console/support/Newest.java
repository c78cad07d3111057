package org.obsenv.console.support;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks one kind of question in the background and takes only the answer to the newest: an older answer that comes late
 * is dropped, and an older question that has not begun is not asked any more. Used on the FX thread.
 */
public final class Newest {
    private final BackgroundRunner runner;
    private final Lane lane;
    private final AtomicLong newest = new AtomicLong();

    public Newest(BackgroundRunner runner, Lane lane) {
        this.runner = runner;
        this.lane = lane;
    }

    /** Asks; every question asked before is forgotten. */
    public <T> void ask(Supplier<T> work, Consumer<T> answer, Consumer<RuntimeException> bug) {
        long mine = newest.incrementAndGet();
        runner.run(
                lane,
                () -> newest.get() == mine ? Optional.of(work.get()) : Optional.<T>empty(),
                found -> {
                    if (newest.get() == mine) {
                        found.ifPresent(answer);
                    }
                },
                problem -> {
                    if (newest.get() == mine) {
                        bug.accept(problem);
                    }
                });
    }

    /** Whatever was asked is no longer wanted. */
    public void forget() {
        newest.incrementAndGet();
    }
}
