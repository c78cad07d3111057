package org.obsenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obsenv.environment.HandMadeLayout.NOW;
import static org.obsenv.environment.HandMadeLayout.fetched;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Flag;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.domain.Review;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.Verdict;
import org.obsenv.git.GitProgram;
import org.obsenv.layout.JournalDocument;
import org.obsenv.layout.Links;
import org.obsenv.layout.SyncState;

class LayoutEnvironmentReaderTest {
    private static final GenerationId BASE = new GenerationId(1);
    private static final GenerationId NEWEST = new GenerationId(2);
    private static final Instant AT_V1 = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    Path directory;

    private HandMadeLayout layout;
    private GitProgram wepHistory;
    private PackageName wep;
    private PackageName cwfs;
    private CommitId wepV1;
    private CommitId wepHead;
    private CommitId cwfsV1;

    /** Two packages: cwfs at its pin, ts_wep one commit after it. Following. */
    @BeforeEach
    void makeLayout() throws IOException {
        layout = new HandMadeLayout(directory);
        wepHistory = GitProgram.init(directory.resolve("ts_wep"));
        wepV1 = wepHistory.commit("a.py", "1", "Release 1", 0);
        wepHistory.run("tag", "v1", wepV1.hex());
        wepHead = wepHistory.commit("a.py", "2", "Fix it", 60);
        GitProgram cwfsHistory = GitProgram.init(directory.resolve("cwfs"));
        cwfsV1 = cwfsHistory.commit("c.py", "1", "Only", 0);
        wep = layout.add("ts_wep", wepHistory);
        cwfs = layout.add("cwfs", cwfsHistory);
        layout.list("""
                cycle: c0044.007
                reviewed: {at: 2026-11-20T21:00:00Z, by: malex}
                ts_wep: v1
                cwfs: %s
                """.formatted(cwfsV1.abbreviated()));
        layout.baseGeneration(1, Map.of(wep, wepV1, cwfs, cwfsV1), Map.of(wep, "v1", cwfs, cwfsV1.abbreviated()));
        layout.generation(2, Map.of(wep, wepHead, cwfs, cwfsV1));
        layout.link(layout.paths().base(), "generations/000001");
        layout.link(layout.paths().deploy(), "generations/000002");
        layout.link(layout.paths().current(), "deploy");
        layout.state(Map.of(wep, fetched(wepHead), cwfs, fetched(cwfsV1)));
        layout.heartbeat(NOW.minusSeconds(30));
    }

    @Test
    void readsThreeThingsSideBySide() throws IOException {
        PackageReading wepReading = wepReading();
        PackageReading cwfsReading = new PackageReading(
                cwfs,
                Known.of(cwfsV1),
                Known.of(cwfsV1),
                new Pin.Resolved(cwfsV1.abbreviated(), Pin.Kind.COMMIT, cwfsV1, AT_V1),
                new Drift.AtPin(),
                new Drift.AtPin(),
                Known.of(new CommitSummary(cwfsV1, "Only", "Zoë Ångström", AT_V1)),
                Set.of(),
                Optional.empty());

        assertThat(read())
                .isEqualTo(new EnvironmentReading(
                        "Summit",
                        NOW,
                        new SwitchState.Following(
                                NEWEST, new Links(layout.paths()).current().orElseThrow()),
                        new BaseState.Built(BASE),
                        Known.of(List.of(wep)),
                        Known.of(NOW.minusSeconds(30)),
                        Optional.of(new Review(Instant.parse("2026-11-20T21:00:00Z"), "malex")),
                        Optional.of("c0044.007"),
                        List.of(wepReading, cwfsReading),
                        List.of()));
    }

    private PackageReading wepReading() {
        return new PackageReading(
                wep,
                Known.of(wepHead),
                Known.of(wepHead),
                new Pin.Resolved("v1", Pin.Kind.TAG, wepV1, AT_V1),
                new Drift.Ahead(1),
                new Drift.Ahead(1),
                Known.of(new CommitSummary(wepHead, "Fix it", "Zoë Ångström", AT_V1.plusSeconds(60))),
                Set.of(),
                Optional.empty());
    }

