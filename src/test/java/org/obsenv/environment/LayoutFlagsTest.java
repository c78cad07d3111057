package org.obsenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obsenv.environment.HandMadeLayout.NOW;
import static org.obsenv.environment.HandMadeLayout.fetched;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Flag;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.domain.Verdict;
import org.obsenv.domain.trace.Acknowledgement;
import org.obsenv.domain.trace.Alarm;
import org.obsenv.domain.trace.Alarms;
import org.obsenv.domain.trace.Cause;
import org.obsenv.fixture.Git;
import org.obsenv.layout.AlarmsDocument;
import org.obsenv.layout.SyncState;

/** What is said of pins and of the auto-pull. */
class LayoutFlagsTest extends OnTwoPackages {
    private static final String TOLD = "2026-11-21 03:00 UTC";

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
                .containsExactly(
                        Optional.of("deploy was rewritten"),
                        Optional.of("the remote did not answer; deploy as of " + TOLD));
    }

    @Test
    void raisesTheFlagOfABranchThatDidNotCome() throws IOException {
        layout.state(Map.of(
                wep, troubled(wepHead, SyncState.Problem.Kind.UNBROUGHT, "the remote's branch was not brought"),
                cwfs, fetched(cwfsV1)));

        assertThat(flags(read())).containsExactly(Set.of(Flag.UNBROUGHT), Set.of());
        assertThat(read().packages().getFirst().reason())
                .contains("the remote's branch was not brought; deploy as of " + TOLD);
    }

    @Test
    void aRemoteThatFallsSilentHidesNotWhatWasRefused() throws IOException {
        SyncState.Problem refused =
                new SyncState.Problem(SyncState.Problem.Kind.REFUSED, NOW, "%s is not safe".formatted(wepHead));
        SyncState.Problem silent =
                new SyncState.Problem(SyncState.Problem.Kind.UNBROUGHT, NOW, "the remote's branch was not brought");
        layout.state(Map.of(
                wep,
                new SyncState.PackageState(wepHead, wepV1, NOW, Optional.of(refused), Optional.of(silent)),
                cwfs,
                fetched(cwfsV1)));

        PackageReading reading = read().packages().getFirst();

        assertThat(reading.flags()).isEqualTo(Set.of(Flag.REFUSED, Flag.UNBROUGHT));
        assertThat(reading.reason())
                .contains(
                        "%s is not safe; the remote's branch was not brought; deploy as of ".formatted(wepHead) + TOLD);
    }

    /** As a window that is left open while the helper is upgraded. */
    @Test
    void whatANewerHelperWroteIsReadAndSaidNotToBeAll() throws IOException {
        layout.state(Map.of(wep, fetched(wepHead), cwfs, fetched(cwfsV1)));
        Path state = layout.paths().state();
        String known = Files.readString(state);
        Files.writeString(state, known.replaceFirst("format: \\S+", "format: 3") + "later: {key: value}\n");

        EnvironmentReading reading = read();

        assertThat(reading.packages().getFirst().deployHead()).isEqualTo(Known.of(wepHead));
        assertThat(reading.problems()).singleElement().asString().startsWith("the auto-pull is of a newer version");

        Files.writeString(state, known + "later: {key: value}\n");
        assertThat(layout.reader(List.of(wep)).refresh().packages().getFirst().deployHead())
                .isInstanceOfSatisfying(Known.Unknown.class, unknown -> assertThat(unknown.reason())
                        .contains("later: unknown key"));
    }

    private static SyncState.PackageState troubled(CommitId head, SyncState.Problem.Kind kind, String text) {
        Optional<SyncState.Problem> problem = Optional.of(new SyncState.Problem(kind, NOW, text));
        return kind.isOfTheRemote()
                ? new SyncState.PackageState(head, head, NOW, Optional.empty(), problem)
                : new SyncState.PackageState(head, head, NOW, problem);
    }

    @Test
    void flagsWhatRunsAndIsNotOnDeploy() throws IOException {
        layout.state(Map.of(wep, fetched(wepV1), cwfs, fetched(cwfsV1)));

        assertThat(flags(read())).containsExactly(Set.of(Flag.OFF_DEPLOY), Set.of());
    }

    @Test
    void flagsWhatAnAlarmWaitsForUntilItIsAcknowledged() throws IOException {
        Alarm open = new Alarm(
                new Cause.OfCommit(Cause.Kind.NO_TICKET, wep, wepHead), NOW, Optional.empty(), Optional.empty());
        Alarm list = new Alarm(new Cause.ListNotBuilt("0".repeat(64)), NOW, Optional.empty(), Optional.empty());
        Alarm seen = new Alarm(
                new Cause.OfCommit(Cause.Kind.PIN_OLD, cwfs, cwfsV1),
                NOW,
                Optional.empty(),
                Optional.of(new Acknowledgement(NOW, "ana", Optional.empty(), "it stays")));
        LayoutEnvironmentReader reader = layout.reader(List.of(wep, cwfs));
        assertThat(flags(reader.refresh())).containsExactly(Set.of(), Set.of());
        Files.write(
                layout.paths().alarms(),
                AlarmsDocument.write(
                        new AlarmsDocument.Kept(new Alarms(1, List.of(open, list, seen)), new TreeMap<>())));

        EnvironmentReading reading = reader.refresh();

        assertThat(flags(reading)).containsExactly(Set.of(Flag.ALARM), Set.of());
        assertThat(reading.packages().getFirst().reason())
                .contains("the hot-fix %s names no ticket".formatted(wepHead.abbreviated()));
        assertThat(reading.problems()).isEmpty();

        Files.writeString(layout.paths().alarms(), "revision: x\n");
        assertThat(reader.refresh().problems())
                .singleElement()
                .asString()
                .startsWith("which alarms there are is not known: ");
    }

    @Test
    void flagsAnOldPin() throws IOException {
        Git oldHistory = Git.init(directory.resolve("old"));
        CommitId old = oldHistory.commit("a", "1", "Old", -366L * 24 * 3600);
        PackageName name = layout.add("old", oldHistory);
        layout.list("old: " + old + "\n");

        assertThat(layout.reader(List.of(name)).refresh().packages().getFirst().flags())
                .isEqualTo(Set.of(Flag.PIN_OLD, Flag.BASE_NOT_BUILT));
    }
}
