package org.obsenv.ledger;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;
import org.obsenv.yaml.YamlWriter;

/**
 * What the writer last knew of every document, sealed. A document never has fewer acts than are known here: where it
 * has, an older copy of it was put back.
 */
public final class IndexDocument {
    /** Its path in the store. */
    public static final String NAME = "index.yaml";

    private static final String DOCUMENTS = "documents";

    private IndexDocument() {}

    /** A name, how many acts, and the hash of the newest. */
    private static Map<String, String> texts(SortedMap<String, Revision> known) {
        Map<String, String> texts = new LinkedHashMap<>();
        known.forEach((document, revision) -> texts.put(document, revision.number() + " " + revision.hash()));
        return texts;
    }

    /** What is sealed. */
    public static byte[] canonical(SortedMap<String, Revision> known) {
        return SealedFields.canonical(NAME, texts(known));
    }

    public static byte[] write(SortedMap<String, Revision> known, String seal) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(DOCUMENTS, texts(known));
        fields.put(SealedFields.SEAL, seal);
        return YamlWriter.write(fields).getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads it; empty when it is not as it was sealed. */
    public static Optional<SortedMap<String, Revision>> parse(byte[] bytes, SealKey key) throws YamlProblem {
        Fields fields = StrictYaml.mapping(NAME, bytes, StrictYaml.LARGE);
        SortedMap<String, Revision> known = new TreeMap<>();
        Fields documents = fields.mapping(DOCUMENTS);
        for (String document : documents.keys()) {
            known.put(document, documents.value(document, "a number and a hash", IndexDocument::revision));
        }
        String seal = fields.text(SealedFields.SEAL);
        fields.end();
        return Optional.of(known).filter(each -> key.verifies(canonical(each), seal));
    }

    /** Whether it is an index without any document, whoever sealed it. */
    public static boolean knowsNothing(byte[] bytes) {
        try {
            return StrictYaml.mapping(NAME, bytes, StrictYaml.LARGE)
                    .mapping(DOCUMENTS)
                    .keys()
                    .isEmpty();
        } catch (YamlProblem e) {
            return false;
        }
    }

    static Optional<Revision> revision(String text) {
        String[] parts = text.split(" ", -1);
        return parts.length == 2 && parts[0].matches("[0-9]{1,9}") && Revision.isHash(parts[1])
                ? Optional.of(new Revision(Integer.parseInt(parts[0]), parts[1]))
                : Optional.empty();
    }
}
