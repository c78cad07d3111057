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

/** A program that runs under strace beside the test. Ended, with what it started, when closed. */
final class Launched implements AutoCloseable {
    private final Process strace;
    private final Path log;
    private final Path output;

    private Launched(Process strace, Path log, Path output) {
        this.strace = strace;
        this.log = log;
        this.output = output;
    }

    static Launched of(Switcher.Start start, Path directory, String... options) {
        try {
            Path log = Files.createTempFile(directory, "strace", ".log");
            Path output = Files.createTempFile(directory, "verb", ".out");
            Path input = Files.createTempFile(directory, "verb", ".in");
            Files.writeString(input, start.input());
            List<String> command =
                    new ArrayList<>(List.of("/usr/bin/strace", "-f", "-y", "-b", "execve", "-o", log.toString()));
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
        return awaitLogged("--- stopped by SIGSTOP ---");
    }

    /** Sends SIGCONT, and waits for the end. */
    int wake() {
        strace.children().forEach(each -> signal("-CONT", each.pid()));
        return exit();
    }

    int exit() {
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

    String output() {
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
