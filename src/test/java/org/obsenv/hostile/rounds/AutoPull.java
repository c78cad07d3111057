package org.obsenv.hostile.rounds;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.hostile.Launched;
import org.obsenv.hostile.Switcher;
import org.obsenv.protocol.Verb;

/** One {@code sync} after the other; some are stopped at one of their renames and woken later. */
final class AutoPull implements Pulls {
    /** The most that one thread of a pass renames: each package's in a thread of its own, the links and the state. */
    private static final int RENAMES = 6;

    private final TestEnvironment environment;
    private final Helper helper;
    private final Path scratch;
    private final Random random;
    private final Thread thread;
    private volatile boolean over;
    private final AtomicInteger passes = new AtomicInteger();
    private final AtomicInteger stops = new AtomicInteger();
    private final AtomicInteger killed = new AtomicInteger();
    private final List<String> refused = new ArrayList<>();
    private volatile @Nullable Throwable failed;

    AutoPull(TestEnvironment environment, Helper helper, Path scratch, long seed) {
        this.environment = environment;
        this.helper = helper;
        this.scratch = scratch;
        this.random = new Random(seed);
        this.thread = Thread.ofPlatform().name("auto-pull").start(this::run);
    }

    @Override
    public int started() {
        return passes.get();
    }

    @Override
    public int stops() {
        return stops.get();
    }

    @Override
    public int killed() {
        return killed.get();
    }

    private void run() {
        try {
            while (!over) {
                pass();
            }
        } catch (RuntimeException | AssertionError e) {
            failed = e;
        }
    }

    private void pass() {
        boolean stop = random.nextInt(3) == 0;
        int rename = 1 + random.nextInt(RENAMES);
        long millis = random.nextInt(20) == 0 ? 6500 : 50 + random.nextInt(800);
        // Its own renames, and not those of the programs that it runs.
        List<String> options = stop
                ? List.of(
                        "-e",
                        "trace=" + Strokes.RENAMES,
                        "-e",
                        "inject=" + Strokes.RENAMES + ":signal=STOP:when=" + rename)
                : Strokes.none();
        Switcher.Start start = new Switcher.Start(helper.command(Verb.SYNC, environment.siteFile()), "");
        try (Launched pass = Launched.of(start, scratch, options.toArray(String[]::new))) {
            if (stop && pass.stopsBeforeItEnds()) {
                stops.incrementAndGet();
                Executor later =
                        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Thread::startVirtualThread);
                CompletableFuture.runAsync(pass::letGoOn, later).join();
                // Another thread's rename may have been stopped, too.
                CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(pass::exit, Thread::startVirtualThread);
                while (!isDone(exit)) {
                    pass.letGoOn();
                }
            }
            int exit = pass.exit();
            passes.incrementAndGet();
            if (exit > 128) {
                killed.incrementAndGet();
            } else if (exit != 0) {
                refused.add(pass.output());
            }
        }
    }

    private static boolean isDone(CompletableFuture<Integer> exit) {
        try {
            exit.get(Duration.ofMillis(500).toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (java.util.concurrent.TimeoutException e) {
            return false;
        } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public List<String> refused() {
        return List.copyOf(refused);
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join();
        if (failed != null) {
            throw new AssertionError("the auto-pull ended early", failed);
        }
    }
}
