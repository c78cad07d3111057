package org.obsenv.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.obsenv.domain.EnvironmentReader;
import org.obsenv.domain.EnvironmentReading;

/** Looks at the disk after an act until it shows it: a mount may lag behind the server. */
final class DiskSearch {
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final EnvironmentReader reader;
    private final Waiting waiting;

    DiskSearch(EnvironmentReader reader, Waiting waiting) {
        this.reader = reader;
        this.waiting = waiting;
    }

    /**
     * What the disk shows.
     *
     * @param last the newest look
     * @param shown whether it shows the act
     * @param after how long it took until then
     */
    record Found(EnvironmentReading last, boolean shown, Duration after) {}

    /**
     * Looks until it is shown, at most {@link EnvironmentReader#SEEN_WITHIN}.
     *
     * @param isShown whether a look shows the act
     * @param late told once, when the first look does not
     */
    Found search(Predicate<EnvironmentReading> isShown, Runnable late) {
        Instant began = waiting.clock().instant();
        EnvironmentReading look = reader.rescan();
        if (!isShown.test(look)) {
            late.run();
        }
        while (!isShown.test(look)) {
            Duration since = Duration.between(began, waiting.clock().instant());
            if (since.compareTo(EnvironmentReader.SEEN_WITHIN) >= 0 || !isPaused()) {
                return new Found(look, false, since);
            }
            look = reader.refresh();
        }
        return new Found(look, true, Duration.between(began, waiting.clock().instant()));
    }

    /** Looks once, for an act that changed nothing. */
    EnvironmentReading once() {
        return reader.rescan();
    }

    private boolean isPaused() {
        try {
            waiting.pause().of(AGAIN);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
