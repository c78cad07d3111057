package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableTest {
    private static final int ROUNDS = 300;
    private static final int BEGINNERS = 4;

    @TempDir
    Path directory;

    /** Two first runs of a verb: who comes second must not fail because the first was there. */
    @Test
    void severalMakeTheSameDirectoryAtOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(BEGINNERS);
        try (ExecutorService threads = Executors.newFixedThreadPool(BEGINNERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < BEGINNERS; i++) {
                all.add(threads.submit(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        // Bounded: where one failed, the others must not wait for it.
                        together.await(10, TimeUnit.SECONDS);
                        Durable.directory(directory.resolve("store-" + round), "rwx------");
                    }
                    return true;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertThat(directory.resolve("store-" + (ROUNDS - 1))).isDirectory();
    }

    @Test
    void aFileInItsPlaceIsAnError() throws Exception {
        Path file = Files.createFile(directory.resolve("store"));
        assertThatThrownBy(() -> Durable.directory(file, "rwx------")).isInstanceOf(FileAlreadyExistsException.class);
    }
}
