package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.Ran;
import org.obsenv.hostile.Mount;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Verb;
import org.obsenv.words.Endings;

/** What adopt does not do, and what it leaves as it was. */
class AdoptRefusedTest extends AdoptFixture {
    @Test
    void whatCannotBeTakenInIsNamedAndNothingIsTouched() throws IOException {
        Path elsewhere = directory.resolve("elsewhere");
        unfit("it is a shallow clone", () -> Files.writeString(clone.resolve(".git/shallow"), head("ts_wep") + "\n"));
        Files.delete(clone.resolve(".git/shallow"));
        unfit("it borrows objects", () -> Files.writeString(clone.resolve(".git/objects/info/alternates"), "/x\n"));
        Files.delete(clone.resolve(".git/objects/info/alternates"));
        unfit("it holds another repository", () -> Files.createDirectories(clone.resolve("inner/.git")));
        Ran.must("rm", "-r", clone.resolve("inner").toString());
        unfit(
                "belongs to",
                () -> Ran.must("chown", "12345", clone.resolve(MODULE).toString()));
        Ran.must("chown", "0", clone.resolve(MODULE).toString());
        unfit("it is a linked work tree", () -> {
            Git.git(environment.remote("ts_wep").workTree(), "worktree", "add", "-q", elsewhere.toString(), "v1.0.0");
            Ran.must("rm", "-r", clone.toString());
            Files.move(elsewhere, clone);
        });
    }

    @Test
    void changesNothingWhenSomebodyWorkedInACloneSince() throws IOException {
        String saw = plan();
        Files.writeString(clone.resolve(MODULE), "version = 1.5\n");
        String before = content(environment.root());

        assertThat(run(new Aim.Planned(Optional.of(saw), List.of())))
                .isEqualTo(new Outcome.Refused(Refusal.PLAN_CHANGED, Map.of("saw", saw, "now", plan())));
        assertThat(content(environment.root())).isEqualTo(before);
    }

    /** After the plan was seen to hold, and before the clones are exchanged. */
    @Test
    void saysWhatStaysWhenSomebodyWorksInACloneWhileItIsTakenIn() throws Exception {
        Act act = act();
        AdoptPlan plan = AdoptPlan.of(act);
        Files.writeString(clone.resolve(MODULE), "version = 1.5\n");
        LayoutBuild.directories(act.paths());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new Adoption(act, new BuildAct(act), plan).run())
                .satisfies(each -> {
                    assertThat(each.outcome())
                            .isEqualTo(new Outcome.Refused(
                                    Refusal.CLONES_CHANGED, Map.of("saw", plan.id(), "now", plan())));
                    assertThat(new Endings().explain(each.outcome()).unchanged())
                            .startsWith("Every clone stands where it stood")
                            .contains("What was made beside the clones stays");
                });

        assertThat(clone).isDirectory().isNotEmptyDirectory();
        assertThat(clone.resolve(MODULE)).hasContent("version = 1.5");
        assertThat(environment.links().deploy()).isPresent();
        assertThat(adopt()).isInstanceOf(Outcome.Built.class);
        assertThat(old("ts_wep").resolve(MODULE)).hasContent("version = 1.5");
    }

    /** Room for what adopt writes, and not for as much again. */
    @Test
    void needsItsRoomOnce() throws IOException {
        try (Mount disk = Mount.tmpfs(environment.root(), "size=16m")) {
            cloneAll();
            byte[] noise = new byte[3 << 20];
            new SplittableRandom(1).nextBytes(noise);
            Files.write(clone.resolve("noise.dat"), noise);
            Git.git(clone, "add", "-A");
            Git.git(clone, "commit", "-q", "-m", "Measured");

            assertThat(adopt()).isInstanceOf(Outcome.Built.class);

            assertThat(Files.getFileStore(disk.directory()).getUsableSpace()).isLessThan(2L * noise.length);
            assertThat(clone).isSymbolicLink();
        }
    }

    private Act act() throws Exception {
        return new Act(
                environment.site(),
                SiteText.of(environment.siteFile()),
                Request.plain(Verb.ADOPT),
                new Caller("root"),
                "here",
                InstantSource.system(),
                new DocumentReporter(new PrintStream(OutputStream.nullOutputStream())));
    }

    private interface Spoiling {
        void spoil() throws IOException;
    }

    private void unfit(String problem, Spoiling spoiling) throws IOException {
        spoiling.spoil();
        assertThat(run(Aim.Planned.PREVIEW)).isInstanceOfSatisfying(Outcome.Planned.class, planned -> {
            assertThat(planned.plan()).isEmpty();
            assertThat(planned.lines().getFirst())
                    .startsWith("ts_wep: cannot be taken in: ")
                    .contains(problem);
        });
        assertThat(environment.paths().inner()).doesNotExist();
    }
}
