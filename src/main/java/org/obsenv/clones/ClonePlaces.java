package org.obsenv.clones;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.obsenv.domain.PackageName;
import org.obsenv.git.JGitChangeReader;

/** Finds the repository of each clone in a directory, linked worktrees followed. */
public record ClonePlaces(Path directory) implements JGitChangeReader.Places {
    /** The clones in it, by name. */
    public SortedSet<PackageName> names() throws IOException {
        SortedSet<PackageName> found = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path each : entries) {
                String name = String.valueOf(each.getFileName());
                if (PackageName.isValid(name) && Files.exists(each.resolve(".git"))) {
                    found.add(new PackageName(name));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }

    @Override
    public Path gitDirectory(PackageName name) throws IOException {
        return CloneLayout.of(directory.resolve(name.text())).gitDirectory();
    }
}
