package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.GenerationLinks;
import org.obsenv.layout.LayoutPaths;

/**
 * Removes what building verbs that died left behind. Used only under the build lock and after {@link Orphans} were
 * ended, so nobody else is writing here.
 */
final class Leftovers {
    private final LayoutPaths paths;

    Leftovers(LayoutPaths paths) {
        this.paths = paths;
    }

    void sweep() throws IOException {
        Path checkouts = paths.checkouts();
        Path repositories = paths.inner().resolve("repositories");
        Path programs = Durable.parent(paths.withEnvironment());
        for (Path directory : List.of(paths.root(), paths.generations(), repositories, programs, paths.lists())) {
            sweepUnfinished(directory);
        }
        sweepWritten();
        OldClones.sweep(paths);
        for (Path repository : children(repositories)) {
            sweepRepository(repository);
        }
        for (Path each : children(checkouts)) {
            sweepUnfinished(each);
            sweepCheckouts(new PackageName(String.valueOf(each.getFileName())));
        }
    }

    /**
     * Where verbs write that hold no build lock but that of the switch: what looks unfinished may be in the making. When
     * one of them is at work, the next build sweeps.
     */
    private void sweepWritten() throws IOException {
        for (Path directory : List.of(paths.inner(), paths.marks())) {
            if (children(directory).stream().noneMatch(Unique::isUnfinished)) {
                continue;
            }
            Optional<LockFile> lock = LockFile.takeIfFree(paths.locks().resolve("switch"));
            if (lock.isPresent()) {
                try (LockFile held = lock.get()) {
                    sweepUnfinished(directory);
                }
            }
        }
    }

    private static void sweepUnfinished(Path directory) throws IOException {
        for (Path each : children(directory)) {
            if (Unique.isUnfinished(each)) {
                TreeRemoval.remove(each);
            }
        }
    }

    /** An export without its marker was cut short. One that a generation names is damage, and not ours to remove. */
    private void sweepCheckouts(PackageName name) throws IOException {
        Path records = paths.repository(name).resolve("worktrees");
        Set<String> begun = new HashSet<>();
        children(paths.checkouts(name)).forEach(each -> begun.add(String.valueOf(each.getFileName())));
        children(records).forEach(each -> begun.add(String.valueOf(each.getFileName())));
        for (String each : begun) {
            Optional<CommitId> commit = CommitId.isFull(each) ? Optional.of(new CommitId(each)) : Optional.empty();
            if (commit.isPresent()
                    && !Files.exists(paths.marker(name, commit.get()), LinkOption.NOFOLLOW_LINKS)
                    && !isNamed(paths, name, commit.get())) {
                TreeRemoval.remove(paths.checkout(name, commit.get()));
                TreeRemoval.remove(records.resolve(each));
            }
        }
    }

    /** Whether a generation holds that commit; one that cannot be read is taken to hold it. */
    static boolean isNamed(LayoutPaths paths, PackageName name, CommitId commit) throws IOException {
        for (Path each : children(paths.generations())) {
            Optional<GenerationId> id = GenerationId.parse(String.valueOf(each.getFileName()));
            try {
                if (id.isPresent()
                        && commit.equals(GenerationLinks.read(paths, id.get()).get(name))) {
                    return true;
                }
            } catch (IOException e) {
                return true;
            }
        }
        return false;
    }

    /** git's own: a lock that outlived its process would stop every later fetch. */
    private static void sweepRepository(Path repository) throws IOException {
        Files.walkFileTree(repository, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = String.valueOf(file.getFileName());
                boolean unfinished = name.startsWith("tmp_") || name.startsWith(".tmp-");
                if (name.endsWith(".lock") || (unfinished && file.startsWith(repository.resolve("objects")))) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static List<Path> children(Path directory) throws IOException {
        List<Path> children = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                entries.forEach(children::add);
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
        return children;
    }
}
