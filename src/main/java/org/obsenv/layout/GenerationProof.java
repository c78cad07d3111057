package org.obsenv.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageName;
import org.obsenv.words.IoWords;
import org.obsenv.yaml.YamlProblem;

/**
 * Whether a generation is whole: its manifest's digest fits, every link equals the manifest's commit, and every
 * checkout bears its completion marker. Two calls of the system a package; file contents are not read.
 */
public sealed interface GenerationProof {
    /** What it holds, as its links say and its manifest confirms. */
    record Whole(ManifestHeader header, SortedMap<PackageName, CommitId> packages) implements GenerationProof {}

    record Damaged(String problem) implements GenerationProof {}

    static GenerationProof of(LayoutPaths paths, GenerationId id) {
        try {
            // First: a roll back reads the base list beside this, and meanwhile that wakes Java's digests for both.
            SortedMap<PackageName, CommitId> linked = new TreeMap<>(GenerationLinks.read(paths, id));
            ManifestHeader header = ManifestDocument.readHeader(paths.manifest(id));
            if (!header.generation().equals(id)) {
                return new Damaged("its manifest is that of generation " + header.generation());
            }
            if (!ManifestDocument.choice(linked).equals(header.choice())) {
                return new Damaged(difference(linked, ManifestDocument.read(paths.manifest(id))));
            }
            return unfinished(paths, linked)
                    .<GenerationProof>map(Damaged::new)
                    .orElseGet(() -> new Whole(header, linked));
        } catch (YamlProblem e) {
            return new Damaged(e.told());
        } catch (IOException e) {
            return new Damaged(IoWords.of(e));
        }
    }

    private static String difference(SortedMap<PackageName, CommitId> linked, Manifest manifest) {
        for (Map.Entry<PackageName, CommitId> each : manifest.packages().entrySet()) {
            if (!each.getValue().equals(linked.get(each.getKey()))) {
                return "its link of " + each.getKey() + " does not name "
                        + each.getValue().abbreviated();
            }
        }
        return "it holds packages that its manifest does not name";
    }

    private static Optional<String> unfinished(LayoutPaths paths, SortedMap<PackageName, CommitId> linked) {
        Path checkouts = paths.checkouts();
        for (Map.Entry<PackageName, CommitId> each : linked.entrySet()) {
            if (!isFinished(checkouts, each.getKey(), each.getValue())) {
                return Optional.of("the checkout of " + each.getKey() + " at "
                        + each.getValue().abbreviated() + " is not complete");
            }
        }
        return Optional.empty();
    }

    /** One look for both: the way to the marker goes through the checkout, which must be a directory for that. */
    private static boolean isFinished(Path checkouts, PackageName name, CommitId commit) {
        return Files.isRegularFile(
                checkouts.resolve(LayoutPaths.markerThrough(name, commit)), LinkOption.NOFOLLOW_LINKS);
    }
}
