package org.obsenv.hostile;

import java.nio.file.Path;
import java.util.List;
import org.obsenv.fixture.Git;

/** A copy of a directory, to begin again from the same state. */
record Snapshot(Path directory, Path copy) {
    static Snapshot take(Path directory, Path copy) {
        Git.run(Path.of("/"), List.of("cp", "-a", directory.toString(), copy.toString()));
        return new Snapshot(directory, copy);
    }

    void restore() {
        Git.run(Path.of("/"), List.of("rm", "-rf", directory.toString()));
        Git.run(Path.of("/"), List.of("cp", "-a", copy.toString(), directory.toString()));
    }
}
