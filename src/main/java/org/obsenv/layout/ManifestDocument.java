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
import org.obsenv.domain.Sha256;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;
import org.obsenv.yaml.YamlWriter;

/** A manifest as a file: two YAML documents, top and packages, and a last line with the digest of all before it. */
public final class ManifestDocument {
    private static final String NEXT = "---\n";
    private static final String DIGEST = "digest: ";

    private ManifestDocument() {}

    /** Reads and proves a generation's manifest. */
    public static Manifest read(Path file) throws IOException, YamlProblem {
        return parse(file.toString(), Files.readAllBytes(file));
    }

    /** Reads the top of a generation's manifest, after proving all of it by its digest. */
    public static ManifestHeader readHeader(Path file) throws IOException, YamlProblem {
        byte[] bytes = Files.readAllBytes(file);
        String name = file.toString();
        Fields top = top(name, bytes, proveDigest(name, bytes));
        return new ManifestHeader(
                top.value("generation", Expected.GENERATION, GenerationId::parse),
                top.optionalText("list"),
                top.text("choice"));
    }

    /** Parses a manifest; one whose digest does not fit is a complaint. */
    public static Manifest parse(String name, byte[] bytes) throws YamlProblem {
        int end = proveDigest(name, bytes);
        Fields top = top(name, bytes, end);
        byte[] rest = Arrays.copyOfRange(bytes, bodyStart(name, bytes, end), end);
        Fields body = StrictYaml.mapping(name, rest, StrictYaml.LARGE);
        Manifest manifest = new Manifest(
                top.value("generation", Expected.GENERATION, GenerationId::parse),
                top.value("made", Expected.INSTANT, Expected::instant),
                top.text("why"),
                top.text("by"),
                top.optionalValue("parent", Expected.GENERATION, GenerationId::parse),
                top.optionalText("reason"),
                top.optionalValue("until", Expected.INSTANT, Expected::instant),
                top.optionalText("list"),
                packages(body.mapping("packages")),
                pins(body.optionalMapping("pins")));
        String choice = top.text("choice");
        top.end();
        body.end();
        if (!choice.equals(choice(manifest.packages()))) {
            throw top.problem("choice", "does not fit the packages");
        }
        return manifest;
    }

    /** The bytes of a manifest: its top, {@code ---}, its packages, its digest. */
    public static byte[] write(Manifest manifest) {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("generation", manifest.generation().written());
        top.put("made", manifest.made().toString());
        top.put("why", manifest.why());
        top.put("by", manifest.by());
        manifest.parent().ifPresent(parent -> top.put("parent", parent.written()));
        manifest.reason().ifPresent(reason -> top.put("reason", reason));
        manifest.until().ifPresent(until -> top.put("until", until.toString()));
        manifest.list().ifPresent(list -> top.put("list", list));
        top.put("choice", choice(manifest.packages()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("packages", texts(manifest.packages()));
        if (!manifest.pins().isEmpty()) {
            body.put("pins", texts(manifest.pins()));
        }
        byte[] proven = (YamlWriter.write(top) + NEXT + YamlWriter.write(body)).getBytes(StandardCharsets.US_ASCII);
        byte[] last = (DIGEST + Sha256.hex(proven) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(proven, proven.length + last.length);
        System.arraycopy(last, 0, all, proven.length, last.length);
        return all;
    }

    /** The SHA-256 of a choice of commits: a line {@code name commit} for each package, in order of their names. */
    public static String choice(SortedMap<PackageName, CommitId> packages) {
        StringBuilder lines = new StringBuilder();
        packages.forEach((name, commit) ->
                lines.append(name.text()).append(' ').append(commit.hex()).append('\n'));
        return Sha256.hex(lines.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static Fields top(String name, byte[] bytes, int end) throws YamlProblem {
        byte[] top = Arrays.copyOf(bytes, bodyStart(name, bytes, end) - NEXT.length());
        return StrictYaml.mapping(name, top, StrictYaml.SMALL);
    }

    private static int bodyStart(String name, byte[] bytes, int end) throws YamlProblem {
        int at = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).indexOf("\n" + NEXT);
        if (at < 0) {
            throw new YamlProblem(name, 0, "packages", "missing; expected a second document");
        }
        return at + 1 + NEXT.length();
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
