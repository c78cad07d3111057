package org.obsenv.hostile.rounds;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.obsenv.fixture.RemotePackage;
import org.obsenv.fixture.TestEnvironment;

/** Moves the deploy branch of one remote after the other forward, with {@code git fast-import}: one process a package. */
final class Pusher implements AutoCloseable {
    /** Long enough that a reader could see half of it. */
    private static final String FILLING = "# filling\n".repeat(400);

    private final List<Stream> streams;
    private final Map<String, Map<String, String>> published = new ConcurrentHashMap<>();
    private final Duration every;
    private final Thread thread;
    private volatile boolean over;
    private final AtomicInteger pushes = new AtomicInteger();

    Pusher(TestEnvironment environment, List<String> packages, Duration every) {
        this.every = every;
        this.streams = packages.stream()
                .map(name -> new Stream(environment.remote(name)))
                .toList();
        for (Stream each : streams) {
            published.put(each.name, new ConcurrentHashMap<>(Map.of(each.last, "version = 1\n")));
        }
        this.thread = Thread.ofPlatform().name("pusher").start(this::run);
    }

    /** Package → commit → what its file says. */
    Map<String, Map<String, String>> published() {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        published.forEach((name, texts) -> copy.put(name, Map.copyOf(texts)));
        return copy;
    }

    int pushes() {
        return pushes.get();
    }

    private void run() {
        long next = System.nanoTime();
        for (int i = 0; !over; i++) {
            Stream stream = streams.get(i % streams.size());
            String text = "version = " + (i + 2) + "\n" + FILLING + "end = " + (i + 2) + "\n";
            String commit = stream.push(i, text);
            published
                    .computeIfAbsent(stream.name, name -> new ConcurrentHashMap<>())
                    .put(commit, text);
            pushes.incrementAndGet();
            next += every.toNanos();
            while (System.nanoTime() < next && !over) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    /** One remote's importer. */
    private static final class Stream {
        final String name;
        final Process process;
        final BufferedReader answers;
        final OutputStream commands;
        String last;

        Stream(RemotePackage remote) {
            this.name = remote.name().text();
            this.last = remote.commit("deploy").hex();
            try {
                this.process = new ProcessBuilder(
                                "git", "-C", remote.bare().toString(), "fast-import", "--quiet", "--date-format=raw")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            this.answers = process.inputReader(StandardCharsets.US_ASCII);
            this.commands = process.getOutputStream();
        }

        String push(int number, String text) {
            String commit =
                    """
                    commit refs/heads/deploy
                    mark :%d
                    committer Pusher <pusher@example.org> %d +0000
                    data 6
                    Retry
                    from %s
                    M 100644 inline python/%s/__init__.py
                    data %d
                    %s
                    get-mark :%d
                    checkpoint

                    progress pushed
                    """.formatted(number + 1, 1_793_491_200L + number, last, name, text.length(), text, number + 1);
            try {
                commands.write(commit.getBytes(StandardCharsets.US_ASCII));
                commands.flush();
                last = answers.readLine();
                String done = answers.readLine();
                if (!"progress pushed".equals(done)) {
                    throw new AssertionError("git fast-import answered " + last + ", " + done);
                }
                return last;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws InterruptedException, IOException {
        over = true;
        thread.join();
        for (Stream each : streams) {
            each.commands.close();
            each.process.waitFor();
        }
    }
}
