package org.obsenv.layout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.PackageMove;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;
import org.obsenv.yaml.YamlWriter;

/**
 * One journal entry as a YAML document between {@code ---} and {@code ...}. An act writes two: {@code begun} before
 * the switch and its end afterwards, with the same id; the end replaces the beginning for a reader.
 */
public final class JournalDocument {
    /** The outcome of an act that has begun and not ended. */
    public static final String BEGUN = "begun";

    /** The act of an entry that only gives the reason of the act before it. */
    public static final String LATE_REASON = "reason";

    static final String START = "---\n";
    static final String END = "...\n";

    private JournalDocument() {}

    public static byte[] write(JournalEntry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", entry.id());
        fields.put("at", entry.at().toString());
        fields.put("act", entry.act());
        fields.put("actor", entry.actor());
        entry.initials().ifPresent(initials -> fields.put("initials", initials));
        fields.put("host", entry.host());
        entry.from().ifPresent(from -> fields.put("from", from));
        entry.to().ifPresent(to -> fields.put("to", to));
        fields.put("moved", entry.movedCount());
        if (!entry.moved().isEmpty()) {
            fields.put(
                    "packages",
                    entry.moved().stream().map(JournalDocument::move).toList());
        }
        entry.reason().ifPresent(reason -> fields.put("reason", reason));
        entry.until().ifPresent(until -> fields.put("until", until.toString()));
        fields.put("took-ms", entry.took().toMillis());
        fields.put("outcome", entry.outcome());
        entry.note().ifPresent(note -> fields.put("note", note));
        return (START + YamlWriter.write(fields) + END).getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads the YAML between the markers. */
    public static JournalEntry parse(String file, String yaml) throws YamlProblem {
        Fields fields = StrictYaml.mapping(file, yaml.getBytes(StandardCharsets.UTF_8), StrictYaml.SMALL);
        JournalEntry entry = new JournalEntry(
                fields.text("id"),
                fields.value("at", Expected.INSTANT, Expected::instant),
                fields.text("act"),
                fields.text("actor"),
                fields.optionalText("initials"),
                fields.text("host"),
                fields.optionalText("from"),
                fields.optionalText("to"),
                fields.value("moved", Expected.COUNT, Expected::count),
                moves(fields.mappings("packages")),
                fields.optionalText("reason"),
                Duration.ofMillis(fields.value("took-ms", Expected.COUNT, Expected::count)),
                fields.text("outcome"),
                fields.optionalText("note"),
                fields.optionalValue("until", Expected.INSTANT, Expected::instant));
        fields.end();
        return entry;
    }

    private static Map<String, String> move(PackageMove move) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", move.name().text());
        move.from().ifPresent(commit -> fields.put("from", commit.hex()));
        move.to().ifPresent(commit -> fields.put("to", commit.hex()));
        return fields;
    }

    private static List<PackageMove> moves(List<Fields> all) throws YamlProblem {
        List<PackageMove> moves = new ArrayList<>();
        for (Fields each : all) {
            Optional<CommitId> from = each.optionalValue("from", Expected.COMMIT, Expected::commit);
            Optional<CommitId> to = each.optionalValue("to", Expected.COMMIT, Expected::commit);
            moves.add(new PackageMove(each.value("name", "a package name", Expected::name), from, to));
            each.end();
        }
        return moves;
    }
}
