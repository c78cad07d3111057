package org.obsenv.protocol;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Remark;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;
import org.obsenv.yaml.YamlWriter;

/** An event as one YAML document, ended by a line {@code ...}. */
public final class EventDocument {
    /** How the first line of an event begins. */
    public static final String START = "event: ";

    /** The line that ends an event. */
    public static final String END = "...";

    private static final String NAME = "event";
    private static final String GOOD = "good";
    private static final String NO_MARK = "none";

    private EventDocument() {}

    public static String write(Event event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        switch (event) {
            case Event.Progress progress -> {
                fields.put("event", "progress");
                fields.put("step", progress.step());
                fields.put("subject", progress.subject());
                fields.put("done", progress.done());
                fields.put("total", progress.total());
            }
            case Event.Ended ended -> put(fields, ended.outcome());
        }
        return YamlWriter.write(fields) + END + "\n";
    }

    /** Parses the text before the end line. */
    public static Event parse(String yaml) throws YamlProblem {
        Fields fields = StrictYaml.mapping(NAME, yaml.getBytes(StandardCharsets.UTF_8), StrictYaml.SMALL);
        String kind = fields.text("event");
        Event event =
                switch (kind) {
                    case "progress" ->
                        new Event.Progress(
                                fields.text("step"),
                                fields.text("subject"),
                                count(fields, "done"),
                                count(fields, "total"));
                    case "switched" -> new Event.Ended(switched(fields));
                    case "built" -> new Event.Ended(built(fields));
                    case "marked" -> new Event.Ended(marked(fields));
                    case "planned" ->
                        new Event.Ended(new Outcome.Planned(fields.optionalText("plan"), fields.texts("lines")));
                    case "pruned" -> new Event.Ended(pruned(fields));
                    case "recorded" -> new Event.Ended(recorded(fields));
                    case "unsettled" ->
                        new Event.Ended(new Outcome.Unsettled(
                                fields.text("document"), count(fields, "act"), fields.text("problem")));
                    case "refused" -> new Event.Ended(refused(fields));
                    case "failed" -> new Event.Ended(new Outcome.Failed(fields.text("problem")));
                    default ->
                        throw fields.problem(
                                "event",
                                "expected progress, switched, built, marked, planned, pruned, recorded, unsettled, refused or failed");
                };
        fields.end();
        return event;
    }

    private static void put(Map<String, Object> fields, Outcome outcome) {
        switch (outcome) {
            case Outcome.Switched switched -> {
                fields.put("event", "switched");
                fields.put("from", switched.from());
                fields.put("to", switched.to());
                fields.put("generation", switched.generation().written());
                fields.put("at", switched.at().toString());
                fields.put("took-ms", switched.took().toMillis());
                fields.put("moved", switched.movedCount());
                fields.put(
                        "packages",
                        switched.moved().stream().map(EventDocument::move).toList());
                fields.put(
                        "remarks",
                        switched.remarks().stream().map(Remark::written).toList());
            }
            case Outcome.Built built -> {
                fields.put("event", "built");
                built.generation().ifPresent(id -> fields.put("generation", id.written()));
                fields.put("at", built.at().toString());
                fields.put("took-ms", built.took().toMillis());
                fields.put("moved", built.movedCount());
                fields.put("notes", built.notes());
            }
            case Outcome.Marked marked -> {
                fields.put("event", "marked");
                fields.put("generation", marked.generation().written());
                fields.put("mark", marked.isGood() ? GOOD : NO_MARK);
                fields.put("at", marked.at().toString());
                fields.put("notes", marked.notes());
            }
            case Outcome.Planned planned -> {
                fields.put("event", "planned");
                planned.plan().ifPresent(plan -> fields.put("plan", plan));
                fields.put("lines", planned.lines());
            }
            case Outcome.Pruned pruned -> {
                fields.put("event", "pruned");
                fields.put("generations", pruned.generations());
                fields.put("checkouts", pruned.checkouts());
                fields.put("bytes", pruned.bytes());
                fields.put("at", pruned.at().toString());
                fields.put("notes", pruned.notes());
            }
            case Outcome.Recorded recorded -> {
                fields.put("event", "recorded");
                fields.put("document", recorded.document());
                fields.put("act", recorded.act());
                fields.put("at", recorded.at().toString());
                fields.put("notes", recorded.notes());
            }
            case Outcome.Unsettled unsettled -> {
                fields.put("event", "unsettled");
                fields.put("document", unsettled.document());
                fields.put("act", unsettled.act());
                fields.put("problem", unsettled.problem());
            }
            case Outcome.Refused refused -> {
                fields.put("event", "refused");
                fields.put("refusal", refused.refusal().written());
                fields.put("facts", new TreeMap<>(refused.facts()));
            }
            case Outcome.Failed failed -> {
                fields.put("event", "failed");
                fields.put("problem", failed.problem());
            }
            case Outcome.Unheard unheard ->
                throw new IllegalArgumentException("a verb does not say that it was not heard: " + unheard);
        }
    }

