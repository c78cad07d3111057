package org.obsenv.hostile;

import java.nio.file.Files;
import java.nio.file.Path;
import org.obsenv.fixture.Ran;

/** A copy of a directory, to begin again from the same state. */
record Snapshot(Path directory, Path copy) {
    /** A directory that is not there is remembered as such. */
    static Snapshot take(Path directory, Path copy) {
        copy(directory, copy);
        return new Snapshot(directory, copy);
    }

    void restore() {
        Ran.must("rm", "-rf", directory.toString());
        copy(copy, directory);
    }

    private static void copy(Path from, Path to) {
        if (Files.exists(from)) {
            Ran.must("cp", "-a", from.toString(), to.toString());
        }
    }
}