    @Test
    void tellsHeldAndByWhom() throws IOException {
        JournalEntry act = new JournalEntry(
                "1",
                NOW,
                "rollback",
                "ann",
                Optional.empty(),
                "obs1",
                Optional.of("deploy"),
                Optional.of("generations/000001"),
                1,
                List.of(),
                Optional.empty(),
                Duration.ofMillis(3),
                "done",
                Optional.empty());
        JournalEntry base = new JournalEntry(
                "2",
                NOW,
                "set-base",
                "max",
                Optional.empty(),
                "obs1",
                Optional.empty(),
                Optional.of("generations/000001"),
                1,
                List.of(),
                Optional.empty(),
                Duration.ofMillis(3),
                "done",
                Optional.empty());
        Files.write(layout.paths().journal().resolve("000001.yaml"), JournalDocument.write(act));
        Files.write(
                layout.paths().journal().resolve("000001.yaml"),
                JournalDocument.write(base),
                java.nio.file.StandardOpenOption.APPEND);
        layout.link(layout.paths().current(), "generations/000001");

        EnvironmentReading reading = read();

        assertThat(reading.current())
                .isEqualTo(new SwitchState.Held(
                        BASE,
                        new Links(layout.paths()).current().orElseThrow(),
                        Optional.of(act),
                        Known.of(List.of(new PackageMove(wep, Optional.of(wepV1), Optional.of(wepHead))))));
        assertThat(Verdict.of(reading)).isEqualTo(new Verdict.HeldAtBase(2));
        assertThat(reading.rollbackMoves()).isEqualTo(Known.of(List.of()));
        assertThat(reading.packages().getFirst().deployDrift()).isEqualTo(new Drift.Ahead(1));
    }

    @Test
    void returnsTheSameFactsWhenNothingChanged() {
        try (LayoutEnvironmentReader reader = layout.reader(List.of(wep, cwfs))) {
            EnvironmentReading first = reader.refresh();
            EnvironmentReading second = reader.refresh();

            assertThat(second).isEqualTo(first);
            assertThat(second.packages()).isSameAs(first.packages());
            assertThat(reader.rescan().packages()).isEqualTo(first.packages()).isNotSameAs(first.packages());
        }
    }

    @Test
    void seesEveryKindOfChangeAtTheNextLook() throws IOException {
        try (LayoutEnvironmentReader reader = layout.reader(List.of(wep, cwfs))) {
            reader.refresh();
            layout.heartbeat(NOW);
            assertThat(reader.refresh().lastSync()).isEqualTo(Known.of(NOW));
            layout.state(Map.of(cwfs, fetched(cwfsV1)));
            assertThat(reader.refresh().packages().getFirst().deployHead())
                    .isEqualTo(Known.unknown("the auto-pull has not fetched it yet"));
            layout.link(layout.paths().deploy(), "generations/000001");
            assertThat(reader.refresh().packages().getFirst().running()).isEqualTo(Known.of(wepV1));
            layout.link(layout.paths().base(), "generations/000002");
            assertThat(reader.refresh().base()).isEqualTo(new BaseState.Edited(NEWEST));
            layout.link(layout.paths().current(), "generations/000002");
            assertThat(reader.refresh().current().running()).contains(NEWEST);
            layout.list("ts_wep: v1\n");
            assertThat(reader.refresh().packages().getLast().pin()).isEqualTo(new Pin.Absent());
        }
    }

    @Test
    void saysThatTheListWasEditedAndWhichPinsAreNotBuilt() throws IOException {
        layout.list("ts_wep: %s\ncwfs: %s\n".formatted(wepHead, cwfsV1.abbreviated()));

        EnvironmentReading reading = read();

        assertThat(reading.base()).isEqualTo(new BaseState.Edited(BASE));
        assertThat(reading.rollbackMoves()).isEqualTo(Known.of(List.of(wep)));
        assertThat(reading.packages().getFirst().pin())
                .isEqualTo(new Pin.Resolved(wepHead.hex(), Pin.Kind.COMMIT, wepHead, AT_V1.plusSeconds(60)));
        assertThat(flags(reading)).containsExactly(Set.of(Flag.BASE_NOT_BUILT), Set.of());
    }

    @Test
    void keepsToWhatBaseWasBuiltFromWhenAPinsNameMoves() throws IOException {
        wepHistory.run("push", "-q", "-f", layout.paths().repository(wep).toString(), wepHead.hex() + ":refs/tags/v1");

        PackageReading reading = read().packages().getFirst();

        assertThat(reading.pin()).isEqualTo(new Pin.Resolved("v1", Pin.Kind.TAG, wepV1, AT_V1));
        assertThat(reading.runningDrift()).isEqualTo(new Drift.Ahead(1));
        assertThat(reading.reason())
                .contains("the pin v1 now names %s in the repository; base was built from %s"
                        .formatted(wepHead.abbreviated(), wepV1.abbreviated()));
    }

