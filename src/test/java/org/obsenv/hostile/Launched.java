package org.obsenv.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A program that runs under strace beside the test. Ended, with what it started, when closed. */
public final class Launched implements AutoCloseable {
    /** An option: strace wakes for the calls that are traced, and for no others. */
    public static final String ONLY_THOSE_CALLS = "--seccomp-bpf";

    private static final String STOPPED = "--- stopped by SIGSTOP ---";

    private final Process strace;
    private final Path log;
    private final Path output;

    private Launched(Process strace, Path log, Path output) {
        this.strace = strace;
        this.log = log;
        this.output = output;
    }

    /** Starts it; of options that contradict each other strace takes the last. */
    public static Launched of(Switcher.Start start, Path directory, String... options) {
        try {
            Path log = Files.createTempFile(directory, "strace", ".log");
            Path output = Files.createTempFile(directory, "verb", ".out");
            Path input = Files.createTempFile(directory, "verb", ".in");
            Files.writeString(input, start.input());
            List<String> command = new ArrayList<>(List.of("/usr/bin/strace", "-f", "-y", "-o", log.toString()));
            // The one is fast, the other lets programs that it starts go; strace cannot do both.
            command.addAll(List.of(options).contains(ONLY_THOSE_CALLS) ? List.of() : List.of("-b", "execve"));
            command.addAll(List.of("-e", "trace=" + String.join(",", new TreeSet<>(SystemCall.WRITING))));
            command.addAll(List.of(options));
            command.addAll(start.command());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(input.toFile())
                    .start();
            return new Launched(process, log, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the log holds the text. */
    Launched awaitLogged(String text) {
        Awaitility.await(text)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> log().contains(text));
        return this;
    }

    Launched awaitStopped() {
        return awaitLogged(STOPPED);
    }

    /** Waits until it was stopped, which is true, or ended without. */
    public boolean stopsBeforeItEnds() {
        Awaitility.await("stopped or ended")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !strace.isAlive() || log().contains(STOPPED));
        return log().contains(STOPPED);
    }

    /** How often it was stopped so far. */
    public int stops() {
        return log().split(STOPPED, -1).length - 1;
    }

    /** Waits a moment for one more stop than those; false when there is none yet, or it ended. */
    public boolean stopsAgain(int seen) {
        try {
            Awaitility.await("stopped again")
                    .atMost(Duration.ofMillis(500))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !strace.isAlive() || stops() > seen);
        } catch (ConditionTimeoutException e) {
            return false;
        }
        return strace.isAlive() && stops() > seen;
    }

    public boolean isAlive() {
        return strace.isAlive();
    }

    /** Tells it to end, stopped or not, and waits until it has; its exit code, or more than 128 by a signal. */
    public int terminate() {
        strace.children().forEach(each -> signal("-TERM", each.pid()));
        int[] seen = {stops()};
        letGoOn();
        // On its way out it may be stopped once more, and nobody else would let it go on.
        Awaitility.await("ended").atMost(Duration.ofSeconds(60)).until(() -> {
            if (stops() > seen[0]) {
                seen[0] = stops();
                letGoOn();
            }
            return !strace.isAlive();
        });
        return exit();
    }

    /** Sends SIGCONT, and waits for the end. */
    int wake() {
        letGoOn();
        return exit();
    }

    /** Sends SIGCONT. */
    public void letGoOn() {
        strace.children().forEach(each -> signal("-CONT", each.pid()));
    }

    /** Waits for its end: its exit code, or more than 128 by a signal. */
    public int exit() {
        try {
            if (!strace.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("it did not end: " + log() + output());
            }
            return strace.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What it has printed. */
    public String output() {
        return read(output);
    }

    String log() {
        return read(log);
    }

    List<SystemCall> calls() {
        try {
            return SystemCallLog.read(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void signal(String signal, long pid) {
        try {
            // Fails when it is dead already, as a killed holder is.
            new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        strace.children().forEach(ProcessHandle::destroyForcibly);
        strace.destroyForcibly();
    }
}
