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
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncState.Problem;
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
        top.end();
        return new SyncState(states);
    }

    public static byte[] write(SyncState state) {
        Map<String, Object> packages = new LinkedHashMap<>();
        state.packages().forEach((name, each) -> packages.put(name.text(), fields(each)));
        return YamlWriter.write(Map.of("packages", packages)).getBytes(StandardCharsets.US_ASCII);
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
                fields.value("kind", "unreachable, gone, rewritten or refused", SyncStateDocument::kind),
                fields.value("since", Expected.INSTANT, Expected::instant),
                fields.text("text"));
        fields.end();
        return problem;
    }

    private static Optional<Problem.Kind> kind(String text) {
        return Arrays.stream(Problem.Kind.values())
                .filter(kind -> written(kind).equals(text))
                .findFirst();
    }

    private static String written(Problem.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> fields(PackageState state) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("head", state.head().hex());
        fields.put("accepted", state.accepted().hex());
        fields.put("fetched", state.fetched().toString());
        state.problem()
                .ifPresent(problem -> fields.put(
                        "problem",
                        new LinkedHashMap<>(Map.of(
                                "kind", written(problem.kind()),
                                "since", problem.since().toString(),
                                "text", problem.text()))));
        return fields;
    }
}
