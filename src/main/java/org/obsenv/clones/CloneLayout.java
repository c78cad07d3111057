package org.obsenv.clones;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.obsenv.words.Words;

/**
 * Where a clone's parts are.
 *
 * @param gitDirectory where its {@code HEAD} and index are
 * @param commonDirectory where its refs and objects are; differs for a linked worktree
 */
record CloneLayout(Path workTree, Path gitDirectory, Path commonDirectory) {
    private static final String POINTER = "gitdir: ";
    // A pointer is one path; anything longer is no pointer.
    private static final int LONGEST = 8192;

    /** Finds the parts; follows a {@code .git} file as linked worktrees and submodules have it. */
    static CloneLayout of(Path workTree) throws IOException {
        Path dotGit = workTree.resolve(".git");
        if (Files.isDirectory(dotGit)) {
            return new CloneLayout(workTree, dotGit, common(dotGit));
        }
        if (!Files.isRegularFile(dotGit)) {
            throw new IOException(Words.of("reading").text("clone.none", "path", workTree));
        }
        String text = line(dotGit);
        if (!text.startsWith(POINTER)) {
            throw new IOException(Words.of("reading").text("clone.odd", "path", dotGit));
        }
        Path gitDirectory = resolve(workTree, text.substring(POINTER.length()), dotGit);
        return new CloneLayout(workTree, gitDirectory, common(gitDirectory));
    }

    private static Path common(Path gitDirectory) throws IOException {
        Path pointer = gitDirectory.resolve("commondir");
        return Files.isRegularFile(pointer) ? resolve(gitDirectory, line(pointer), pointer) : gitDirectory;
    }

    private static Path resolve(Path from, String text, Path said) throws IOException {
        try {
            return from.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw new IOException(Words.of("reading").text("clone.odd", "path", said), e);
        }
    }

    private static String line(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
        }
    }
}
