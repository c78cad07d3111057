package org.obsenv.helper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.GenerationProof;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Manifest;
import org.obsenv.layout.ManifestDocument;

/** Makes generations. Used only under the build lock. */
final class GenerationBuilder {
    private final Act act;

    GenerationBuilder(Act act) {
        this.act = act;
    }

    /**
     * Builds a generation of checkouts that are complete: made under another name, forced to disk, then named.
     *
     * @param list the base list's SHA-256 and its pins, for a base generation
     */
    GenerationId build(
            SortedMap<PackageName, CommitId> packages,
            Optional<GenerationId> parent,
            Optional<String> list,
            SortedMap<PackageName, String> pins)
            throws IOException {
        LayoutPaths paths = act.paths();
        GenerationId id = next();
        Manifest manifest = new Manifest(
                id,
                act.clock().instant(),
                act.request().verb().written(),
                act.caller().account(),
                parent,
                act.request().reason(),
                act.request().until(),
                list,
                packages,
                pins);
        Path next = Unique.beside(paths.generation(id));
        Durable.directory(next, "rwxr-xr-x");
        for (Map.Entry<PackageName, CommitId> each : packages.entrySet()) {
            Files.createSymbolicLink(
                    next.resolve(each.getKey().text()), Path.of(LayoutPaths.textOf(each.getKey(), each.getValue())));
        }
        for (Map.Entry<String, String> file :
                SetupFiles.of(paths, id, inSiteOrder(packages)).entrySet()) {
            Durable.create(next.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
        }
        WithEnvironment.ensure(paths);
        Durable.create(next.resolve("manifest.yaml"), ManifestDocument.write(manifest));
        Durable.forceDirectory(next);
        Durable.rename(next, paths.generation(id));
        if (GenerationProof.of(paths, id) instanceof GenerationProof.Damaged(String problem)) {
            throw new IOException("generation " + id + " is not whole after it was built: " + problem);
        }
        return id;
    }

    /** The site file's order: packages are set up in it, and later ones may need earlier ones. */
    private List<PackageName> inSiteOrder(Map<PackageName, CommitId> packages) {
        return act.site().packageNames().stream().filter(packages::containsKey).toList();
    }

    private GenerationId next() throws IOException {
        int newest = 0;
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(act.paths().generations())) {
            for (Path entry : entries) {
                newest = Math.max(
                        newest,
                        GenerationId.parse(String.valueOf(entry.getFileName()))
                                .map(GenerationId::number)
                                .orElse(0));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return new GenerationId(newest + 1);
    }
}
