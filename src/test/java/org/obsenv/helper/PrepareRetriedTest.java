package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.fixture.RemotePackage;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.layout.SyncState.Gate;
import org.obsenv.layout.SyncState.Problem;
import org.obsenv.layout.SyncState.Verdict;
import org.obsenv.layout.SyncStateDocument;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/** A prepare that comes to nothing is tried twice, and then not until somebody does something about it. */
@Execution(ExecutionMode.CONCURRENT)
class PrepareRetriedTest {
    private static final PackageName WEP = new PackageName("ts_wep");

    @TempDir
    Path directory;

    private TestEnvironment environment;
    private RemotePackage wep;
    private CommitId sound;
    private CommitId hanging;
    private Path idle;

    @BeforeEach
    void hang() throws Exception {
        environment = TestEnvironment.prepare(directory, "ts_wep", "cwfs");
        wep = environment.remote("ts_wep");
        StringBuilder list = new StringBuilder();
        for (String each : List.of("ts_wep", "cwfs")) {
            environment.remote(each).write(".gitignore", "version.txt\n");
            list.append(each).append(": ").append(environment.remote(each).hotfix("Ignore it", "version = 1\n"));
            list.append('\n');
        }
        environment.writeList(list.toString());
        sound = wep.head();
        idle = directory.resolve("idle");
        write("1 s", "");
        assertThat(environment.run(Verb.SETUP)).isInstanceOf(Outcome.Built.class);
        hanging = wep.hotfix("Fix mask edge", "slow = 2\n");
        assertThat(notes()).singleElement().asString().contains("its prepare command did not end within 1 s");
        assertThat(verdict().lines()).last().asString().startsWith("It is tried once more after ");
    }

    @Test
    void itIsNotTriedBeforeThatWhateverOthersPush() throws Exception {
        Files.createFile(idle);
        Verdict before = verdict();
        CommitId other = environment.remote("cwfs").hotfix("Go on", "version = 2\n");

        assertThat(notes()).hasSize(1);

        assertThat(environment.runningCommit("ts_wep")).contains(sound);
        assertThat(environment.runningCommit("cwfs")).contains(other);
        assertThat(verdict()).isEqualTo(before);
        letThePauseEnd();
        assertThat(notes()).isEmpty();
        assertThat(environment.runningCommit("ts_wep")).contains(hanging);
    }

    @Test
    void afterTheSecondTimeItWaitsForPeople() throws Exception {
        letThePauseEnd();
        assertThat(notes()).hasSize(1);
        assertThat(verdict().gate()).isEqualTo(Gate.PREPARE);
        assertThat(verdict().under()).doesNotContain(" until ");
        assertThat(verdict().lines()).isEmpty();
        Files.createFile(idle);
        byte[] known = Files.readAllBytes(environment.paths().state());
        assertThat(notes()).hasSize(1);
        assertThat(environment.paths().state()).hasBinaryContent(known);
        assertThat(environment.runningCommit("ts_wep")).contains(sound);

        assertThat(letPass(hanging)).isInstanceOf(Outcome.Built.class);

        assertThat(environment.runningCommit("ts_wep")).contains(hanging);
        assertThat(notes()).isEmpty();
    }

    @Test
    void whoLetsItPassHasItTriedOnceMoreAndIsTold() {
        assertThat(letPass(hanging)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.CANNOT_BUILD);
            assertThat(refused.facts().get("problem")).isEqualTo("its prepare command did not end within 1 s");
        });
        assertThat(environment.runningCommit("ts_wep")).contains(sound);
    }

    @Test
    void anotherRuleOrAnotherHeadIsTriedAtOnce() throws Exception {
        letThePauseEnd();
        assertThat(notes()).hasSize(1);
        write("2 s", "");
        assertThat(notes()).singleElement().asString().contains("did not end within 2 s");

        CommitId quick = wep.hotfix("Quicker", "version = 3\n");
        assertThat(notes()).isEmpty();
        assertThat(environment.runningCommit("ts_wep")).contains(quick);
    }

    private void write(String time, String more) {
        String script = "if grep -q slow python/*/__init__.py && ! test -e " + idle
                + "; then exec sleep 100; fi; echo v=7 > version.txt" + more;
        environment.writeSite(
                "",
                "prepare: {command: [/bin/sh, -c, \"" + script + "\"], outputs: [version.txt], time: " + time + "}");
    }

    private Outcome letPass(CommitId commit) {
        return environment.run(new Request(
                Verb.SYNC,
                new Saw.Nothing(),
                new Aim.LetPass(WEP, commit),
                Optional.of("the machine was busy"),
                Optional.empty(),
                Optional.empty()));
    }

    private void letThePauseEnd() throws Exception {
        Path state = environment.paths().state();
        String text = Files.readString(state);
        String ended = text.replaceAll(" until \\d{4}-", " until 2001-");
        assertThat(ended).isNotEqualTo(text);
        Files.writeString(state, ended);
    }

    private Verdict verdict() throws Exception {
        return Objects.requireNonNull(SyncStateDocument.read(environment.paths().state())
                        .packages()
                        .get(WEP))
                .problem()
                .flatMap(Problem::verdict)
                .orElseThrow();
    }

    private List<String> notes() {
        Outcome outcome = environment.run(Verb.SYNC);
        if (outcome instanceof Outcome.Built built) {
            return built.notes();
        }
        throw new AssertionError("the pass ended with " + outcome);
    }
}
