package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.RemotePackage;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/** A maintainer has the last word on the site's check, with a reason, about the very head that she saw. */
@Execution(ExecutionMode.CONCURRENT)
class LetPassTest {
    @TempDir
    Path directory;

    private TestEnvironment environment;
    private RemotePackage wep;
    private CommitId sound;
    private CommitId broken;

    @BeforeEach
    void refuse() {
        environment = TestEnvironment.setUp(directory, "ts_wep");
        wep = environment.remote("ts_wep");
        sound = wep.head();
        broken = wep.hotfix("Fix mask edge", "def mask(:\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        assertThat(environment.runningCommit("ts_wep")).contains(sound);
    }

    @Test
    void whatIsLetPassRunsAndIsToldWithItsReasonAndStays() {
        assertThat(letPass(broken, Optional.of("the file is not used at night")))
                .isInstanceOfSatisfying(Outcome.Built.class, built -> assertThat(built.movedCount())
                        .isEqualTo(1));

        assertThat(environment.runningCommit("ts_wep")).contains(broken);
        assertThat(Git.git(
                        environment.paths().repository(new PackageName("ts_wep")), "tag", "--points-at", broken.hex()))
                .startsWith("hotfix/");
        JournalEntry told = environment.newestEntry();
        assertThat(told.act()).isEqualTo("let-pass");
        assertThat(told.reason()).contains("the file is not used at night");
        assertThat(told.moved()).singleElement().satisfies(move -> assertThat(move.to())
                .contains(broken));

        assertThat(environment.run(Verb.SYNC))
                .isInstanceOfSatisfying(
                        Outcome.Built.class, built -> assertThat(built.notes()).isEmpty());
        assertThat(environment.runningCommit("ts_wep")).contains(broken);
    }

    @Test
    void anotherHeadThanTheOneThatWasSeenIsNotLetPass() {
        CommitId newer = wep.hotfix("Worse", "def mask(:(\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);

        requireRefused(Refusal.NOT_REFUSED, broken, Optional.of("please"));
        assertThat(letPass(newer, Optional.of("please"))).isInstanceOf(Outcome.Built.class);
        requireRefused(Refusal.NOT_REFUSED, newer, Optional.of("please"));
    }

    /** Where nothing can be checked, such as without walls, nothing would ever get in otherwise. */
    @Test
    void whatCouldNotBeCheckedIsLetPass() {
        environment.writeSite("check: {interpreter: /usr/bin/no-such-python}\n");
        CommitId unchecked = wep.hotfix("Mend it", "def mask():\n    return 2\n");
        assertThat(environment.run(Verb.SYNC))
                .isInstanceOfSatisfying(Outcome.Built.class, built -> assertThat(built.notes())
                        .singleElement()
                        .asString()
                        .contains("cannot be checked here"));
        assertThat(environment.runningCommit("ts_wep")).contains(sound);

        assertThat(letPass(unchecked, Optional.of("read by two of us"))).isInstanceOf(Outcome.Built.class);
        assertThat(environment.runningCommit("ts_wep")).contains(unchecked);
        assertThat(environment.run(Verb.SYNC))
                .isInstanceOfSatisfying(
                        Outcome.Built.class, built -> assertThat(built.notes()).isEmpty());
    }

    @Test
    void whatRunsIsNotRefused() {
        requireRefused(Refusal.NOT_REFUSED, sound, Optional.of("please"));
    }

    /** A branch that names no commit is refused beside the head that runs; that one is not what is let pass. */
    @Test
    void whatRunsIsNotLetPassWhenItsBranchNamesNoCommit() {
        Git.git(wep.bare(), "update-ref", "refs/heads/deploy", sound.hex());
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        Path branch = wep.bare().resolve("refs/heads/deploy");
        try {
            java.nio.file.Files.writeString(branch, Git.git(wep.bare(), "rev-parse", sound + "^{tree}") + "\n");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(environment.run(Verb.SYNC))
                .isInstanceOfSatisfying(Outcome.Built.class, built -> assertThat(built.notes())
                        .singleElement()
                        .asString()
                        .contains("deploy"));

        requireRefused(Refusal.NOT_REFUSED, sound, Optional.of("please"));
    }

    @Test
    void withoutAReasonNothingIsLetPass() {
        requireRefused(Refusal.REASON_MISSING, broken, Optional.empty());
        requireRefused(Refusal.REASON_MISSING, broken, Optional.of("  "));
    }

    @Test
    void whatIsNotSafeNobodyLetsPass() {
        Git.git(wep.workTree(), "reset", "-q", "--hard", sound.hex());
        Git.git(wep.bare(), "update-ref", "refs/heads/deploy", sound.hex());
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        Git.git(wep.workTree(), "config", "core.symlinks", "true");
        Git.git(wep.workTree(), "update-index", "--add", "--cacheinfo", "160000," + sound + ",sub");
        Git.git(wep.workTree(), "commit", "-q", "-m", "A submodule");
        wep.publish();
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);

        requireRefused(Refusal.CANNOT_LET_PASS, wep.head(), Optional.of("please"));
    }

    private void requireRefused(Refusal refusal, CommitId commit, Optional<String> reason) {
        Optional<CommitId> runs = environment.runningCommit("ts_wep");
        String newest = environment.newestEntry().id();
        assertThat(letPass(commit, reason))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(refusal));
        assertThat(environment.runningCommit("ts_wep")).isEqualTo(runs);
        assertThat(environment.newestEntry().id()).isEqualTo(newest);
    }

    private Outcome letPass(CommitId commit, Optional<String> reason) {
        Aim aim = new Aim.LetPass(new PackageName("ts_wep"), commit);
        return environment.run(
                new Request(Verb.SYNC, new Saw.Nothing(), aim, reason, Optional.empty(), Optional.empty()));
    }
}
