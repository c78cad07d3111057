package org.obsenv.console.acting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.reading.Sight;
import org.obsenv.console.support.Ticker;
import org.obsenv.domain.EnvironmentReader;
import org.obsenv.domain.EnvironmentReading;

/** After an act: reads the disk again with every refresh until it shows what was done. Lives on the FX thread. */
public final class DiskWatch {
    public static final Duration LIMIT = EnvironmentReader.SEEN_WITHIN;

    private final ReadingFeed feed;
    private final InstantSource clock;
    private final Predicate<EnvironmentReading> done;
    private final Consumer<Sighting> tell;
    private final Instant began;
    private final Ticker.Ticking ticking;
    private final ChangeListener<Sight> listener = (property, before, now) -> look(now);
    private boolean late;
    private boolean ended;

    private DiskWatch(
            ReadingFeed feed,
            Ticker ticker,
            InstantSource clock,
            Predicate<EnvironmentReading> done,
            Consumer<Sighting> tell) {
        this.feed = feed;
        this.clock = clock;
        this.done = done;
        this.tell = tell;
        this.began = clock.instant();
        this.ticking = ticker.every(Duration.ofSeconds(1), this::tick);
    }

    /**
     * Starts to watch.
     *
     * @param done whether a reading shows the act
     * @param tell called for each change of what is known, the last time with {@link Sighting.Seen}
     */
    public static DiskWatch start(
            ReadingFeed feed,
            Ticker ticker,
            InstantSource clock,
            Predicate<EnvironmentReading> done,
            Consumer<Sighting> tell) {
        DiskWatch watch = new DiskWatch(feed, ticker, clock, done, tell);
        tell.accept(new Sighting.Waiting(LIMIT));
        feed.sightProperty().addListener(watch.listener);
        feed.rescan();
        return watch;
    }

    /** Watches no more. */
    public void stop() {
        ended = true;
        ticking.stop();
        feed.sightProperty().removeListener(listener);
    }

    private void look(@Nullable Sight sight) {
        if (!ended && sight instanceof Sight.Seen(EnvironmentReading reading) && done.test(reading)) {
            stop();
            tell.accept(new Sighting.Seen(reading, clock.instant()));
        }
    }

    private void tick() {
        if (!late && Duration.between(began, clock.instant()).compareTo(LIMIT) >= 0) {
            late = true;
            tell.accept(new Sighting.NotSeen(LIMIT));
        }
    }
}
