package org.obsenv.clones;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Verdict;
import org.obsenv.fixture.Git;

/** What of the clones cannot be read is unknown, never clean, and the rest stands. */
class ClonesUnknownTest extends OnClones {
    @Test
    void fallsBackToTheOwnDeployBranchAndSaysWhenThereIsNone() {
        wep.run("update-ref", "-d", "refs/remotes/origin/deploy");
        Git cwfs = new Git(clones.resolve("cwfs"));
        cwfs.run("update-ref", "-d", "refs/remotes/origin/deploy");
        cwfs.run("branch", "-m", "deploy", "other");

        assertThat(read().packages().stream().map(PackageReading::deployHead))
                .containsExactly(Known.of(head), Known.unknown("it has no branch deploy"));
    }

    @Test
    void aCloneThatCannotBeReadIsUnknownAndTheRestStands() throws Exception {
        Files.delete(clones.resolve("ts_wep/.git/HEAD"));
        assertThat(new ProcessBuilder(
                                "mkfifo", clones.resolve("ts_wep/.git/HEAD").toString())
                        .start()
                        .waitFor())
                .isZero();
        Files.writeString(list, "ts_wep: v1\ncwfs: v1\nts_gone: v1\n");
        try (ClonesEnvironmentReader reader = reader()) {
            EnvironmentReading reading = reader.refresh();

            assertThat(reading.packages())
                    .first()
                    .isEqualTo(PackageReading.unknown(WEP, "its repository did not answer in 2 s"));
            assertThat(reading.packages().get(1).runningDrift()).isEqualTo(new Drift.AtPin());
            assertThat(reading.packages().getLast().reason())
                    .contains("there is no clone of it: " + clones.resolve("ts_gone"));
            assertThat(Verdict.of(reading)).isEqualTo(new Verdict.Unknown(2, 0, 3));
        }
        // Opening it for writing lets the reader go.
        Files.writeString(clones.resolve("ts_wep/.git/HEAD"), "ref: refs/heads/deploy\n");
    }

    @Test
    void aWorkTreeThatCannotBeLookedAtIsNotKnownToBeAtBase() throws IOException {
        Files.write(clones.resolve("cwfs/.git/index"), new byte[] {'D', 'I', 'R', 'C', 0, 0, 0, 9});

        PackageReading cwfs = read().packages().getLast();

        assertThat(cwfs.running()).isEqualTo(Known.of(v1));
        assertThat(cwfs.runningDrift()).isInstanceOf(Drift.Unknown.class);
        assertThat(cwfs.reason().orElseThrow()).startsWith("its work tree could not be looked at: ");
    }

    @Test
    void anUnreadableListLeavesPinsUnknownAndNothingClean() throws IOException {
        Files.writeString(list, "ts_wep: [v1]\n");

        EnvironmentReading reading = read();

        assertThat(reading.base()).isInstanceOf(BaseState.Unknown.class);
        assertThat(Verdict.of(reading)).isEqualTo(new Verdict.Unknown(2, 0, 2));
        assertThat(reading.packages().getFirst().running()).isEqualTo(Known.of(v1));
    }

    @Test
    void aMissingDirectoryIsUnreadableAndRecoversWhenItIsBack() throws IOException {
        try (ClonesEnvironmentReader reader = reader()) {
            EnvironmentReading before = reader.refresh();
            Path away = Files.move(clones, directory.resolve("away"));

            assertThat(reader.refresh())
                    .isEqualTo(EnvironmentReading.unreadable(
                            clones.toString(), NOW, List.of(WEP, CWFS), clones + " is not there"));

            Files.move(away, clones);
            assertThat(reader.refresh()).isEqualTo(before);
        }
    }
}
