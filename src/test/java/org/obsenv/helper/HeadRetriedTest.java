package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Outcome;
import org.obsenv.fixture.RemotePackage;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Verb;

/** What failed for what may be the machine's fault is checked once more after a while, and then not again. */
class HeadRetriedTest {
    @TempDir
    Path directory;

    private TestEnvironment environment;
    private RemotePackage wep;
    private CommitId sound;
    private Path idle;

    @BeforeEach
    void refuseForBeingLate() throws Exception {
        environment = TestEnvironment.setUp(directory, "ts_wep", "cwfs");
        wep = environment.remote("ts_wep");
        sound = wep.head();
        idle = directory.resolve("idle");
        String command = "test -e " + idle + " || exec sleep 100";
        environment.writeSite("check: {time: 1 s}\n", "check: {command: [/bin/sh, -c, \"" + command + "\"]}");
        wep.hotfix("Fix mask edge", "version = 2\n");
        assertThat(notes()).singleElement().asString().contains("did not end its check within 1 s");
        assertThat(Files.readString(environment.paths().state())).contains("It is checked once more after ", " until ");
    }

    @Test
    void itIsNotCheckedBeforeThatWhateverOthersPush() throws Exception {
        Files.createFile(idle);
        CommitId other = environment.remote("cwfs").hotfix("Go on", "version = 2\n");
        assertThat(notes()).hasSize(1);
        assertThat(environment.runningCommit("ts_wep")).contains(sound);
        assertThat(environment.runningCommit("cwfs")).contains(other);
    }

    @Test
    void itRunsWhenItPassesThen() throws Exception {
        Files.createFile(idle);
        letThePauseEnd();
        assertThat(notes()).isEmpty();
        assertThat(environment.runningCommit("ts_wep")).contains(wep.head());
    }

    @Test
    void itStaysOutWhenItFailsAgain() throws Exception {
        letThePauseEnd();
        assertThat(notes()).singleElement().asString().contains("did not end its check within 1 s");
        assertThat(Files.readString(environment.paths().state())).doesNotContain(" until ");

        Files.createFile(idle);
        assertThat(notes()).hasSize(1);
        assertThat(environment.runningCommit("ts_wep")).contains(sound);
    }

    private void letThePauseEnd() throws Exception {
        Path state = environment.paths().state();
        String text = Files.readString(state);
        String ended = text.replaceAll(" until \\d{4}-", " until 2001-");
        assertThat(ended).isNotEqualTo(text);
        Files.writeString(state, ended);
    }

    private List<String> notes() {
        Outcome outcome = environment.run(Verb.SYNC);
        if (outcome instanceof Outcome.Built built) {
            return built.notes();
        }
        throw new AssertionError("the pass ended with " + outcome);
    }
}