    private static Outcome switched(Fields fields) throws YamlProblem {
        List<Remark> remarks = new ArrayList<>();
        for (String text : fields.texts("remarks")) {
            remarks.add(Arrays.stream(Remark.values())
                    .filter(remark -> remark.written().equals(text))
                    .findFirst()
                    .orElseThrow(() -> fields.problem("remarks", "unknown remark " + text)));
        }
        List<PackageMove> moves = new ArrayList<>();
        for (Fields each : fields.mappings("packages")) {
            moves.add(new PackageMove(
                    each.value("name", "a package name", EventDocument::packageName),
                    each.optionalValue("from", "a commit", EventDocument::commit),
                    each.optionalValue("to", "a commit", EventDocument::commit)));
            each.end();
        }
        return new Outcome.Switched(
                fields.text("from"),
                fields.text("to"),
                fields.value("generation", "a generation", GenerationId::parse),
                fields.value("at", "an instant", EventDocument::instant),
                Duration.ofMillis(count(fields, "took-ms")),
                count(fields, "moved"),
                moves,
                java.util.Set.copyOf(remarks));
    }

    private static Outcome built(Fields fields) throws YamlProblem {
        return new Outcome.Built(
                fields.optionalValue("generation", "a generation", GenerationId::parse),
                fields.value("at", "an instant", EventDocument::instant),
                Duration.ofMillis(count(fields, "took-ms")),
                count(fields, "moved"),
                fields.texts("notes"));
    }

    private static Outcome marked(Fields fields) throws YamlProblem {
        return new Outcome.Marked(
                fields.value("generation", "a generation", GenerationId::parse),
                fields.value("mark", "good or none", text -> switch (text) {
                    case GOOD -> Optional.of(true);
                    case NO_MARK -> Optional.of(false);
                    default -> Optional.empty();
                }),
                fields.value("at", "an instant", EventDocument::instant),
                fields.texts("notes"));
    }

    private static Outcome pruned(Fields fields) throws YamlProblem {
        return new Outcome.Pruned(
                count(fields, "generations"),
                count(fields, "checkouts"),
                fields.value("bytes", "a number of bytes", EventDocument::bytes),
                fields.value("at", "an instant", EventDocument::instant),
                fields.texts("notes"));
    }

    private static Optional<Long> bytes(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static Outcome recorded(Fields fields) throws YamlProblem {
        return new Outcome.Recorded(
                fields.text("document"),
                count(fields, "act"),
                fields.value("at", "an instant", EventDocument::instant),
                fields.texts("notes"));
    }

    private static Outcome refused(Fields fields) throws YamlProblem {
        Refusal refusal = fields.value("refusal", "a refusal", text -> Arrays.stream(Refusal.values())
                .filter(each -> each.written().equals(text))
                .findFirst());
        Map<String, String> facts = new TreeMap<>();
        Fields written = fields.mapping("facts");
        for (String key : written.keys()) {
            facts.put(key, written.text(key));
        }
        return new Outcome.Refused(refusal, facts);
    }

    private static Map<String, String> move(PackageMove move) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", move.name().text());
        move.from().ifPresent(commit -> fields.put("from", commit.hex()));
        move.to().ifPresent(commit -> fields.put("to", commit.hex()));
        return fields;
    }

    private static int count(Fields fields, String key) throws YamlProblem {
        return fields.value(key, "a count", text -> {
            try {
                return Optional.of(Integer.parseInt(text)).filter(count -> count >= 0);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<PackageName> packageName(String text) {
        return PackageName.isValid(text) ? Optional.of(new PackageName(text)) : Optional.empty();
    }

    private static Optional<CommitId> commit(String text) {
        return CommitId.isFull(text) ? Optional.of(new CommitId(text)) : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
