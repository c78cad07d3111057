package org.obsenv.layout;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageName;

/** What a generation's links say: the truth for whoever imports through them. */
public final class GenerationLinks {
    private GenerationLinks() {}

    /** Package → commit. A link of any other form than the layout's is an error that names it. */
    public static Map<PackageName, CommitId> read(LayoutPaths paths, GenerationId id) throws IOException {
        Map<PackageName, CommitId> linked = new HashMap<>();
        Path generation = paths.generation(id);
        int nameStart = generation.toString().length() + 1;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(generation)) {
            for (Path entry : entries) {
                add(linked, entry, entry.toString().substring(nameStart));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return linked;
    }

    private static void add(Map<PackageName, CommitId> linked, Path link, String name) throws IOException {
        String text;
        try {
            text = Files.readSymbolicLink(link).toString();
        } catch (NotLinkException e) {
            return; // the manifest and the set-up files stand beside the links
        }
        String before = LayoutPaths.CHECKOUTS + name + "/";
        String commit = text.startsWith(before) ? text.substring(before.length()) : "";
        if (!PackageName.isValid(name) || !CommitId.isFull(commit)) {
            throw new IOException("the link " + link + " leads to " + text + ", which is no checkout of " + name);
        }
        linked.put(new PackageName(name), new CommitId(commit));
    }
}
