package org.obsenv.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Sha256;
import org.obsenv.domain.basing.ListVersion;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;
import org.obsenv.yaml.YamlWriter;

/** Who brought a text of the base list, as a file beside it: {@code .obsenv/lists/000007.record.yaml}. */
public final class ListVersionDocument {
    /** How the names of these files end. */
    public static final String ENDING = ".record.yaml";

    private ListVersionDocument() {}

    public static ListVersion read(Path file) throws IOException, YamlProblem {
        Fields fields = StrictYaml.mapping(file.toString(), Files.readAllBytes(file), StrictYaml.SMALL);
        ListVersion version = new ListVersion(
                fields.value("number", Expected.COUNT, Expected::count),
                fields.value(
                        "sha256",
                        "a SHA-256",
                        text -> text.length() == Sha256.HEX_LENGTH ? Optional.of(text) : Optional.empty()),
                fields.value("at", Expected.INSTANT, Expected::instant),
                fields.text("by"),
                fields.optionalText("initials"),
                fields.value("how", "asked or by-hand", ListVersionDocument::how),
                fields.optionalText("reason"),
                fields.optionalText("cycle"));
        fields.end();
        return version;
    }

    public static byte[] write(ListVersion version) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", version.number());
        fields.put("sha256", version.sha256());
        fields.put("at", version.at().toString());
        fields.put("by", version.by());
        version.initials().ifPresent(initials -> fields.put("initials", initials));
        fields.put("how", written(version.how()));
        version.reason().ifPresent(reason -> fields.put("reason", reason));
        version.cycle().ifPresent(cycle -> fields.put("cycle", cycle));
        return YamlWriter.write(fields).getBytes(StandardCharsets.US_ASCII);
    }

    private static Optional<ListVersion.How> how(String text) {
        return Arrays.stream(ListVersion.How.values())
                .filter(each -> written(each).equals(text))
                .findFirst();
    }

    private static String written(ListVersion.How how) {
        return how.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
