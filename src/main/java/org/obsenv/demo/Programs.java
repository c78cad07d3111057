package org.obsenv.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs git and the verbs for the demo, in an environment that holds nothing of the user's. */
final class Programs {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "LC_ALL", "C.UTF-8",
            "PATH", "/usr/local/bin:/usr/bin:/bin",
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_CONFIG_GLOBAL", "/dev/null");

    private final Path directory;

    /** Programs run in this directory. */
    Programs(Path directory) {
        this.directory = directory;
    }

    String git(String... arguments) throws IOException {
        return git(new byte[0], arguments);
    }

    /** Git's output; anything but exit code 0 is an error that quotes what it said. */
    String git(byte[] input, String... arguments) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        return run(command, input);
    }

    String run(List<String> command, byte[] input) throws IOException {
        // Through files: a pipe that fills while nobody reads it would stop the program.
        Path in = Files.createTempFile(directory, "in", null);
        Path out = Files.createTempFile(directory, "out", null);
        try {
            Files.write(in, input);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(ENVIRONMENT);
            int exit = builder.start().waitFor();
            String said = Files.readString(out, StandardCharsets.UTF_8);
            if (exit != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + exit + ": " + said.strip());
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(in);
            Files.deleteIfExists(out);
        }
    }
}
