package org.obsenv.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageName;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;
import org.obsenv.yaml.YamlWriter;

/** A manifest as a file: YAML whose last line is the digest of all bytes before it. */
public final class ManifestDocument {
    private static final String DIGEST = "digest: ";

    private ManifestDocument() {}

    /** Reads and proves a generation's manifest. */
    public static Manifest read(Path file) throws IOException, YamlProblem {
        return parse(file.toString(), Files.readAllBytes(file));
    }

    /** Parses a manifest; one whose digest does not fit is a complaint. */
    public static Manifest parse(String name, byte[] bytes) throws YamlProblem {
        int body = proveDigest(name, bytes);
        Fields top = StrictYaml.mapping(name, Arrays.copyOf(bytes, body), StrictYaml.LARGE);
        Manifest manifest = new Manifest(
                top.value("generation", Expected.GENERATION, GenerationId::parse),
                top.value("made", Expected.INSTANT, Expected::instant),
                top.text("why"),
                top.text("by"),
                top.optionalValue("parent", Expected.GENERATION, GenerationId::parse),
                top.optionalText("list"),
                packages(top.mapping("packages")),
                pins(top.optionalMapping("pins")));
        top.end();
        return manifest;
    }

    /** The bytes of a manifest, digest included. */
    public static byte[] write(Manifest manifest) {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("generation", manifest.generation().written());
        top.put("made", manifest.made().toString());
        top.put("why", manifest.why());
        top.put("by", manifest.by());
        manifest.parent().ifPresent(parent -> top.put("parent", parent.written()));
        manifest.list().ifPresent(list -> top.put("list", list));
        top.put("packages", texts(manifest.packages()));
        if (!manifest.pins().isEmpty()) {
            top.put("pins", texts(manifest.pins()));
        }
        byte[] body = YamlWriter.write(top).getBytes(StandardCharsets.US_ASCII);
        byte[] last = (DIGEST + Sha256.hex(body) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(body, body.length + last.length);
        System.arraycopy(last, 0, all, body.length, last.length);
        return all;
    }

    private static int proveDigest(String name, byte[] bytes) throws YamlProblem {
        int length = DIGEST.length() + Sha256.HEX_LENGTH + 1;
        int body = bytes.length - length;
        if (body > 0) {
            String last = new String(bytes, body, length, StandardCharsets.ISO_8859_1);
            String right = DIGEST + Sha256.hex(Arrays.copyOf(bytes, body)) + "\n";
            if (last.equals(right)) {
                return body;
            }
        }
        throw new YamlProblem(name, 0, "digest", "does not fit the document: it was changed or cut short");
    }

    private static SortedMap<PackageName, CommitId> packages(Fields fields) throws YamlProblem {
        SortedMap<PackageName, CommitId> packages = new TreeMap<>();
        for (String key : fields.keys()) {
            packages.put(Expected.packageName(fields, key), fields.value(key, Expected.COMMIT, Expected::commit));
        }
        return packages;
    }

    private static SortedMap<PackageName, String> pins(Optional<Fields> fields) throws YamlProblem {
        SortedMap<PackageName, String> pins = new TreeMap<>();
        if (fields.isPresent()) {
            for (String key : fields.get().keys()) {
                pins.put(Expected.packageName(fields.get(), key), fields.get().text(key));
            }
        }
        return pins;
    }

    private static Map<String, String> texts(Map<PackageName, ?> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(name.text(), value.toString()));
        return texts;
    }
}
