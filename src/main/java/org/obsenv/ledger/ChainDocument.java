package org.obsenv.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;
import org.obsenv.yaml.YamlWriter;

/**
 * A document of sealed acts as YAML: its header's keys, then {@code acts}, a list that only ever grows at its end, so
 * that two states of it differ by lines that were added.
 */
public final class ChainDocument {
    /** What a document may weigh, in bytes. */
    public static final int LIMIT = StrictYaml.LARGE;

    private static final String ACTS = "acts";

    private ChainDocument() {}

    /**
     * A document that was read.
     *
     * @param entries the acts once more, for what they say
     */
    public record Read(Chain chain, List<Fields> entries) {}

    /** Reads the structure; whether acts are genuine is the chain's to say. */
    public static Read parse(String document, byte[] bytes) throws YamlProblem {
        Fields top = StrictYaml.mapping(document, bytes, LIMIT);
        Map<String, String> header = new LinkedHashMap<>();
        for (String key : top.keys()) {
            if (!key.equals(ACTS)) {
                header.put(key, top.text(key));
            }
        }
        top.require(ACTS, "a list of acts");
        List<SealedFields> acts = new ArrayList<>();
        for (Fields each : top.mappings(ACTS)) {
            acts.add(sealed(each));
        }
        return new Read(new Chain(document, header, acts), top.mappings(ACTS));
    }

    private static SealedFields sealed(Fields entry) throws YamlProblem {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String key : entry.keys()) {
            if (!key.equals(SealedFields.SEAL)) {
                fields.put(key, entry.text(key));
            }
        }
        return new SealedFields(fields, entry.text(SealedFields.SEAL));
    }

    public static byte[] write(Chain chain) {
        Map<String, Object> fields = new LinkedHashMap<>(chain.header());
        fields.put(
                ACTS,
                chain.acts().stream()
                        .map(act -> {
                            Map<String, Object> entry = new LinkedHashMap<>(act.fields());
                            entry.computeIfPresent(
                                    SealedFields.NUMBER, (key, text) -> Integer.valueOf(text.toString()));
                            entry.put(SealedFields.SEAL, act.seal());
                            return entry;
                        })
                        .toList());
        return YamlWriter.write(fields).getBytes(StandardCharsets.US_ASCII);
    }

    /** What one act says, or that it is nothing this program knows. */
    interface Reading<T> {
        T read(Fields entry) throws YamlProblem;
    }

    /** Every act, each of which must be understood. */
    static <T> List<T> all(Read read, Reading<T> reading) throws YamlProblem {
        List<T> acts = new ArrayList<>();
        for (Fields entry : read.entries()) {
            acts.add(reading.read(entry));
        }
        return acts;
    }

    /** The acts up to the {@code most}-th, or to the first that is not understood. */
    static <T> List<T> understood(Read read, int most, Reading<T> reading) {
        List<T> acts = new ArrayList<>();
        for (Fields entry : read.entries().subList(0, most)) {
            try {
                acts.add(reading.read(entry));
            } catch (YamlProblem e) {
                // Sealed by another version of this program: what it says is unknown, and so is what follows.
                return acts;
            }
        }
        return acts;
    }
}
