package org.obsenv.console.support;

import java.time.Duration;

/** Calls back on the FX thread as time passes. */
public interface Ticker {
    /** Calls again and again, the first time after one period, until it is stopped. */
    Ticking every(Duration period, Runnable call);

    /** Calls once, unless it is stopped before. */
    Ticking after(Duration delay, Runnable call);

    /** What was started. */
    interface Ticking {
        void stop();
    }
}
