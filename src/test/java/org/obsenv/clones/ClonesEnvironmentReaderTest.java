package org.obsenv.clones;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Flag;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.domain.SwitchState;
import org.obsenv.fixture.Git;

class ClonesEnvironmentReaderTest extends OnClones {
    @Test
    void readsThreeThingsSideBySide() {
        Pin pin = new Pin.Resolved("v1", Pin.Kind.TAG, v1, AT_V1);
        Known<CommitSummary> last = Known.of(new CommitSummary(head, "Fix it", "Zoë Ångström", AT_V1.plusSeconds(60)));

        assertThat(read())
                .isEqualTo(new EnvironmentReading(
                        clones.toString(),
                        NOW,
                        new SwitchState.WatchOnly(),
                        new BaseState.WatchOnly(),
                        Known.unknown("plain clones are only watched"),
                        Known.of(NOW),
                        Optional.empty(),
                        Optional.of("c0044.007"),
                        List.of(
                                new PackageReading(
                                        WEP,
                                        Known.of(head),
                                        Known.of(head),
                                        pin,
                                        new Drift.Ahead(1),
                                        new Drift.Ahead(1),
                                        last,
                                        Set.of(),
                                        Optional.empty()),
                                new PackageReading(
                                        CWFS,
                                        Known.of(v1),
                                        Known.of(head),
                                        pin,
                                        new Drift.AtPin(),
                                        new Drift.Ahead(1),
                                        last,
                                        Set.of(),
                                        Optional.empty())),
                        List.of()));
    }

    @Test
    void raisesTheFlagsOfWorkTreesAndHeads() throws IOException {
        wep.write("a.py", "edited");
        wep.write("new.py", "new");
        Git cwfs = new Git(clones.resolve("cwfs"));
        cwfs.run("checkout", "-q", "--detach");
        cwfs.commit("b.py", "1", "Aside", 120);

        EnvironmentReading reading = read();

        assertThat(flags(reading))
                .containsExactly(
                        EnumSet.of(Flag.UNCOMMITTED, Flag.UNTRACKED), EnumSet.of(Flag.DETACHED, Flag.OFF_DEPLOY));
        assertThat(reading.packages().getLast().runningDrift()).isEqualTo(new Drift.Ahead(1));
    }

    @Test
    void returnsTheSameFactsUntilSomethingChangesAndScansWhenDue() throws IOException {
        try (ClonesEnvironmentReader reader = reader()) {
            EnvironmentReading first = reader.refresh();
            now = NOW.plusSeconds(29);
            wep.write("a.py", "edited");
            EnvironmentReading second = reader.refresh();
            assertThat(second.packages()).isSameAs(first.packages());
            assertThat(second.lastSync()).isEqualTo(Known.of(NOW));

            now = NOW.plusSeconds(30);
            EnvironmentReading scanned = reader.refresh();
            assertThat(flags(scanned)).containsExactly(Set.of(Flag.UNCOMMITTED), Set.of());
            assertThat(scanned.lastSync()).isEqualTo(Known.of(now));

            wep.run("checkout", "-q", "a.py");
            assertThat(flags(reader.rescan())).containsExactly(Set.of(), Set.of());
        }
    }

    @Test
    void seesEveryKindOfRefChangeAtTheNextLook() throws IOException {
        try (ClonesEnvironmentReader reader = reader()) {
            reader.refresh();
            CommitId local = wep.commit("a.py", "3", "Local", 120);
            assertThat(reader.refresh().packages().getFirst().running()).isEqualTo(Known.of(local));
            CommitId pushed = remote.commit("a.py", "4", "Pushed", 180);
            wep.run("fetch", "-q");
            assertThat(reader.refresh().packages().getFirst().deployHead()).isEqualTo(Known.of(pushed));
            wep.run("tag", "-f", "v1", head.hex());
            assertThat(reader.refresh().packages().getFirst().runningDrift()).isEqualTo(new Drift.Ahead(1));
            wep.run("pack-refs", "--all");
            wep.run("checkout", "-q", "--detach", "v1");
            assertThat(reader.refresh().packages().getFirst().flags()).contains(Flag.DETACHED);
            Files.writeString(list, "ts_wep: v1\ncwfs: v2\n");
            assertThat(reader.refresh().packages().getLast().flags()).contains(Flag.PIN_MISSING);
            cloneOf("ts_new");
            assertThat(reader.refresh().packages().getLast().pin()).isEqualTo(new Pin.Absent());
        }
    }

    @Test
    void seesTheBranchThatAPinNamesMoveComeAndGo() throws IOException {
        Files.writeString(list, "ts_wep: night\ncwfs: v1\n");
        try (ClonesEnvironmentReader reader = reader()) {
            assertThat(reader.refresh().packages().getFirst().flags()).contains(Flag.PIN_MISSING);
            wep.run("branch", "night", v1.hex());
            assertThat(pinned(reader)).contains(v1);
            wep.run("branch", "-f", "night", head.hex());
            assertThat(pinned(reader)).contains(head);
            wep.run("update-ref", "refs/remotes/origin/night", v1.hex());
            assertThat(pinned(reader)).as("the remote's branch counts").contains(v1);
            wep.run("update-ref", "refs/remotes/origin/night", head.hex());
            assertThat(pinned(reader)).contains(head);
        }
    }

    private static Optional<CommitId> pinned(ClonesEnvironmentReader reader) {
        return reader.refresh().packages().getFirst().pin() instanceof Pin.Resolved pin
                ? Optional.of(pin.commit())
                : Optional.empty();
    }

    @Test
    void seesWithTheNextScanThatABranchTookTheNameOfATag() throws IOException {
        try (ClonesEnvironmentReader reader = reader()) {
            assertThat(pinned(reader)).contains(v1);
            wep.run("branch", "v1", head.hex());
            now = NOW.plus(SCAN);
            assertThat(reader.refresh().packages().getFirst().pin()).isInstanceOf(Pin.Unresolved.class);
        }
    }

    @Test
    void readsLinkedWorktreesAndClonesWhoseGitDirectoryIsElsewhere() throws IOException {
        wep.run("worktree", "add", "-q", "-b", "other", clones.resolve("linked").toString(), v1.hex());
        remote.run(
                "clone",
                "-q",
                "-b",
                "deploy",
                "--separate-git-dir",
                directory.resolve("elsewhere").toString(),
                remote.directory().toString(),
                clones.resolve("apart").toString());
        Files.writeString(list, "linked: v1\napart: v1\n");

        List<PackageReading> packages = read().packages().subList(0, 2);

        assertThat(packages.stream().map(PackageReading::runningDrift))
                .containsExactly(new Drift.AtPin(), new Drift.Ahead(1));
        assertThat(packages.stream().map(PackageReading::deployHead)).containsExactly(Known.of(head), Known.of(head));
        assertThat(packages.stream().map(PackageReading::flags)).containsExactly(Set.of(), Set.of());
    }

    private static List<Set<Flag>> flags(EnvironmentReading reading) {
        return reading.packages().stream().map(PackageReading::flags).toList();
    }
}
