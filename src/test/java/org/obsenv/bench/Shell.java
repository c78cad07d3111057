package org.obsenv.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs programs and tells how long they took. */
final class Shell {
    private Shell() {}

    /** Nanoseconds from start to end; any other exit code than those allowed is an error that quotes the output. */
    static long time(List<Integer> allowed, String... command) {
        return time(allowed, new byte[0], List.of(command));
    }

    static long time(List<Integer> allowed, byte[] input, List<String> command) {
        try {
            Path in = Files.createTempFile("bench", "in");
            Path out = Files.createTempFile("bench", "out");
            Files.write(in, input);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectErrorStream(true);
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            long began = System.nanoTime();
            int exit = builder.start().waitFor();
            long took = System.nanoTime() - began;
            if (!allowed.contains(exit)) {
                throw new IllegalStateException(command + " ended with " + exit + ": " + Files.readString(out));
            }
            Files.delete(in);
            Files.delete(out);
            return took;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void run(String... command) {
        time(List.of(0), command);
    }

    /** What a program printed; it must end well. */
    static String output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed: " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void run(byte[] input, String... command) {
        time(List.of(0), input, List.of(command));
    }
}
