package org.obsenv.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.domain.signoff.Seen;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;
import org.obsenv.yaml.YamlWriter;

/**
 * What a person has seen of a store, in a file of her own. Only ever moves forward: an older revision of a document does
 * not take the place of a newer one. A file that cannot be used is as if nothing had been seen.
 */
public final class SeenFile implements Seen {
    private static final String DOCUMENTS = "documents";

    private final Path file;

    public SeenFile(Path file) {
        this.file = file;
    }

    @Override
    public synchronized Map<String, Revision> known() {
        try {
            Optional<byte[]> bytes = LedgerFiles.bytes(file);
            return bytes.isEmpty() ? Map.of() : parse(bytes.get());
        } catch (IOException | YamlProblem e) {
            return Map.of();
        }
    }

    private SortedMap<String, Revision> parse(byte[] bytes) throws YamlProblem {
        Fields documents =
                StrictYaml.mapping(file.toString(), bytes, StrictYaml.LARGE).mapping(DOCUMENTS);
        SortedMap<String, Revision> known = new TreeMap<>();
        for (String document : documents.keys()) {
            known.put(document, documents.value(document, "a number and a hash", IndexDocument::revision));
        }
        return known;
    }

    @Override
    public synchronized void remember(Map<String, Revision> newest) {
        Map<String, Revision> before = known();
        SortedMap<String, Revision> all = new TreeMap<>(before);
        newest.forEach((document, revision) ->
                all.merge(document, revision, (old, seen) -> seen.number() > old.number() ? seen : old));
        if (all.equals(before)) {
            return;
        }
        try {
            write(all);
        } catch (IOException e) {
            // A home without room, or none at all: it is then remembered another time.
        }
    }

    private void write(SortedMap<String, Revision> all) throws IOException {
        Map<String, Object> texts = new LinkedHashMap<>();
        all.forEach((document, revision) -> texts.put(document, revision.number() + " " + revision.hash()));
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            return;
        }
        Files.createDirectories(directory);
        Path next = Files.createTempFile(directory, "seen", ".new");
        try {
            Files.write(next, YamlWriter.write(Map.of(DOCUMENTS, texts)).getBytes(StandardCharsets.US_ASCII));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }
}
