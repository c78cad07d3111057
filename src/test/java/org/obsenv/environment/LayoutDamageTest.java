package org.obsenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obsenv.environment.HandMadeLayout.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.Verdict;

/** What cannot be read is unknown, and costs no more than itself. */
class LayoutDamageTest extends OnTwoPackages {
    @Test
    void aRepositoryThatNeverAnswersCostsOnlyItself() throws Exception {
        Path config = layout.paths().repository(wep).resolve("config");
        Files.delete(config);
        assertThat(new ProcessBuilder("mkfifo", config.toString()).start().waitFor())
                .isZero();

        EnvironmentReading reading = read();

        String late = "its repository did not answer in 2 s";
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
                .isEqualTo(Known.unknown("its checkout " + wepHead.abbreviated() + " is incomplete"));

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
}
