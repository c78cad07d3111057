package org.obsenv.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What a deploy head must pass, besides a sound tree, before it becomes part of a generation. */
public sealed interface CheckRule {
    /** What is run where the site file says nothing. */
    CheckRule STANDARD =
            new Python(Path.of("/usr/bin/python3"), new Limits(Duration.ofSeconds(60), 1024L * 1024 * 1024));

    /** Nothing is run: {@code check: none}. */
    record Nothing() implements CheckRule {}

    /** Changed Python files compile, and the package's top modules import, in that interpreter. */
    record Python(Path interpreter, Limits limits) implements CheckRule {}

    /**
     * The site's own command for the package ends with 0.
     *
     * @param command program and arguments, started in the checkout
     * @param interpreter the site's, which the package is for
     */
    record Command(List<String> command, Path interpreter, Limits limits) implements CheckRule {
        public Command {
            command = List.copyOf(command);
        }
    }

    /**
     * What one run may use.
     *
     * @param time for all of it
     * @param memory address space of each of its processes, in bytes
     */
    record Limits(Duration time, long memory) {}
}
