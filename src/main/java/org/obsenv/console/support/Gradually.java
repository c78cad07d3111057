package org.obsenv.console.support;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;

/** Does small pieces of work one after another, with room between them for whatever the person does. FX thread. */
public final class Gradually {
    private static final Duration PAUSE = Duration.ofMillis(120);

    private final Ticker ticker;
    private final Queue<Runnable> pieces;
    private boolean stopped;

    private Gradually(Ticker ticker, Collection<Runnable> pieces) {
        this.ticker = ticker;
        this.pieces = new ArrayDeque<>(pieces);
    }

    /** Does the first piece after a pause, each further one after another, until the returned ticking is stopped. */
    public static Ticker.Ticking run(Ticker ticker, Collection<Runnable> pieces) {
        Gradually gradually = new Gradually(ticker, pieces);
        gradually.next();
        return () -> gradually.stopped = true;
    }

    private void next() {
        Runnable piece = pieces.poll();
        if (piece != null) {
            var _ = ticker.after(PAUSE, () -> {
                if (!stopped) {
                    piece.run();
                    next();
                }
            });
        }
    }
}
