package org.obsenv.helper;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.obsenv.protocol.Verb;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/**
 * {@code sync --watch}: runs until it is told to end (SIGTERM, SIGINT, SIGHUP), then ends the pass it is in; its exit
 * code is 0 then. A pass that fails ends nothing. When it cannot go on it says why and ends with 2, so that whoever
 * started it starts it again.
 */
final class Watch {
    /** A pass that is still at work after this is left as if it were killed, which harms nothing. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger code = new AtomicInteger();

    /** Returns once it was told to end, or cannot go on; the exit code. */
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
        code.set(whole(watch, out));
        over.countDown();
        return code.get();
    }

    /** The exit code of a watch that has ended, however it did. */
    static int whole(SyncWatch watch, PrintStream out) {
        try {
            watch.run();
            return 0;
        } catch (RuntimeException | Error e) {
            String text = Words.of("endings").text("watch.broken", "problem", Visible.line(String.valueOf(e)));
            out.println(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS) + " " + text);
            out.flush();
            return Main.FAILED;
        }
    }

    private boolean pause(Duration length) {
        return !isWithin(told, length);
    }

    private void end() {
        told.countDown();
        boolean _ = isWithin(over, GRACE);
        Runtime.getRuntime().halt(code.get());
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
