package org.obsenv.environment;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Known;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Manifest;
import org.obsenv.layout.ManifestDocument;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/** The manifests of generations, each read once: they are immutable. One thread at a time. */
final class Manifests {
    /** So many are enough for what the three links name. */
    static final int OF_LINKS = 8;

    private final LayoutPaths paths;
    private final int kept;
    private final Words words = Words.of("reading");
    private final Map<GenerationId, Manifest> read = new LinkedHashMap<>();

    /** @param kept how many are remembered */
    Manifests(LayoutPaths paths, int kept) {
        this.paths = paths;
        this.kept = kept;
    }

    Known<Manifest> of(GenerationId id) {
        Optional<Manifest> known = Optional.ofNullable(read.get(id));
        if (known.isPresent()) {
            return Known.of(known.get());
        }
        try {
            Manifest manifest = ManifestDocument.read(paths.manifest(id));
            if (!manifest.generation().equals(id)) {
                return Known.unknown(words.text("manifest.of-another", "id", id, "other", manifest.generation()));
            }
            if (read.size() >= kept) {
                read.clear();
            }
            read.put(id, manifest);
            return Known.of(manifest);
        } catch (YamlProblem e) {
            return Known.unknown(e.told());
        } catch (IOException e) {
            return Known.unknown(words.text("manifest.unreadable", "id", id, "problem", IoWords.of(e)));
        }
    }

    /** Reads everything anew from now on. */
    void forget() {
        read.clear();
    }
}
