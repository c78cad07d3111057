package org.obsenv.helper;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.obsenv.domain.Outcome;
import org.obsenv.site.Site;
import org.obsenv.site.SyncSettings;

/**
 * The auto-pull where no timer starts it: one pass after the other in one process, never two at a time. How a pass ends
 * ends nothing; between two the build lock is free.
 */
final class SyncWatch {
    private static final int TENTH = 10;

    /** One pass; it tells the reporter the site it works on. */
    interface Pass {
        Outcome run(Reporter reporter);
    }

    /** What lies between two passes. */
    interface Pause {
        /** Waits so long, and says whether there is to be another pass. */
        boolean then(Duration length);
    }

    private final Pass pass;
    private final Pause pause;
    private final RandomGenerator random;
    private final Reporter log;
    private SyncSettings settings = SyncSettings.DEFAULT;

    SyncWatch(Pass pass, Pause pause, RandomGenerator random, Reporter log) {
        this.pass = pass;
        this.pause = pause;
        this.random = random;
        this.log = log;
    }

    /** Until the pause says that it is over. */
    void run() {
        do {
            log.ended(pass.run(new Settings()));
        } while (pause.then(length()));
    }

    /** The interval and a little more, so that the environments of many sites do not ask a host in step. */
    private Duration length() {
        long interval = settings.interval().toMillis();
        return Duration.ofMillis(interval + random.nextLong(interval / TENTH + 1));
    }

    /** Reads the interval off the site, whose file may have been edited since the last pass. */
    private final class Settings implements Reporter {
        @Override
        public void progress(String step, String subject, int done, int total) {}

        @Override
        public void site(Site site) {
            settings = site.sync();
        }

        @Override
        public void ended(Outcome outcome) {}
    }
}
