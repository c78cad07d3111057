package org.obsenv.console;

import java.time.Duration;
import org.obsenv.console.acting.VerbRun;
import org.obsenv.console.reading.ReadingFeed;
import org.obsenv.console.support.Lane;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.words.Words;

/** What the tests of view-models stand on: sample ports, a time that stands still, and the feed of what is seen. */
public abstract class OnFeed {
    protected final ManualTime time = new ManualTime(Sample.NOW);
    protected final RecordingPorts ports = new RecordingPorts(this::atFirst);
    protected final SameThreadRunner runner = new SameThreadRunner();
    protected final Words words = Words.of("console");
    protected final ReadingFeed feed = new ReadingFeed(
            ports,
            runner,
            time,
            time,
            words,
            "Summit",
            Sample.site(Duration.ZERO).packageNames(),
            Duration.ofSeconds(2));

    /** What is read until a test says otherwise. */
    protected EnvironmentReading atFirst() {
        return Sample.following(time.instant());
    }

    protected final VerbRun verb(Lane lane, String actor) {
        return new VerbRun(ports, runner, lane, time, time, feed, actor);
    }
}
