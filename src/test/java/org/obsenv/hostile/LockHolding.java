package org.obsenv.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.obsenv.fixture.Ran;

/** Another process that holds a lock: it can be stopped, and told to let go. */
public final class LockHolding implements AutoCloseable {
    private final Process process;

    private LockHolding(Process process) {
        this.process = process;
    }

    /** Starts it, as another account when a command such as setpriv stands before it, and returns once it holds. */
    public static LockHolding of(Path file, String... before) {
        List<String> command = new ArrayList<>(List.of(before));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HoldsLock.class.getName(),
                file.toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(process.getInputStream().readNBytes(5), StandardCharsets.UTF_8);
            if (!said.equals("held\n")) {
                throw new AssertionError("it said " + said);
            }
            return new LockHolding(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public LockHolding stop() {
        Ran.must("kill", "-STOP", Long.toString(process.pid()));
        return this;
    }

    public void letGo() {
        try {
            process.getOutputStream().close();
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its death. */
    public boolean diedWithin(long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
