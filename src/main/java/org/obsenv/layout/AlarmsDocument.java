package org.obsenv.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.trace.Acknowledgement;
import org.obsenv.domain.trace.Alarm;
import org.obsenv.domain.trace.Alarms;
import org.obsenv.domain.trace.Cause;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;
import org.obsenv.yaml.YamlWriter;

/**
 * {@code alarms.yaml}: the alarms, and by what each package was last judged, which need not be done again while that is
 * the same.
 */
public final class AlarmsDocument {
    private AlarmsDocument() {}

    /**
     * What is in the file.
     *
     * @param judgedBy a digest of all that a package's look depended on
     */
    public record Kept(Alarms alarms, SortedMap<PackageName, String> judgedBy) {
        /** Before anybody looked. */
        public static final Kept NOTHING = new Kept(Alarms.NONE, new TreeMap<>());

        public Kept {
            judgedBy = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(judgedBy));
        }

        /** The same with other alarms. */
        public Kept with(Alarms other) {
            return new Kept(other, judgedBy);
        }
    }

    /**
     * The file as it is.
     *
     * @throws java.nio.file.NoSuchFileException when nobody has looked yet
     */
    public static Kept read(Path file) throws IOException, YamlProblem {
        Fields top = StrictYaml.mapping(file.toString(), Files.readAllBytes(file), StrictYaml.LARGE);
        int revision = top.value("revision", Expected.COUNT, Expected::count);
        SortedMap<PackageName, String> judgedBy = new TreeMap<>();
        Optional<Fields> judged = top.optionalMapping("judged-by");
        if (judged.isPresent()) {
            for (String name : judged.get().keys()) {
                judgedBy.put(
                        Expected.packageName(judged.get(), name), judged.get().text(name));
            }
        }
        List<Alarm> all = new ArrayList<>();
        for (Fields each : top.mappings("alarms")) {
            all.add(alarm(each));
            each.end();
        }
        top.end();
        return new Kept(new Alarms(revision, all), judgedBy);
    }

    private static Alarm alarm(Fields fields) throws YamlProblem {
        Cause cause = cause(fields);
        Optional<Fields> acknowledged = fields.optionalMapping("acknowledged");
        return new Alarm(
                cause,
                fields.value("raised", Expected.INSTANT, Expected::instant),
                fields.optionalValue("cleared", Expected.INSTANT, Expected::instant),
                acknowledged.isEmpty() ? Optional.empty() : Optional.of(acknowledgement(acknowledged.get())));
    }

    private static Acknowledgement acknowledgement(Fields fields) throws YamlProblem {
        Acknowledgement found = new Acknowledgement(
                fields.value("at", Expected.INSTANT, Expected::instant),
                fields.text("by"),
                fields.optionalText("initials"),
                fields.value("note", "some words", text -> text.isBlank() ? Optional.empty() : Optional.of(text)));
        fields.end();
        return found;
    }

    private static Cause cause(Fields fields) throws YamlProblem {
        Cause.Kind kind = fields.value("kind", "a kind of alarm", Cause.Kind::parse);
        return switch (kind) {
            case LIST_NOT_BUILT -> new Cause.ListNotBuilt(fields.text("list"));
            case MERGED_BACK -> new Cause.MergedBack(name(fields), fields.text("branch"), commit(fields, "commit"));
            case REWRITTEN -> new Cause.Rewritten(name(fields), commit(fields, "kept"), commit(fields, "commit"));
            case UNTAGGED_HOTFIX, NO_TICKET, NO_COUNTERPART, PIN_NOT_ON_DEPLOY, PIN_OLD ->
                new Cause.OfCommit(kind, name(fields), commit(fields, "commit"));
        };
    }

    private static PackageName name(Fields fields) throws YamlProblem {
        return fields.value(
                "package",
                "a package name",
                text -> PackageName.isValid(text) ? Optional.of(new PackageName(text)) : Optional.empty());
    }

    private static CommitId commit(Fields fields, String key) throws YamlProblem {
        return fields.value(key, Expected.COMMIT, Expected::commit);
    }

    public static byte[] write(Kept kept) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("revision", Integer.toString(kept.alarms().revision()));
        Map<String, Object> judgedBy = new LinkedHashMap<>();
        kept.judgedBy().forEach((name, digest) -> judgedBy.put(name.text(), digest));
        if (!judgedBy.isEmpty()) {
            all.put("judged-by", judgedBy);
        }
        List<Alarm> alarms = kept.alarms().all();
        if (!alarms.isEmpty()) {
            all.put("alarms", alarms.stream().map(AlarmsDocument::fields).toList());
        }
        return YamlWriter.write(all).getBytes(StandardCharsets.US_ASCII);
    }

    private static Map<String, Object> fields(Alarm alarm) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", alarm.cause().kind().written());
        alarm.cause().about().ifPresent(name -> fields.put("package", name.text()));
        alarm.cause().commit().ifPresent(commit -> fields.put("commit", commit.hex()));
        switch (alarm.cause()) {
            case Cause.MergedBack merged -> fields.put("branch", merged.branch());
            case Cause.Rewritten rewritten ->
                fields.put("kept", rewritten.kept().hex());
            case Cause.OfCommit of -> {}
            case Cause.ListNotBuilt list -> fields.put("list", list.sha256());
        }
        fields.put("raised", alarm.raised().toString());
        alarm.cleared().ifPresent(at -> fields.put("cleared", at.toString()));
        alarm.acknowledged().ifPresent(each -> fields.put("acknowledged", fields(each)));
        return fields;
    }

    private static Map<String, Object> fields(Acknowledgement each) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", each.at().toString());
        fields.put("by", each.by());
        each.initials().ifPresent(initials -> fields.put("initials", initials));
        fields.put("note", each.note());
        return fields;
    }
}
