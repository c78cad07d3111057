package org.obsenv.helper;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a program in an environment of exactly what is named, with bounds on its time and output. */
final class ProgramRun {
    private static final int MOST_OUTPUT = 64 * 1024 * 1024;
    private static final int MOST_COMPLAINT = 16 * 1024;

    /**
     * How long an output may stay open when its program has ended, and never longer than the program itself had:
     * whatever it had started may hold its output, too.
     */
    private static final Duration PARTING = Duration.ofSeconds(10);

    private ProgramRun() {}

    /** How it ended: its exit code, all it printed, and what it complained of. */
    static final class Ended {
        private final int exit;
        private final byte[] output;
        private final String complaint;

        private Ended(int exit, byte[] output, String complaint) {
            this.exit = exit;
            this.output = output;
            this.complaint = complaint;
        }

        int exit() {
            return exit;
        }

        byte[] output() {
            return output;
        }

        String complaint() {
            return complaint;
        }

        String text() {
            return new String(output, StandardCharsets.UTF_8).trim();
        }
    }

    /** It took longer than it may, and was ended. */
    static final class LateException extends IOException {
        private static final long serialVersionUID = 1L;

        private LateException(String message) {
            super(message);
        }
    }

    /** It printed more than anybody would read. */
    static final class TooMuchOutput extends IOException {
        private static final long serialVersionUID = 1;

        TooMuchOutput(String message) {
            super(message);
        }
    }

    /** @throws IOException when it cannot be started, takes longer than the limit or prints too much */
    static Ended run(List<String> command, Path directory, Map<String, String> environment, Duration limit)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(boundToThis(command)).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(Orphans.mark());
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        Process process = builder.start();
        try {
            CompletableFuture<byte[]> output = collect(process.getInputStream(), MOST_OUTPUT, true);
            CompletableFuture<byte[]> complaint = collect(process.getErrorStream(), MOST_COMPLAINT, false);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LateException(command.getFirst() + " did not end within " + limit.toSeconds() + " s");
            }
            long parting = Math.min(PARTING.toMillis(), limit.toMillis());
            return new Ended(
                    process.exitValue(),
                    output.get(parting, TimeUnit.MILLISECONDS),
                    new String(complaint.get(parting, TimeUnit.MILLISECONDS), StandardCharsets.UTF_8).trim());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.getFirst() + " ran", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TooMuchOutput much) {
                throw much;
            }
            throw new IOException("the output of " + command.getFirst() + " cannot be read", e);
        } catch (TimeoutException e) {
            throw new IOException(command.getFirst() + " ended, but something that it started did not", e);
        } finally {
            end(process);
        }
    }

    /**
     * Kills it and all that it started, and waits until they are gone: what is removed or read next must not change any
     * more. One that the kernel does not let die in that time is left to the next build ({@link Orphans}).
     */
    private static void end(Process process) throws IOException {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        if (all.size() == 1 && !process.isAlive()) {
            return;
        }
        CompletableFuture<?>[] ends = all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(PARTING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            for (ProcessHandle each : all) {
                if (Orphans.isAlive(each.pid())) {
                    throw new IOException("process " + each.pid() + " was killed and does not end", e);
                }
            }
        }
    }

    // A verb may be killed at any time. A program that outlived it would go on writing while the next verb, to which
    // the kernel gave the lock, writes in the same place. The death of the thread that started it counts, too: that
    // one waits here for the program's end. What the program started in turn is ended by the next build (Orphans).
    private static List<String> boundToThis(List<String> command) {
        List<String> bound = new ArrayList<>(List.of("/usr/bin/setpriv", "--pdeathsig", "KILL", "--"));
        bound.addAll(command);
        return bound;
    }

    private static CompletableFuture<byte[]> collect(InputStream stream, int most, boolean whole) {
        CompletableFuture<byte[]> all = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("program output").start(() -> {
            try (stream) {
                ByteArrayOutputStream kept = new ByteArrayOutputStream();
                byte[] buffer = new byte[8192];
                for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                    kept.write(buffer, 0, Math.min(n, most - kept.size()));
                    if (kept.size() == most && whole) {
                        throw new TooMuchOutput("it printed more than " + most + " bytes");
                    }
                }
                all.complete(kept.toByteArray());
            } catch (IOException e) {
                all.completeExceptionally(e);
            }
        });
        return all;
    }
}
