package org.obsenv.layout;

import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.SyncState.Gate;
import org.obsenv.layout.SyncState.Incomplete;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncState.Problem;
import org.obsenv.layout.SyncState.ScarceRoom;
import org.obsenv.layout.SyncState.Silence;
import org.obsenv.layout.SyncState.Unpushed;
import org.obsenv.layout.SyncState.Verdict;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** Reads what {@link SyncStateDocument} writes. */
final class SyncStateFields {
    private final boolean refusesUnknownKeys;

    SyncStateFields(boolean refusesUnknownKeys) {
        this.refusesUnknownKeys = refusesUnknownKeys;
    }

    /** Reads one mapping to its end. */
    private interface Read<T> {
        T from(Fields fields) throws YamlProblem;
    }

    static int format(Fields top) throws YamlProblem {
        return top.optionalValue("format", Expected.COUNT, Expected::count).orElse(1);
    }

    SyncState state(Fields top) throws YamlProblem {
        top.require("packages", "a mapping");
        SortedMap<PackageName, PackageState> packages = all(top, "packages", this::packageState);
        SortedMap<PackageName, Silence> silent = all(top, "silent", SyncStateFields::silence);
        SortedMap<PackageName, Incomplete> incomplete = all(top, "incomplete", SyncStateFields::incomplete);
        SortedMap<PackageName, Unpushed> unpushed = all(top, "unpushed", SyncStateFields::unpushed);
        Optional<ScarceRoom> room = one(top, "room", SyncStateFields::room);
        end(top);
        return new SyncState(packages, silent, incomplete, unpushed, room);
    }

    private <T> SortedMap<PackageName, T> all(Fields top, String key, Read<T> read) throws YamlProblem {
        SortedMap<PackageName, T> found = new TreeMap<>();
        Optional<Fields> fields = top.optionalMapping(key);
        if (fields.isPresent()) {
            for (String name : fields.get().keys()) {
                Fields each = fields.get().mapping(name);
                found.put(Expected.packageName(fields.get(), name), read.from(each));
                end(each);
            }
        }
        return found;
    }

    private <T> Optional<T> one(Fields above, String key, Read<T> read) throws YamlProblem {
        Optional<Fields> fields = above.optionalMapping(key);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        T found = read.from(fields.get());
        end(fields.get());
        return Optional.of(found);
    }

    private void end(Fields fields) throws YamlProblem {
        if (refusesUnknownKeys) {
            fields.end();
        }
    }

    private static ScarceRoom room(Fields fields) throws YamlProblem {
        return new ScarceRoom(fields.value("since", Expected.INSTANT, Expected::instant), fields.text("text"));
    }

    private static Silence silence(Fields fields) throws YamlProblem {
        return new Silence(
                fields.value("failures", Expected.COUNT, Expected::count),
                fields.value("until", Expected.INSTANT, Expected::instant));
    }

    private static Incomplete incomplete(Fields fields) throws YamlProblem {
        return new Incomplete(
                fields.value("since", Expected.INSTANT, Expected::instant), silence(fields), fields.text("text"));
    }

    private static Unpushed unpushed(Fields fields) throws YamlProblem {
        return new Unpushed(
                fields.value("since", Expected.INSTANT, Expected::instant),
                silence(fields),
                fields.optionalValue("refusals", Expected.COUNT, Expected::count)
                        .orElse(0),
                fields.text("text"));
    }

    private PackageState packageState(Fields fields) throws YamlProblem {
        Optional<Problem> problem = one(fields, "problem", this::problem);
        Optional<Problem> unheard = one(fields, "unheard", this::problem);
        if (unheard.filter(each -> !each.kind().isOfTheRemote()).isPresent()) {
            throw fields.problem("unheard", "expected one of kind unreachable or unbrought");
        }
        // Format 1 had one place for both.
        boolean isOld = problem.filter(each -> each.kind().isOfTheRemote()).isPresent();
        if (isOld && unheard.isPresent()) {
            throw fields.problem("problem", "expected one of kind gone, rewritten or refused");
        }
        return new PackageState(
                fields.value("head", Expected.COMMIT, Expected::commit),
                fields.value("accepted", Expected.COMMIT, Expected::commit),
                fields.value("fetched", Expected.INSTANT, Expected::instant),
                isOld ? Optional.empty() : problem,
                isOld ? problem : unheard);
    }

    private Problem problem(Fields fields) throws YamlProblem {
        return new Problem(
                oneOf(fields, "kind", Problem.Kind.values()),
                fields.value("since", Expected.INSTANT, Expected::instant),
                fields.text("text"),
                one(fields, "verdict", SyncStateFields::verdict));
    }

    private static Verdict verdict(Fields fields) throws YamlProblem {
        return new Verdict(
                oneOf(fields, "gate", Gate.values()),
                fields.text("author"),
                fields.text("what"),
                fields.texts("lines"),
                fields.text("under"));
    }

    private static <E extends Enum<E>> E oneOf(Fields fields, String key, E[] all) throws YamlProblem {
        String expected =
                Arrays.stream(all).map(SyncStateDocument::written).collect(Collectors.joining(", ", "one of ", ""));
        return fields.value(key, expected, text -> Arrays.stream(all)
                .filter(each -> SyncStateDocument.written(each).equals(text))
                .findFirst());
    }
}
