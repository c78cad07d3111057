package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.layout.LayoutPaths;

/** What the account could read is out of sight of a check, as far as that does not need it. */
class OutOfSightTest {
    @TempDir
    Path directory;

    private LayoutPaths paths;
    private Path home;

    @BeforeEach
    void makeHome() throws Exception {
        directory = directory.toRealPath();
        paths = new LayoutPaths(Files.createDirectory(directory.resolve("env")));
        home = Files.createDirectory(directory.resolve("home"));
        Files.createDirectory(home.resolve(".ssh"));
    }

    @Test
    void theLocksTheHomeAndWhereSocketsAreCannotBeSeen() {
        assertThat(OutOfSight.of(paths, List.of("/usr/bin/python3"), home))
                .contains(paths.locks(), home, Path.of("/run"), Path.of("/root"))
                .doesNotContain(directory);
    }

    @Test
    void aHomeWithTheInterpreterKeepsItAndNotItsKeys() throws Exception {
        Path interpreter = Files.createFile(home.resolve("python"));
        Path link = Files.createSymbolicLink(directory.resolve("python3"), interpreter);
        for (Path each : List.of(interpreter, link)) {
            assertThat(OutOfSight.of(paths, List.of(each.toString()), home))
                    .contains(home.resolve(".ssh"))
                    .doesNotContain(home);
        }
    }

    @Test
    void anEnvironmentBelowAHomeStaysInSight() {
        assertThat(OutOfSight.of(paths, List.of(), directory)).doesNotContain(directory);
    }

    @Test
    void aHomeThatIsALinkIsHiddenWhereItIs() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), home);
        assertThat(OutOfSight.of(paths, List.of(), link)).contains(home).doesNotContain(link);
    }
}
