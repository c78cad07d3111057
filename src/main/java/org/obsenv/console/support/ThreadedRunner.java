package org.obsenv.console.support;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads of their own for every lane. They are daemons: a read that blocks for ever must not keep the window open. */
public final class ThreadedRunner implements BackgroundRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadedRunner.class);

    private final Map<Lane, ExecutorService> lanes = new EnumMap<>(Lane.class);

    public ThreadedRunner() {
        for (Lane lane : Lane.values()) {
            lanes.put(lane, threadsOf(lane));
        }
    }

    private static ExecutorService threadsOf(Lane lane) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                lane.threads(), lane.threads(), 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "console-" + lane.name().toLowerCase(Locale.ROOT));
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    @Override
    public <T> void run(Lane lane, Supplier<T> work, Consumer<T> answer, Consumer<RuntimeException> bug) {
        try {
            threads(lane).execute(() -> {
                T value;
                try {
                    value = work.get();
                } catch (RuntimeException e) {
                    LOG.error("Work of the lane {} ended by an exception", lane, e);
                    Platform.runLater(() -> bug.accept(e));
                    return;
                }
                Platform.runLater(() -> answer.accept(value));
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The console is closing: work of the lane {} is not done", lane, e);
        }
    }

    @Override
    public void tell(Runnable news) {
        Platform.runLater(news);
    }

    private ExecutorService threads(Lane lane) {
        ExecutorService threads = lanes.get(lane);
        if (threads == null) {
            throw new IllegalStateException("no threads for " + lane);
        }
        return threads;
    }

    @Override
    public void close() {
        lanes.values().forEach(ExecutorService::shutdown);
    }
}
