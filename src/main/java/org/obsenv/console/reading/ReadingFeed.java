package org.obsenv.console.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Ticker;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReader;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.SwitchState;
import org.obsenv.words.Words;

/**
 * Looks at the environment again and again, one look at a time, and never waits for one on the FX thread. A look that
 * does not come back makes the sight blind; nothing old stays on show as if it were known. Lives on the FX thread.
 */
public final class ReadingFeed {
    /** A look that takes longer than this, and than five refreshes, is taken for stuck. */
    private static final Duration SHORTEST_PATIENCE = Duration.ofSeconds(10);

    private final EnvironmentReader reader;
    private final BackgroundRunner runner;
    private final Ticker ticker;
    private final InstantSource clock;
    private final Words words;
    private final String site;
    private final List<PackageName> packages;
    private final Duration refresh;
    private final ReadOnlyObjectWrapper<Sight> sight = new ReadOnlyObjectWrapper<>(new Sight.NotYet());
    private @Nullable Instant askedAt;
    private boolean lookAgain;
    private Instant lastKnown;
    private SwitchSighting switchSighting = new SwitchSighting.None();
    private Ticker.@Nullable Ticking ticking;

    public ReadingFeed(
            EnvironmentReader reader,
            BackgroundRunner runner,
            Ticker ticker,
            InstantSource clock,
            Words words,
            String site,
            List<PackageName> packages,
            Duration refresh) {
        this.reader = reader;
        this.runner = runner;
        this.ticker = ticker;
        this.clock = clock;
        this.words = words;
        this.site = site;
        this.packages = List.copyOf(packages);
        this.refresh = refresh;
        this.lastKnown = clock.instant();
    }

    /** Looks now, and then after every refresh interval. */
    public void start() {
        lastKnown = clock.instant();
        ask(reader::refresh);
        ticking = ticker.every(refresh, this::tick);
    }

    public void stop() {
        if (ticking != null) {
            ticking.stop();
            ticking = null;
        }
    }

    /** Reads everything again; the answer of a look that is under way is older than this wish and is dropped. */
    public void rescan() {
        if (askedAt == null) {
            ask(reader::rescan);
        } else {
            lookAgain = true;
        }
    }

    /** The newest look. It changes with every look, since its reading names when that was. */
    public ReadOnlyObjectProperty<Sight> sightProperty() {
        return sight.getReadOnlyProperty();
    }

    public Sight sight() {
        return sight.get();
    }

    /** When the newest switch was seen here; changes before the sight does that shows it. */
    public SwitchSighting switchSighting() {
        return switchSighting;
    }

    private void tick() {
        if (askedAt == null) {
            ask(reader::refresh);
            return;
        }
        Duration waited = Duration.between(askedAt, clock.instant());
        if (waited.compareTo(patience()) > 0) {
            blind(words.text("reading.silent", "seconds", waited.toSeconds()));
        }
    }

    private Duration patience() {
        Duration five = refresh.multipliedBy(5);
        return five.compareTo(SHORTEST_PATIENCE) > 0 ? five : SHORTEST_PATIENCE;
    }

    private void ask(Supplier<EnvironmentReading> look) {
        askedAt = clock.instant();
        runner.run(Lane.READING, look, this::answered, this::broken);
    }

    private void answered(EnvironmentReading reading) {
        askedAt = null;
        if (lookAgain) {
            lookAgain = false;
            ask(reader::rescan);
            return;
        }
        if (isBlind(reading)) {
            sight.set(new Sight.Blind(reading, lastKnown));
        } else {
            lastKnown = reading.readAt();
            switchSighting = switchSighting.after(reading.current(), clock.instant());
            sight.set(new Sight.Seen(reading));
        }
    }

    private void broken(RuntimeException problem) {
        askedAt = null;
        lookAgain = false;
        blind(words.text(
                "reading.broken",
                "problem",
                Optional.ofNullable(problem.getMessage()).orElse(problem.toString())));
    }

    private void blind(String reason) {
        sight.set(new Sight.Blind(EnvironmentReading.unreadable(site, clock.instant(), packages, reason), lastKnown));
    }

    private static boolean isBlind(EnvironmentReading reading) {
        boolean nothingKnown =
                reading.packages().stream().allMatch(each -> each.runningDrift() instanceof Drift.Unknown);
        return nothingKnown || reading.current() instanceof SwitchState.Unknown;
    }
}
