package org.obsenv.clones;

import java.io.IOException;
import java.nio.file.Path;
import org.obsenv.domain.PackageName;
import org.obsenv.git.JGitChangeReader;

/** Finds the repository of each clone in a directory, linked worktrees followed. */
public record ClonePlaces(Path directory) implements JGitChangeReader.Places {
    @Override
    public Path gitDirectory(PackageName name) throws IOException {
        return CloneLayout.of(directory.resolve(name.text())).gitDirectory();
    }
}
