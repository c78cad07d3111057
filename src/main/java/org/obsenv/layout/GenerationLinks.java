package org.obsenv.layout;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageName;

/** What a generation's links say: the truth for whoever imports through them. */
public final class GenerationLinks {
    private GenerationLinks() {}

    /** Package → commit. A link of any other form than the layout's is an error that names it. */
    public static SortedMap<PackageName, CommitId> read(LayoutPaths paths, GenerationId id) throws IOException {
        SortedMap<PackageName, CommitId> linked = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(paths.generation(id))) {
            for (Path entry : entries) {
                add(linked, entry);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return linked;
    }

    private static void add(SortedMap<PackageName, CommitId> linked, Path link) throws IOException {
        String text;
        try {
            text = Files.readSymbolicLink(link).toString();
        } catch (NotLinkException e) {
            return; // the manifest and the set-up files stand beside the links
        }
        String name = String.valueOf(link.getFileName());
        String commit = text.substring(text.lastIndexOf('/') + 1);
        if (PackageName.isValid(name) && CommitId.isFull(commit)) {
            PackageName known = new PackageName(name);
            CommitId id = new CommitId(commit);
            if (text.equals(LayoutPaths.textOf(known, id))) {
                linked.put(known, id);
                return;
            }
        }
        throw new IOException("the link " + link + " leads to " + text + ", which is no checkout of " + name);
    }
}