    @Test
    void raisesTheFlagsOfPins() throws IOException {
        wepHistory.run("checkout", "-q", "-b", "side", wepV1.hex());
        CommitId side = wepHistory.commit("b.py", "1", "Aside", 120);
        wepHistory.run("push", "-q", layout.paths().repository(wep).toString(), "side");
        layout.list("ts_wep: side\ncwfs: v9\n");

        EnvironmentReading reading = read();

        assertThat(flags(reading))
                .containsExactly(
                        EnumSet.of(Flag.PIN_NOT_ON_DEPLOY, Flag.PIN_IS_BRANCH, Flag.BASE_NOT_BUILT),
                        EnumSet.of(Flag.PIN_MISSING, Flag.BASE_NOT_BUILT));
        assertThat(reading.packages().getFirst().runningDrift()).isEqualTo(new Drift.Diverged(1, 1));
        assertThat(reading.packages().getFirst().pin())
                .isEqualTo(new Pin.Resolved("side", Pin.Kind.BRANCH, side, AT_V1.plusSeconds(120)));
        assertThat(reading.packages().getLast().runningDrift())
                .isEqualTo(new Drift.Unknown("the pin v9 is not in its repository"));
        assertThat(Verdict.of(reading)).isEqualTo(new Verdict.Unknown(1, 1, 2));
    }

    @Test
    void raisesTheFlagsOfTheAutoPull() throws IOException {
        layout.state(Map.of(
                wep, troubled(wepHead, SyncState.Problem.Kind.REWRITTEN, "deploy was rewritten"),
                cwfs, troubled(cwfsV1, SyncState.Problem.Kind.UNREACHABLE, "the remote did not answer")));

        assertThat(flags(read())).containsExactly(Set.of(Flag.REWRITTEN), Set.of(Flag.STALE));
        assertThat(read().packages().stream().map(PackageReading::reason))
                .containsExactly(Optional.of("deploy was rewritten"), Optional.of("the remote did not answer"));
    }

    private static SyncState.PackageState troubled(CommitId head, SyncState.Problem.Kind kind, String text) {
        return new SyncState.PackageState(head, head, NOW, Optional.of(new SyncState.Problem(kind, NOW, text)));
    }

    @Test
    void flagsWhatRunsAndIsNotOnDeploy() throws IOException {
        layout.state(Map.of(wep, fetched(wepV1), cwfs, fetched(cwfsV1)));

        assertThat(flags(read())).containsExactly(Set.of(Flag.OFF_DEPLOY), Set.of());
    }

    @Test
    void flagsAnOldPin() throws IOException {
        GitProgram oldHistory = GitProgram.init(directory.resolve("old"));
        CommitId old = oldHistory.commit("a", "1", "Old", -366L * 24 * 3600);
        PackageName name = layout.add("old", oldHistory);
        layout.list("old: " + old + "\n");

        assertThat(layout.reader(List.of(name)).refresh().packages().getFirst().flags())
                .isEqualTo(Set.of(Flag.PIN_OLD, Flag.BASE_NOT_BUILT));
    }

    @Test
    void aRepositoryThatNeverAnswersCostsOnlyItself() throws Exception {
        Path config = layout.paths().repository(wep).resolve("config");
        Files.delete(config);
        assertThat(new ProcessBuilder("mkfifo", config.toString()).start().waitFor())
                .isZero();

        EnvironmentReading reading = read();

        String late = "its repository did not answer within 2 s";
        assertThat(reading.packages().getFirst())
                .isEqualTo(new PackageReading(
                        wep,
                        Known.of(wepHead),
                        Known.of(wepHead),
                        new Pin.Unknown(late),
                        new Drift.Unknown(late),
                        new Drift.Unknown(late),
                        Known.unknown(late),
                        Set.of(),
                        Optional.of(late)));
        assertThat(reading.packages().getLast().runningDrift()).isEqualTo(new Drift.AtPin());
        assertThat(reading.rollbackMoves()).isEqualTo(Known.of(List.of(wep)));
        // Opening it for writing lets the reader go.
        Files.writeString(config, "");
    }

