package org.obsenv.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.domain.Mark;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Pin;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.timeline.GenerationFacts;
import org.obsenv.domain.timeline.TimelineFacts;

/** What ran before and in the night of {@link Sample}. */
public final class SampleTimeline {
    private static final Instant NOW = Sample.NOW;
    private static final PackageName SCRIPTS = new PackageName("ts_standardscripts");
    private static final PackageName WEP = new PackageName("ts_wep");

    private SampleTimeline() {}

    /** Deploy is what runs. */
    public static TimelineFacts facts() {
        return of(Sample.DEPLOY, acts(), true);
    }

    /** Base is what runs, since a minute ago. */
    public static TimelineFacts rolledBack() {
        List<JournalEntry> acts = new ArrayList<>(acts());
        acts.addFirst(
                act("2026-11-21T03:11:44Z", "rollback", "obs1", 39, SampleActs.moves(), Optional.of("script failing")));
        return of(Sample.BASE, acts, true);
    }

    /** Deploy is what runs, and one of the journal's entries cannot be read. */
    public static TimelineFacts withGaps() {
        return of(Sample.DEPLOY, acts().subList(0, 3), false);
    }

    /** These acts, and what runs. */
    public static TimelineFacts of(GenerationId running, List<JournalEntry> acts, boolean isWhole) {
        Mark good = new Mark(
                new GenerationId(40), NOW.minus(Duration.ofHours(3)), "obs2", Optional.empty(), Optional.empty());
        return new TimelineFacts(NOW, Optional.of(running), generations(), List.of(Known.of(good)), acts, isWhole);
    }

    /** What runs is held at that generation. */
    public static EnvironmentReading heldAt(int id, Instant now) {
        EnvironmentReading other = Sample.following(now);
        return new EnvironmentReading(
                other.site(),
                other.readAt(),
                new SwitchState.Held(
                        new GenerationId(id),
                        Sample.token("generations/" + new GenerationId(id).written()),
                        Optional.empty(),
                        Known.of(List.of())),
                other.base(),
                other.rollbackMoves(),
                other.lastSync(),
                other.reviewed(),
                other.cycle(),
                other.packages(),
                other.problems());
    }

    /** How the helper says that it went there. */
    public static Outcome wentTo(int id, Instant at) {
        String to = "generations/" + new GenerationId(id).written();
        return new Outcome.Switched(
                "deploy", to, new GenerationId(id), at, Duration.ofMillis(300), 1, List.of(), Set.of());
    }

    /** Newest first. */
    public static List<JournalEntry> acts() {
        Optional<String> none = Optional.empty();
        return List.of(
                act("2026-11-21T02:31:40Z", "sync", "obs_user", 42, List.of(move(SCRIPTS, "c04d9aa", "8f31c02")), none),
                act("2026-11-21T01:12:09Z", "sync", "obs_user", 41, List.of(move(SCRIPTS, "b7719e2", "c04d9aa")), none),
                act("2026-11-20T22:05:17Z", "sync", "obs_user", 40, List.of(move(WEP, "51c0ffe", "77ab3e9")), none),
                act(
                        "2026-11-20T15:02:40Z",
                        "set-base",
                        "maint1",
                        39,
                        SampleActs.moves().subList(1, 3),
                        none),
                act("2026-11-19T12:00:00Z", "setup", "maint3", 38, List.of(), none));
    }

    private static JournalEntry act(
            String at, String act, String actor, int to, List<PackageMove> moved, Optional<String> reason) {
        return new JournalEntry(
                act + at,
                Instant.parse(at),
                act,
                actor,
                Optional.empty(),
                "summit-nfs",
                Optional.empty(),
                Optional.of("generations/" + new GenerationId(to).written()),
                moved.size(),
                moved,
                reason,
                Duration.ZERO,
                "done",
                Optional.empty());
    }

    private static PackageMove move(PackageName name, String from, String to) {
        return new PackageMove(name, Optional.of(Sample.commit(from)), Optional.of(Sample.commit(to)));
    }

    private static List<Known<GenerationFacts>> generations() {
        EnvironmentReading atBase = Sample.held(NOW);
        Map<PackageName, String> pins = new HashMap<>();
        atBase.packages().forEach(each -> {
            if (each.pin() instanceof Pin.Resolved pin) {
                pins.put(each.name(), pin.name());
            }
        });
        return List.of(
                generation(42, Map.of(), Map.of()),
                generation(41, Map.of(SCRIPTS, Sample.commit("c04d9aa")), Map.of()),
                generation(40, Map.of(SCRIPTS, Sample.commit("b7719e2")), Map.of()),
                Known.of(facts(39, packages(atBase), pins)),
                generation(38, Map.of(SCRIPTS, Sample.commit("b7719e2"), WEP, Sample.commit("51c0ffe")), Map.of()));
    }

    private static Known<GenerationFacts> generation(
            int id, Map<PackageName, CommitId> others, Map<PackageName, String> pins) {
        SortedMap<PackageName, CommitId> packages = packages(Sample.following(NOW));
        packages.putAll(others);
        return Known.of(facts(id, packages, pins));
    }

    private static GenerationFacts facts(
            int id, SortedMap<PackageName, CommitId> packages, Map<PackageName, String> pins) {
        return new GenerationFacts(new GenerationId(id), NOW, "sync", "obs_user", Optional.empty(), packages, pins);
    }

    private static SortedMap<PackageName, CommitId> packages(EnvironmentReading reading) {
        SortedMap<PackageName, CommitId> packages = new TreeMap<>();
        reading.packages()
                .forEach(each -> each.running().found().ifPresent(commit -> packages.put(each.name(), commit)));
        return packages;
    }
}
