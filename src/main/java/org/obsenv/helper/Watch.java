package org.obsenv.helper;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.obsenv.protocol.Verb;
import org.obsenv.words.Words;

/** {@code sync --watch}: runs until it is told to end (SIGTERM, SIGINT, SIGHUP), then ends the pass it is in. */
final class Watch {
    /** A pass that is still at work after this is left as if it were killed, which harms nothing. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    /** Returns once it was told to end; the exit code. */
    int run(Path siteFile, PrintStream out) {
        if (TrustedSite.isThroughSudo()) {
            // All that it ever does would be recorded as that one person's.
            out.println(Words.of("endings").text("watch.through-sudo"));
            out.flush();
            return Main.REFUSED;
        }
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::end));
        EnvironmentStart start = new EnvironmentStart(Verb.SYNC);
        SyncWatch watch = new SyncWatch(
                reporter -> Main.outcome(() -> start.run(siteFile, Optional.empty(), reporter)),
                this::pause,
                RandomGenerator.getDefault(),
                new NewsReporter(out, InstantSource.system(), true));
        watch.run();
        over.countDown();
        return 0;
    }

    private boolean pause(Duration length) {
        return !isWithin(told, length);
    }

    private void end() {
        told.countDown();
        boolean _ = isWithin(over, GRACE);
        Runtime.getRuntime().halt(0);
    }

    private static boolean isWithin(CountDownLatch latch, Duration length) {
        try {
            return latch.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
