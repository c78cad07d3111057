package org.obsenv.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.obsenv.domain.CscList;
import org.obsenv.domain.CscUnderTest;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;
import org.obsenv.yaml.YamlWriter;

/** The CSCs under test as a file, {@code .obsenv/cscs.yaml}. */
public final class CscDocument {
    private CscDocument() {}

    /** A file that is not there is a list that was never written. */
    public static CscList read(Path file) throws IOException, YamlProblem {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return CscList.NONE;
        }
        return parse(file, bytes);
    }

    /** {@code file}: how the document is named in complaints. */
    public static CscList parse(Path file, byte[] bytes) throws YamlProblem {
        Fields fields = StrictYaml.mapping(file.toString(), bytes, StrictYaml.SMALL);
        int revision = fields.value("revision", Expected.COUNT, Expected::count);
        List<CscUnderTest> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Fields each : fields.mappings("cscs")) {
            CscUnderTest entry = entry(each);
            if (!names.add(entry.name())) {
                throw each.problem("name", "there are two of " + entry.name());
            }
            entries.add(entry);
        }
        fields.end();
        return new CscList(revision, entries);
    }

    private static CscUnderTest entry(Fields fields) throws YamlProblem {
        CscUnderTest entry = new CscUnderTest(
                fields.text("name"),
                fields.text("version"),
                fields.text("return-to"),
                fields.value("since", Expected.INSTANT, Expected::instant),
                fields.text("by"),
                fields.optionalValue("until", Expected.INSTANT, Expected::instant),
                fields.text("steps"));
        fields.end();
        return entry;
    }

    public static byte[] write(CscList list) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("revision", list.revision());
        fields.put("cscs", list.entries().stream().map(CscDocument::written).toList());
        return YamlWriter.write(fields).getBytes(StandardCharsets.US_ASCII);
    }

    private static Map<String, String> written(CscUnderTest entry) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", entry.name());
        fields.put("version", entry.version());
        fields.put("return-to", entry.returnTo());
        fields.put("since", entry.since().toString());
        fields.put("by", entry.by());
        entry.until().ifPresent(until -> fields.put("until", until.toString()));
        fields.put("steps", entry.steps());
        return fields;
    }
}
