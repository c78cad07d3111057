package org.obsenv.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Supplier;
import org.obsenv.clones.ClonesEnvironmentReader;
import org.obsenv.domain.EnvironmentReader;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Verdict;
import org.obsenv.git.BoundedReads;
import org.obsenv.git.CommitCache;

/**
 * Times readers inside one JVM and prints {@code name median-nanoseconds} a line.
 *
 * <p>{@code main DIRECTORY} expects what {@link RealisticClones} made. Beside them it times, in the same run and turn by
 * turn, the loop of git that people would type.
 */
public final class ReadingBench {
    private static final int PAIRS = 15;
    private static final int WARMING = 60;
    private static final int TICKS = 2000;

    private ReadingBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path directory = Path.of(args[0]).toAbsolutePath();
        try (EnvironmentReader reader = clones(directory, Duration.ZERO)) {
            for (int i = 0; i < WARMING; i++) {
                reader.refresh();
            }
            long[] full = new long[PAIRS];
            long[] anew = new long[PAIRS];
            long[] loop = new long[PAIRS];
            for (int i = 0; i < PAIRS; i++) {
                full[i] = time(reader::refresh);
                loop[i] = gitLoop(directory);
                anew[i] = time(reader::rescan);
            }
            print("clones-full", full);
            print("clones-anew", anew);
            print("git-loop", loop);
        }
        try (EnvironmentReader reader = clones(directory, Duration.ofHours(1))) {
            for (int i = 0; i < 20 * TICKS; i++) {
                reader.refresh();
            }
            long[] ticks = new long[TICKS];
            for (int i = 0; i < TICKS; i++) {
                ticks[i] = time(reader::refresh);
            }
            print("clones-tick", ticks);
        }
    }

    private static long time(Supplier<EnvironmentReading> look) {
        long start = System.nanoTime();
        EnvironmentReading reading = look.get();
        long took = System.nanoTime() - start;
        requireKnown(reading);
        return took;
    }

    /** A reading that failed would be quick. */
    private static void requireKnown(EnvironmentReading reading) {
        if (Verdict.of(reading) instanceof Verdict.Unknown) {
            throw new IllegalStateException("unknown packages: " + reading.problems() + reading.packages());
        }
    }

    private static EnvironmentReader clones(Path directory, Duration scanEvery) {
        return new ClonesEnvironmentReader(
                directory.resolve("clones"),
                directory.resolve("base_environment.yaml"),
                "deploy",
                scanEvery,
                new BoundedReads(Duration.ofSeconds(30), Runtime.getRuntime().availableProcessors()),
                new CommitCache(),
                InstantSource.system());
    }

    private static long gitLoop(Path directory) throws IOException, InterruptedException {
        String script = "for p in clones/*; do git -C $p rev-parse HEAD;"
                + " git -C $p rev-list --left-right --count HEAD...HEAD~9; git -C $p status --porcelain; done";
        long start = System.nanoTime();
        Process process = new ProcessBuilder("sh", "-c", script)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("the loop of git failed");
        }
        return System.nanoTime() - start;
    }

    private static void print(String name, long[] times) {
        Arrays.sort(times);
        System.out.println(name + " " + times[times.length / 2]);
    }
}
