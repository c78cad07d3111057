package org.obsenv.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;

/** Follows a package's stable path to its end, as an importing process does: the disk's own word for what runs. */
final class RunningPath {
    private final LayoutPaths paths;
    private final Words words = Words.of("reading");

    RunningPath(LayoutPaths paths) {
        this.paths = paths;
    }

    /** The commit of the complete checkout that the stable path leads to. */
    Known<CommitId> commit(PackageName name) {
        Path stable = paths.stable(name);
        try {
            Path end = stable.toRealPath();
            String last = end.getFileName().toString();
            Path parent = paths.checkouts(name).toRealPath();
            if (!CommitId.isFull(last) || !parent.equals(end.getParent())) {
                return Known.unknown(words.text("running.elsewhere", "path", stable, "end", end));
            }
            CommitId commit = new CommitId(last);
            return Files.isRegularFile(paths.marker(name, commit))
                    ? Known.of(commit)
                    : Known.unknown(words.text("running.incomplete", "commit", commit.abbreviated()));
        } catch (NoSuchFileException e) {
            return Known.unknown(words.text("running.nowhere", "path", stable));
        } catch (IOException e) {
            return Known.unknown(IoWords.of(e));
        }
    }
}
