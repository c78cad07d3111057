package org.obsenv.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.SyncState.Gate;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncState.Problem;
import org.obsenv.layout.SyncState.ScarceRoom;
import org.obsenv.layout.SyncState.Silence;
import org.obsenv.layout.SyncState.Unpushed;
import org.obsenv.layout.SyncState.Verdict;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;
import org.obsenv.yaml.YamlWriter;

/** {@code state.yaml}, replaced as a whole by {@code sync}. */
public final class SyncStateDocument {
    private SyncStateDocument() {}

    public static SyncState read(Path file) throws IOException, YamlProblem {
        Fields top = StrictYaml.mapping(file.toString(), Files.readAllBytes(file), StrictYaml.LARGE);
        Fields packages = top.mapping("packages");
        SortedMap<PackageName, PackageState> states = new TreeMap<>();
        for (String key : packages.keys()) {
            states.put(Expected.packageName(packages, key), state(packages.mapping(key)));
        }
        SortedMap<PackageName, Silence> silent = silent(top.optionalMapping("silent"));
        Optional<Fields> room = top.optionalMapping("room");
        SortedMap<PackageName, Unpushed> unpushed = unpushed(top.optionalMapping("unpushed"));
        SyncState state = new SyncState(
                states, silent, unpushed, room.isEmpty() ? Optional.empty() : Optional.of(room(room.get())));
        top.end();
        return state;
    }

    private static ScarceRoom room(Fields fields) throws YamlProblem {
        ScarceRoom room =
                new ScarceRoom(fields.value("since", Expected.INSTANT, Expected::instant), fields.text("text"));
        fields.end();
        return room;
    }

    private static Map<String, Object> fields(Instant since, String text) {
        return new LinkedHashMap<>(Map.of("since", since.toString(), "text", text));
    }

    private static SortedMap<PackageName, Silence> silent(Optional<Fields> fields) throws YamlProblem {
        SortedMap<PackageName, Silence> silent = new TreeMap<>();
        if (fields.isPresent()) {
            for (String key : fields.get().keys()) {
                Fields each = fields.get().mapping(key);
                silent.put(Expected.packageName(fields.get(), key), silence(each));
                each.end();
            }
        }
        return silent;
    }

    private static Silence silence(Fields fields) throws YamlProblem {
        return new Silence(
                fields.value("failures", Expected.COUNT, Expected::count),
                fields.value("until", Expected.INSTANT, Expected::instant));
    }

    private static SortedMap<PackageName, Unpushed> unpushed(Optional<Fields> fields) throws YamlProblem {
        SortedMap<PackageName, Unpushed> unpushed = new TreeMap<>();
        if (fields.isPresent()) {
            for (String key : fields.get().keys()) {
                Fields each = fields.get().mapping(key);
                unpushed.put(
                        Expected.packageName(fields.get(), key),
                        new Unpushed(
                                each.value("since", Expected.INSTANT, Expected::instant),
                                silence(each),
                                each.text("text")));
                each.end();
            }
        }
        return unpushed;
    }

    public static byte[] write(SyncState state) {
        Map<String, Object> packages = new LinkedHashMap<>();
        state.packages().forEach((name, each) -> packages.put(name.text(), fields(each)));
        Map<String, Object> all = new LinkedHashMap<>(Map.of("packages", packages));
        if (!state.silent().isEmpty()) {
            Map<String, Object> silent = new LinkedHashMap<>();
            state.silent().forEach((name, each) -> silent.put(name.text(), fields(each)));
            all.put("silent", silent);
        }
        if (!state.unpushed().isEmpty()) {
            Map<String, Object> unpushed = new LinkedHashMap<>();
            state.unpushed().forEach((name, each) -> unpushed.put(name.text(), fields(each)));
            all.put("unpushed", unpushed);
        }
        state.room().ifPresent(room -> all.put("room", fields(room.since(), room.text())));
        return YamlWriter.write(all).getBytes(StandardCharsets.US_ASCII);
    }

    private static Map<String, Object> fields(Unpushed unpushed) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("since", unpushed.since().toString());
        fields.putAll(fields(unpushed.rest()));
        fields.put("text", unpushed.text());
        return fields;
    }

    private static Map<String, Object> fields(Silence silence) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("failures", Integer.toString(silence.failures()));
        fields.put("until", silence.until().toString());
        return fields;
    }

    private static PackageState state(Fields fields) throws YamlProblem {
        Optional<Fields> problem = fields.optionalMapping("problem");
        PackageState state = new PackageState(
                fields.value("head", Expected.COMMIT, Expected::commit),
                fields.value("accepted", Expected.COMMIT, Expected::commit),
                fields.value("fetched", Expected.INSTANT, Expected::instant),
                problem.isEmpty() ? Optional.empty() : Optional.of(problem(problem.get())));
        fields.end();
        return state;
    }

    private static Problem problem(Fields fields) throws YamlProblem {
        Problem problem = new Problem(
                fields.value("kind", "unreachable, unbrought, gone, rewritten or refused", SyncStateDocument::kind),
                fields.value("since", Expected.INSTANT, Expected::instant),
                fields.text("text"),
                verdict(fields));
        fields.end();
        return problem;
    }

    private static Optional<Verdict> verdict(Fields problem) throws YamlProblem {
        Optional<Fields> fields = problem.optionalMapping("verdict");
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Verdict verdict = new Verdict(
                fields.get().value("gate", "tree or check", SyncStateDocument::gate),
                fields.get().text("author"),
                fields.get().text("what"),
                fields.get().texts("lines"),
                fields.get().text("under"));
        fields.get().end();
        return Optional.of(verdict);
    }

    private static Optional<Gate> gate(String text) {
        return Arrays.stream(Gate.values())
                .filter(gate -> written(gate).equals(text))
                .findFirst();
    }

    private static Optional<Problem.Kind> kind(String text) {
        return Arrays.stream(Problem.Kind.values())
                .filter(kind -> written(kind).equals(text))
                .findFirst();
    }

    private static String written(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> fields(PackageState state) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("head", state.head().hex());
        fields.put("accepted", state.accepted().hex());
        fields.put("fetched", state.fetched().toString());
        state.problem().ifPresent(problem -> fields.put("problem", fields(problem)));
        return fields;
    }

    private static Map<String, Object> fields(Problem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", written(problem.kind()));
        fields.put("since", problem.since().toString());
        fields.put("text", problem.text());
        problem.verdict().ifPresent(verdict -> fields.put("verdict", fields(verdict)));
        return fields;
    }

    private static Map<String, Object> fields(Verdict verdict) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("gate", written(verdict.gate()));
        fields.put("author", verdict.author());
        fields.put("what", verdict.what());
        if (!verdict.lines().isEmpty()) {
            fields.put("lines", verdict.lines());
        }
        fields.put("under", verdict.under());
        return fields;
    }
}
