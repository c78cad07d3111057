package org.obsenv.hostile.rounds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.hostile.Launched;
import org.obsenv.hostile.Switcher;
import org.obsenv.protocol.Verb;

/**
 * One {@code sync --watch} for as long as it lives, stopped at one of its renames again and again and woken later. One
 * that a waiter ended is started anew, as systemd does it.
 */
final class WatchingPull implements Pulls {
    /** Between two stops of one thread; every package's has a thread of its own. */
    private static final int RENAMES = 12;

    /** 128 and SIGTERM is what it would end with that does not end by itself. */
    private static final int TOLD_TO_END = 0;

    private final TestEnvironment environment;
    private final Helper helper;
    private final Path scratch;
    private final Random random;
    private final Thread thread;
    private volatile boolean over;
    private final AtomicInteger lives = new AtomicInteger();
    private final AtomicInteger stops = new AtomicInteger();
    private final AtomicInteger killed = new AtomicInteger();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private volatile @Nullable Throwable failed;

    WatchingPull(TestEnvironment environment, Helper helper, Path scratch, long seed) {
        this.environment = environment;
        this.helper = helper;
        this.scratch = scratch;
        this.random = new Random(seed);
        this.thread = Thread.ofPlatform().name("auto-pull").start(this::run);
    }

    private void run() {
        try {
            while (!over) {
                live();
            }
        } catch (RuntimeException | AssertionError e) {
            failed = e;
        }
    }

    private void live() {
        int first = 1 + random.nextInt(RENAMES);
        int then = 1 + random.nextInt(RENAMES);
        String[] options = {
            "-e",
            "trace=" + Strokes.RENAMES,
            "-e",
            "inject=" + Strokes.RENAMES + ":signal=STOP:when=" + first + "+" + then
        };
        List<String> command = new ArrayList<>(helper.command(Verb.SYNC, environment.siteFile()));
        command.add(command.indexOf(Verb.SYNC.written()) + 1, "--watch");
        lives.incrementAndGet();
        try (Launched watch = Launched.of(new Switcher.Start(command, ""), scratch, options)) {
            int seen = 0;
            while (!over && watch.isAlive()) {
                if (watch.stopsAgain(seen)) {
                    seen = watch.stops();
                    stops.incrementAndGet();
                    letGoOnAfter(watch, random.nextInt(20) == 0 ? 6500 : 50 + random.nextInt(800));
                }
            }
            int exit = watch.isAlive() ? watch.terminate() : watch.exit();
            if (exit > 128) {
                killed.incrementAndGet();
            } else if (exit != TOLD_TO_END || !over) {
                refused.add(exit + ": " + watch.output());
            }
        }
    }

    private static void letGoOnAfter(Launched watch, long millis) {
        Executor later = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Thread::startVirtualThread);
        CompletableFuture.runAsync(watch::letGoOn, later).join();
    }

    @Override
    public int started() {
        return lives.get();
    }

    @Override
    public int stops() {
        return stops.get();
    }

    @Override
    public int killed() {
        return killed.get();
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
