package org.obsenv.console;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.obsenv.console.acting.VerbRun;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.support.Lane;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.words.Words;

/** What the tests of view-models stand on: sample ports, a time that stands still, and the feed of what is seen. */
public abstract class OnFeed {
    protected final ManualTime time;
    protected final RecordingPorts ports;
    protected final SameThreadRunner runner = new SameThreadRunner();
    protected final Words words = Words.of("console");
    protected final ReadingFeed feed;

    protected OnFeed() {
        this(Sample::following);
    }

    /** {@code reading}: what is read until a test says otherwise. */
    protected OnFeed(Function<Instant, EnvironmentReading> reading) {
        ManualTime now = new ManualTime(Sample.NOW);
        time = now;
        ports = new RecordingPorts(() -> reading.apply(now.instant()));
        feed = new ReadingFeed(
                ports,
                runner,
                now,
                now,
                words,
                "Summit",
                Sample.site(Duration.ZERO).packageNames(),
                Duration.ofSeconds(2));
    }

    protected final VerbRun verb(Lane lane, String actor) {
        return new VerbRun(ports, runner, lane, time, time, feed, actor);
    }
}
