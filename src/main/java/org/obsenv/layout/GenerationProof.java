package org.obsenv.layout;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageName;
import org.obsenv.words.IoWords;
import org.obsenv.yaml.YamlProblem;

/**
 * Whether a generation is whole: its manifest's digest fits, every link equals the manifest's commit, and every
 * checkout bears its completion marker. A few stats a package; file contents are not read.
 */
public sealed interface GenerationProof {
    record Whole(Manifest manifest) implements GenerationProof {}

    record Damaged(String problem) implements GenerationProof {}

    static GenerationProof of(LayoutPaths paths, GenerationId id) {
        try {
            Manifest manifest = ManifestDocument.read(paths.manifest(id));
            if (!manifest.generation().equals(id)) {
                return new Damaged("its manifest is that of generation " + manifest.generation());
            }
            Optional<String> problem = problem(paths, id, manifest);
            return problem.isPresent() ? new Damaged(problem.get()) : new Whole(manifest);
        } catch (YamlProblem e) {
            return new Damaged(e.told());
        } catch (IOException e) {
            return new Damaged(IoWords.of(e));
        }
    }

    private static Optional<String> problem(LayoutPaths paths, GenerationId id, Manifest manifest) throws IOException {
        Path directory = paths.generation(id);
        Set<String> unexpected = links(directory);
        for (var each : manifest.packages().entrySet()) {
            PackageName name = each.getKey();
            CommitId commit = each.getValue();
            unexpected.remove(name.text());
            Optional<String> text = Links.text(directory.resolve(name.text()));
            if (!text.equals(Optional.of(LayoutPaths.textOf(name, commit)))) {
                return Optional.of("its link of " + name + " does not name " + commit.abbreviated());
            }
            if (!Files.isRegularFile(paths.marker(name, commit), LinkOption.NOFOLLOW_LINKS)
                    || !Files.isDirectory(paths.checkout(name, commit), LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of("the checkout of " + name + " at " + commit.abbreviated() + " is not complete");
            }
        }
        return unexpected.stream().findFirst().map(name -> "it holds " + name + ", which its manifest does not name");
    }

    private static Set<String> links(Path directory) throws IOException {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, Files::isSymbolicLink)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }
}
