package org.obsenv.console.acting;

import java.time.Duration;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.Ticker;

/** Counts whole seconds down to an act. Lives on the FX thread. */
public final class Countdown {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Ticker ticker;
    private Ticker.@Nullable Ticking ticking;

    public Countdown(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * Counts down; with nothing to count the act follows at once.
     *
     * @param show the seconds left, rounded up: at once and after each second
     */
    public void start(Duration left, LongConsumer show, Runnable act) {
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

    /** Takes it back; what has begun is not stopped. */
    public void cancel() {
        if (ticking != null) {
            ticking.stop();
            ticking = null;
        }
    }
}
