package org.obsenv.console.rollback;

import java.time.Duration;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.Ticker;

/** Counts whole seconds down to an act. Lives on the FX thread. */
final class Countdown {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Ticker ticker;
    private Ticker.@Nullable Ticking ticking;

    Countdown(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * Counts down; with nothing to count the act follows at once.
     *
     * @param show the seconds left, rounded up: at once and after each second
     */
    void start(Duration left, LongConsumer show, Runnable act) {
        if (left.isZero() || left.isNegative()) {
            ticking = null;
            act.run();
            return;
        }
        long whole = left.plusMillis(999).toSeconds();
        show.accept(whole);
        Duration shown = left.minus(SECOND.multipliedBy(whole - 1));
        ticking = ticker.after(shown, () -> start(SECOND.multipliedBy(whole - 1), show, act));
    }

    void cancel() {
        if (ticking != null) {
            ticking.stop();
            ticking = null;
        }
    }
}
