package org.obsenv.hostile.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Runs programs under a rule for what they do in one directory. */
public final class Tracer {
    /** A verb takes seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(90);

    /** Waits to be seized before it becomes the program; a shell stands between, so that only the tracer waits for it. */
    private static final String HELD = """
            output=$1
            shift
            exec 3<&0
            { read -r _ <&3; exec "$@" </dev/null >"$output" 2>&1 3<&-; } &
            echo $!
            wait $!
            """;

    private final Path watched;
    private final Path scratch;

    /** Asks rules about calls in {@code watched}; {@code scratch} takes output. */
    public Tracer(Path watched, Path scratch) {
        this.watched = watched;
        this.scratch = scratch;
    }

    /**
     * Runs the program to its end, and every program that it starts to theirs.
     *
     * @throws AssertionError when one of them has not ended within a minute and a half; all are killed then
     */
    public Traced run(List<String> command, Rule rule) {
        CompletableFuture<Traced> traced = new CompletableFuture<>();
        // A tracee belongs to the thread that seized it.
        Thread.ofPlatform().name("tracer").start(() -> {
            try {
                traced.complete(follow(command, rule));
            } catch (IOException | RuntimeException | Error e) {
                traced.completeExceptionally(e);
            }
        });
        try {
            return traced.join();
        } catch (CompletionException e) {
            throw new AssertionError(String.join(" ", command), e.getCause());
        }
    }

    private Traced follow(List<String> command, Rule rule) throws IOException {
        Path output = Files.createTempFile(scratch, "traced", ".out");
        List<String> held = new ArrayList<>(List.of("/bin/sh", "-c", HELD, "sh", output.toString()));
        held.addAll(command);
        Process shell = new ProcessBuilder(held)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = shell.inputReader(StandardCharsets.US_ASCII);
                Ptrace ptrace = new Ptrace()) {
            int process = Integer.parseInt(said.readLine());
            Follower follower = new Follower(ptrace, process, watched, rule);
            Thread watchdog = Thread.ofVirtual().start(() -> {
                if (sleeps(LIMIT)) {
                    follower.giveUp();
                }
            });
            ptrace.seize(process);
            shell.getOutputStream().write('\n');
            shell.getOutputStream().close();
            try {
                follower.follow();
            } finally {
                watchdog.interrupt();
            }
            Traced traced = follower.ended(Files.readString(output, StandardCharsets.UTF_8));
            Files.delete(output);
            return traced;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
    }

    private static boolean sleeps(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