    @Test
    void anUnreadableRepositoryIsUnknownAndTheRestStands() throws IOException {
        Files.move(layout.paths().repository(wep), directory.resolve("gone"));

        EnvironmentReading reading = read();

        assertThat(reading.packages().getFirst().runningDrift()).isInstanceOf(Drift.Unknown.class);
        assertThat(reading.packages().getLast().runningDrift()).isEqualTo(new Drift.AtPin());
        assertThat(Verdict.of(reading)).isEqualTo(new Verdict.Unknown(1, 0, 2));
    }

    @Test
    void doesNotTakeTheManifestsWordForWhatIsImported() throws IOException {
        layout.link(layout.paths().generation(NEWEST).resolve("ts_wep"), "../../checkouts/ts_wep/" + wepV1);
        assertThat(read().packages().getFirst().running())
                .isEqualTo(Known.unknown("the checkout of %s is imported, and the manifest says %s"
                        .formatted(wepV1.abbreviated(), wepHead.abbreviated())));

        layout.link(layout.paths().generation(NEWEST).resolve("ts_wep"), "../../checkouts/ts_wep/" + wepHead);
        Files.delete(layout.paths().marker(wep, wepHead));
        assertThat(read().packages().getFirst().running())
                .isEqualTo(Known.unknown("its checkout of " + wepHead.abbreviated() + " is not complete"));

        layout.link(layout.paths().stable(wep), "/usr");
        assertThat(read().packages().getFirst().running())
                .isEqualTo(Known.unknown(layout.paths().stable(wep)
                        + ", from where it is imported, leads to /usr, which is no checkout of it"));

        Files.delete(layout.paths().stable(wep));
        EnvironmentReading reading = read();
        assertThat(reading.packages().getFirst().running())
                .isEqualTo(Known.unknown(layout.paths().stable(wep) + ", from where it is imported, leads nowhere"));
        assertThat(Verdict.of(reading)).isEqualTo(new Verdict.Unknown(1, 0, 2));
    }

    @Test
    void aDamagedManifestLeavesEverythingUnknown() throws IOException {
        Files.writeString(layout.paths().manifest(NEWEST), "# edited\n", java.nio.file.StandardOpenOption.APPEND);

        EnvironmentReading reading = read();

        assertThat(Verdict.of(reading)).isEqualTo(new Verdict.Unknown(2, 0, 2));
        assertThat(reading.rollbackMoves()).isInstanceOf(Known.Unknown.class);
        assertThat(reading.base()).isEqualTo(new BaseState.Built(BASE));
        assertThat(reading.problems()).singleElement().asString().contains("does not fit the document");
    }

    @Test
    void anUnreadableListIsToldAndARollBackStillHasItsGoal() throws IOException {
        layout.list("ts_wep: [v1]\n");

        EnvironmentReading reading = read();

        String problem = "line 1, key ts_wep: expected text, found a list";
        assertThat(reading.base()).isInstanceOf(BaseState.Unknown.class);
        assertThat(reading.base().proven()).contains(BASE);
        assertThat(reading.rollbackMoves()).isEqualTo(Known.of(List.of(wep)));
        assertThat(reading.problems()).singleElement().asString().contains(problem);
        assertThat(Verdict.of(reading)).isEqualTo(new Verdict.Unknown(2, 0, 2));
    }

    @Test
    void tellsOfPackagesTheSiteDoesNotHave() throws IOException {
        layout.list("ts_wep: v1\nts_we: v1\n");

        assertThat(read().problems())
                .containsExactly(layout.list()
                        + ", line 2, key ts_we: the site file has no package of this name; did you mean ts_wep?");
    }

    @Test
    void aSwitchThatCannotBeReadIsUnknown() throws IOException {
        layout.link(layout.paths().current(), "elsewhere");
        assertThat(read().current())
                .isEqualTo(new SwitchState.Unknown("the switch names elsewhere, which is no generation"));
        Files.delete(layout.paths().current());
        assertThat(Verdict.of(read())).isEqualTo(new Verdict.Unknown(2, 0, 2));
        Files.writeString(layout.paths().current(), "");
        assertThat(read())
                .isEqualTo(EnvironmentReading.unreadable(
                        "Summit", NOW, List.of(wep, cwfs), layout.paths().current() + " is not a symbolic link"));
    }

    private EnvironmentReading read() {
        try (LayoutEnvironmentReader reader = layout.reader(List.of(wep, cwfs))) {
            return reader.refresh();
        }
    }

    private static List<Set<Flag>> flags(EnvironmentReading reading) {
        return reading.packages().stream().map(PackageReading::flags).toList();
    }
}
