package org.obsenv.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Flag;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.domain.SwitchState;

/** The JSON of {@code status}: a contract with scripts. What is unknown is null, never a guess. */
final class StatusJson {
    private StatusJson() {}

    static String of(EnvironmentReading reading) {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("site", reading.site());
        top.put("readAt", reading.readAt());
        top.put("following", following(reading.current()));
        top.put("hold", hold(reading.current()));
        top.put("generation", reading.current().running().map(GenerationId::written));
        top.put("base", reading.base().proven().map(GenerationId::written));
        top.put("packages", reading.packages().stream().map(StatusJson::each).toList());
        return Json.write(top);
    }

    /** Who holds it; absent where nothing does, or it is not known. */
    private static Optional<Map<String, Object>> hold(SwitchState state) {
        if (!(state instanceof SwitchState.Held held)) {
            return Optional.empty();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("by", held.by().map(JournalEntry::actor));
        fields.put("since", held.by().map(JournalEntry::at).orElse(held.token().changed()));
        fields.put("reason", held.by().flatMap(JournalEntry::reason));
        fields.put("until", held.by().flatMap(JournalEntry::until));
        return Optional.of(fields);
    }

    private static Optional<Boolean> following(SwitchState state) {
        return switch (state) {
            case SwitchState.Following following -> Optional.of(true);
            case SwitchState.Held held -> Optional.of(false);
            case SwitchState.WatchOnly none -> Optional.empty();
            case SwitchState.Unknown unknown -> Optional.empty();
        };
    }

    private static Map<String, Object> each(PackageReading reading) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", reading.name().text());
        fields.put("deployed", reading.running().found().map(CommitId::hex));
        fields.put("deployHead", reading.deployHead().found().map(CommitId::hex));
        fields.put("pin", pin(reading.pin()));
        drift(reading.runningDrift(), fields);
        fields.put("flags", reading.flags().stream().map(Flag::written).toList());
        fields.put("reason", reading.reason());
        return fields;
    }

    private static Optional<Map<String, Object>> pin(Pin pin) {
        return switch (pin) {
            case Pin.Resolved resolved ->
                named(resolved.name(), Optional.of(resolved.commit().hex()));
            case Pin.Kept kept ->
                named("keep " + kept.commit(), Optional.of(kept.commit().hex()));
            case Pin.Unresolved unresolved -> named(unresolved.name(), Optional.empty());
            case Pin.Absent absent -> Optional.empty();
            case Pin.Unknown unknown -> Optional.empty();
        };
    }

    private static Optional<Map<String, Object>> named(String name, Optional<String> commit) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("commit", commit);
        return Optional.of(fields);
    }

    private static void drift(Drift drift, Map<String, Object> fields) {
        switch (drift) {
            case Drift.AtPin at -> drift("at-base", Optional.of(0), Optional.of(0), fields);
            case Drift.Ahead(int commits) -> drift("ahead", Optional.of(commits), Optional.of(0), fields);
            case Drift.Behind(int commits) -> drift("behind", Optional.of(0), Optional.of(commits), fields);
            case Drift.Diverged(int ahead, int behind) ->
                drift("diverged", Optional.of(ahead), Optional.of(behind), fields);
            case Drift.Unknown unknown -> drift("unknown", Optional.empty(), Optional.empty(), fields);
        }
    }

    private static void drift(
            String kind, Optional<Integer> ahead, Optional<Integer> behind, Map<String, Object> fields) {
        fields.put("drift", kind);
        fields.put("ahead", ahead);
        fields.put("behind", behind);
    }
}
