package org.obsenv.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Mark;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;
import org.obsenv.yaml.YamlWriter;

/** A mark as a file of its own, {@code .obsenv/marks/000038.yaml}: it is there or it is not. */
public final class MarkDocument {
    private MarkDocument() {}

    public static Mark read(Path file) throws IOException, YamlProblem {
        Fields fields = StrictYaml.mapping(file.toString(), Files.readAllBytes(file), StrictYaml.SMALL);
        Mark mark = new Mark(
                fields.value("generation", Expected.GENERATION, GenerationId::parse),
                fields.value("at", Expected.INSTANT, Expected::instant),
                fields.text("by"),
                fields.optionalText("initials"),
                fields.optionalText("note"));
        fields.end();
        return mark;
    }

    public static byte[] write(Mark mark) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("generation", mark.generation().written());
        fields.put("at", mark.at().toString());
        fields.put("by", mark.by());
        mark.initials().ifPresent(initials -> fields.put("initials", initials));
        mark.note().ifPresent(note -> fields.put("note", note));
        return YamlWriter.write(fields).getBytes(StandardCharsets.US_ASCII);
    }
}
