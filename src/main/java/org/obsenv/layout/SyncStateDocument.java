package org.obsenv.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.Function;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncState.Problem;
import org.obsenv.layout.SyncState.Silence;
import org.obsenv.layout.SyncState.Unpushed;
import org.obsenv.layout.SyncState.Verdict;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;
import org.obsenv.yaml.YamlWriter;

/**
 * {@code state.yaml}, replaced as a whole by {@code sync}. Its {@code format} is counted up when a key is added: who
 * writes it reads no newer one; who only looks may, leaves out what it does not know, and must say so.
 */
public final class SyncStateDocument {
    /** 1, which was not written down, had no {@code unheard} and no {@code incomplete}. */
    static final int FORMAT = 2;

    private SyncStateDocument() {}

    /**
     * What a reader found.
     *
     * @param newer the format, when it is one that this program does not know: there may be more to say than is here
     */
    public record Looked(SyncState state, OptionalInt newer) {}

    /** For who writes it: of this program's format or an older one, and nothing unknown in it. */
    public static SyncState read(Path file) throws IOException, YamlProblem {
        Fields top = top(file);
        int format = SyncStateFields.format(top);
        if (format > FORMAT) {
            throw top.problem("format", "expected " + FORMAT + " or less, found " + format);
        }
        return new SyncStateFields(true).state(top);
    }

    /** For who only looks: of a newer format, too. What cannot be understood at all is a problem all the same. */
    public static Looked look(Path file) throws IOException, YamlProblem {
        Fields top = top(file);
        int format = SyncStateFields.format(top);
        boolean isNewer = format > FORMAT;
        SyncState state = new SyncStateFields(!isNewer).state(top);
        return new Looked(state, isNewer ? OptionalInt.of(format) : OptionalInt.empty());
    }

    private static Fields top(Path file) throws IOException, YamlProblem {
        return StrictYaml.mapping(file.toString(), Files.readAllBytes(file), StrictYaml.LARGE);
    }

    public static byte[] write(SyncState state) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", Integer.toString(FORMAT));
        all.put("packages", fields(state.packages(), SyncStateDocument::fields));
        if (!state.silent().isEmpty()) {
            all.put("silent", fields(state.silent(), SyncStateDocument::fields));
        }
        if (!state.incomplete().isEmpty()) {
            all.put("incomplete", fields(state.incomplete(), each -> fields(each.since(), each.rest(), each.text())));
        }
        if (!state.unpushed().isEmpty()) {
            all.put("unpushed", fields(state.unpushed(), SyncStateDocument::fields));
        }
        state.room()
                .ifPresent(room -> all.put(
                        "room", new LinkedHashMap<>(Map.of("since", room.since().toString(), "text", room.text()))));
        return YamlWriter.write(all).getBytes(StandardCharsets.US_ASCII);
    }

    private static <T> Map<String, Object> fields(SortedMap<PackageName, T> all, Function<T, Map<String, Object>> of) {
        Map<String, Object> fields = new LinkedHashMap<>();
        all.forEach((name, each) -> fields.put(name.text(), of.apply(each)));
        return fields;
    }

    private static Map<String, Object> fields(Instant since, Silence rest, String text) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("since", since.toString());
        fields.putAll(fields(rest));
        fields.put("text", text);
        return fields;
    }

    private static Map<String, Object> fields(Unpushed unpushed) {
        Map<String, Object> fields = fields(unpushed.since(), unpushed.rest(), unpushed.text());
        if (unpushed.refusals() > 0) {
            fields.put("refusals", Integer.toString(unpushed.refusals()));
        }
        return fields;
    }

    private static Map<String, Object> fields(Silence silence) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("failures", Integer.toString(silence.failures()));
        fields.put("until", silence.until().toString());
        return fields;
    }

    static String written(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> fields(PackageState state) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("head", state.head().hex());
        fields.put("accepted", state.accepted().hex());
        fields.put("fetched", state.fetched().toString());
        state.problem().ifPresent(problem -> fields.put("problem", fields(problem)));
        state.unheard().ifPresent(problem -> fields.put("unheard", fields(problem)));
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
