package org.obsenv.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.obsenv.domain.Sha256;

/**
 * One sealed act as texts, whatever it says.
 *
 * @param fields every key but the seal, in the order they are written; the hash of the act before is one of them
 * @param seal the signature over {@link #canonical}, in Base64
 */
public record SealedFields(Map<String, String> fields, String seal) {
    /** The act's place, from 1. */
    public static final String NUMBER = "number";

    /** The hash of the act before; of the header in the first. */
    public static final String BEFORE = "before";

    public static final String SEAL = "seal";

    public SealedFields {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * What is sealed: the document's name and every field, with lengths, so that no two acts have the same bytes. The
     * order of the keys says nothing, so it is not sealed.
     */
    public static byte[] canonical(String document, Map<String, String> fields) {
        StringBuilder text = new StringBuilder("obsenv act 1\n");
        line(text, "document", document);
        new TreeMap<>(fields).forEach((key, value) -> line(text, key, value));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key.length()).append(' ').append(key).append(' ');
        text.append(value.length()).append(' ').append(value).append('\n');
    }

    /** The hash of a header, which the first act names. */
    public static String hashOf(String document, Map<String, String> header) {
        return Sha256.hex(canonical(document, header));
    }

    /** What the next act names: this one with its seal. */
    String hash(String document) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put(SEAL, seal);
        return Sha256.hex(canonical(document, all));
    }

    Optional<String> field(String key) {
        return Optional.ofNullable(fields.get(key));
    }
}
