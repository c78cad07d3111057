package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.fixture.Ran;

/** Root enters every directory, so what pushed code closes to its own account is removed by an account here. */
@Tag("root")
@Execution(ExecutionMode.CONCURRENT)
class TreeRemovalTest {
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", "--");

    @TempDir
    Path directory;

    @Test
    void directoriesThatNobodyMayEnterGoWithAllThatIsInThem() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path tree = directory.resolve("tree");
        Path kept = Files.writeString(directory.resolve("kept"), "kept");
        String closed = "mkdir -p \"$0/a/b/c\"; cd \"$0\"; echo x > a/b/c/file; ln -s ../../../kept a/b/link;"
                + " chmod 000 a/b/c a/b a";
        asNobody("/bin/sh", "-ec", closed, tree.toString());
        assertThat(tree.resolve("a/b/c/file")).exists();
        assertThat(Ran.of(nobody("ls", tree.resolve("a").toString())).exit()).isNotZero();

        asNobody(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RemovesTree.class.getName(),
                tree.toString());

        assertThat(tree).doesNotExist();
        assertThat(kept).hasContent("kept");
    }

    private static void asNobody(String... command) {
        Ran.of(nobody(command)).orFail(String.join(" ", command));
    }

    private static List<String> nobody(String... command) {
        return java.util.stream.Stream.concat(AS_NOBODY.stream(), List.of(command).stream())
                .toList();
    }
}
