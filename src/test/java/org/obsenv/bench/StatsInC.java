package org.obsenv.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The same stats as a quiet look at plain clones makes, in C: what the system itself costs. */
final class StatsInC {
    private static final String PROGRAM = """
            #include <stdio.h>
            #include <stdlib.h>
            #include <sys/stat.h>
            #include <time.h>

            int main(int count, char **words) {
                struct stat status;
                struct timespec begin, end;
                long rounds = atol(words[1]), found = 0;
                clock_gettime(CLOCK_MONOTONIC, &begin);
                for (long i = 0; i < rounds; i++)
                    for (int word = 2; word < count; word++)
                        found += stat(words[word], &status) == 0;
                clock_gettime(CLOCK_MONOTONIC, &end);
                printf("%ld %ld\\n", (end.tv_sec - begin.tv_sec) * 1000000000L + end.tv_nsec - begin.tv_nsec, found);
                return 0;
            }
            """;

    private final Path program;
    private final List<String> files;

    /** Compiles the program in that directory; {@code clones} are the clones it looks at, pinned by the tag pin. */
    StatsInC(Path directory, Path clones, List<String> packages, Path list) {
        this.program = directory.resolve("stats");
        this.files = new ArrayList<>(List.of(clones.toString(), list.toString()));
        for (String name : packages) {
            for (String file : List.of(
                    "HEAD", "packed-refs", "refs/heads/deploy", "refs/remotes/origin/deploy", "refs/tags/pin")) {
                files.add(clones.resolve(name).resolve(".git").resolve(file).toString());
            }
        }
        try {
            Path source = Files.writeString(directory.resolve("stats.c"), PROGRAM);
            Shell.run("cc", "-O2", "-o", program.toString(), source.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nanoseconds for one look. */
    long perLook(int looks) {
        List<String> command = new ArrayList<>(List.of(program.toString(), Integer.toString(looks)));
        command.addAll(files);
        String said = Shell.output(command);
        return Long.parseLong(said.substring(0, said.indexOf(' '))) / looks;
    }
}
