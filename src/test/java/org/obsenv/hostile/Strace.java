package org.obsenv.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.obsenv.fixture.HelperCommand;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Verb;

/** Runs a verb's process under strace, to see what it does: its threads, and the programs it starts when asked to. */
final class Strace {
    private final TestEnvironment environment;
    private final Path directory;
    private final boolean children;

    private Strace(TestEnvironment environment, Path directory, boolean children) {
        this.environment = environment;
        this.directory = directory;
        this.children = children;
    }

    /** Of the verb's own process; {@code directory} takes logs. */
    static Strace ofVerb(TestEnvironment environment, Path directory) {
        return new Strace(environment, directory, false);
    }

    /** Of the verb's process and of every program it runs. */
    static Strace withChildren(TestEnvironment environment, Path directory) {
        return new Strace(environment, directory, true);
    }

    /** How a traced verb ended, what it printed and the calls it made. */
    record Traced(int exit, String output, List<SystemCall> calls) {}

    Traced run(Verb verb) {
        try {
            Path log = Files.createTempFile(directory, "strace", ".log");
            Path output = Files.createTempFile(directory, "verb", ".out");
            Process process = new ProcessBuilder(command(verb, log))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                throw new AssertionError(verb + " did not end: " + Files.readString(output));
            }
            Traced traced = new Traced(process.exitValue(), Files.readString(output), SystemCallLog.read(log));
            Files.delete(log);
            Files.delete(output);
            return traced;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private List<String> command(Verb verb, Path log) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/strace", "-f", "-y", "-o", log.toString()));
        if (!children) {
            command.addAll(List.of("-b", "execve"));
        }
        command.addAll(List.of("-e", "trace=" + String.join(",", new TreeSet<>(SystemCall.WRITING))));
        command.addAll(HelperCommand.of(verb, environment.siteFile()));
        return command;
    }
}
