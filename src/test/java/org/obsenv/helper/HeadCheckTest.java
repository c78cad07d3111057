package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.Journal;
import org.obsenv.fixture.RemotePackage;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.layout.SyncState.Gate;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncState.Problem;
import org.obsenv.layout.SyncState.Verdict;
import org.obsenv.layout.SyncStateDocument;
import org.obsenv.protocol.Verb;

/** Before a head runs it compiles and imports, beside what it would run with; what fails stays out, said once. */
@Execution(ExecutionMode.CONCURRENT)
class HeadCheckTest {
    private static final String WEP = "python/ts_wep/__init__.py";

    @TempDir
    Path directory;

    private TestEnvironment environment;
    private RemotePackage wep;
    private CommitId sound;

    @BeforeEach
    void setUp() {
        environment = TestEnvironment.setUp(directory, "ts_wep", "cwfs");
        wep = environment.remote("ts_wep");
        sound = wep.head();
    }

    @Test
    void aFileThatDoesNotCompileKeepsItsHeadOutAndNobodyElses() throws Exception {
        CommitId broken = wep.hotfix("Fix mask edge", "version = 2\ndef mask(:\n");
        CommitId other = environment.remote("cwfs").hotfix("Go on", "version = 2\n");

        String text = broken.abbreviated() + " of Maintainer One does not compile: " + WEP + " line 2: invalid syntax";
        assertThat(notes()).containsExactly("ts_wep: " + text.replace("Maintainer One", author(broken)));

        assertThat(environment.runningCommit("ts_wep")).contains(sound);
        assertThat(environment.runningCommit("cwfs")).contains(other);
        PackageState state = state();
        assertThat(state.head()).isEqualTo(broken);
        assertThat(state.accepted()).isEqualTo(sound);
        assertThat(verdict().gate()).isEqualTo(Gate.CHECK);
        assertThat(verdict().what()).isEqualTo("does not compile");
        assertThat(verdict().lines()).containsExactly(WEP + " line 2: invalid syntax", "def mask(:");
        assertThat(verdict().author()).isEqualTo(author(broken));
    }

    @Test
    void aRefusalIsToldInTheJournalOnceAndNotCheckedAgain() throws Exception {
        wep.hotfix("Fix mask edge", "def mask(:\n");
        notes();
        JournalEntry told = environment.newestEntry();
        assertThat(told.act()).isEqualTo("refused");
        assertThat(told.outcome()).isEqualTo("refused");
        assertThat(told.reason()).contains("does not compile");
        assertThat(told.note()).hasValueSatisfying(note -> assertThat(note).contains(author(wep.head()), "line 1"));
        byte[] state = Files.readAllBytes(environment.paths().state());

        assertThat(notes()).hasSize(1);

        assertThat(Files.readAllBytes(environment.paths().state())).isEqualTo(state);
        assertThat(Journal.newest(environment.paths(), 50).stream()
                        .filter(each -> each.act().equals("refused")))
                .hasSize(1);
    }

    @Test
    void aNewerHeadIsCheckedAnew() throws Exception {
        wep.hotfix("Fix mask edge", "def mask(:\n");
        notes();
        CommitId mended = wep.hotfix("Mend it", "def mask():\n    return 2\n");

        assertThat(notes()).isEmpty();

        assertThat(environment.runningCommit("ts_wep")).contains(mended);
        assertThat(state().problem()).isEmpty();
    }

    @Test
    void aModuleThatDoesNotImportAnyMoreKeepsItsHeadOut() throws Exception {
        wep.hotfix("Fix mask edge", "version = 2\nversoin + 1\n");

        assertThat(notes()).singleElement().asString().contains("does not import", "ts_wep: NameError");
        assertThat(verdict().lines()).hasSize(2).last().asString().contains(WEP + " line 2: versoin + 1");
        assertThat(environment.runningCommit("ts_wep")).contains(sound);
    }

    @Test
    void whatTheInterpreterLacksAnywayIsNoReason() throws Exception {
        environment.writeSite("", "check: none");
        wep.hotfix("Needs a library", "import obsenv_nowhere\n");
        assertThat(notes()).isEmpty();
        environment.writeSite("");
        CommitId next = wep.hotfix("Needs it still, and another", "import obsenv_elsewhere, obsenv_nowhere\n");
        assertThat(notes()).isEmpty();
        assertThat(environment.runningCommit("ts_wep")).contains(next);

        wep.hotfix("Broken besides", "import sys\nsys.no_such_thing\nimport obsenv_nowhere\n");
        assertThat(notes()).singleElement().asString().contains("AttributeError");
    }

    @Test
    void aLibraryThatIsNewlyNeededAndNotThereIsAReason() throws Exception {
        wep.hotfix("Needs a library", "import obsenv_nowhere\n");
        assertThat(notes()).singleElement().asString().contains("No module named 'obsenv_nowhere'");
    }

    @Test
    void aModuleThatEndsTheInterpreterDoesNotPass() throws Exception {
        wep.hotfix("Leave early", "import os\nos._exit(0)\n");
        assertThat(notes()).singleElement().asString().contains("ended the check", "ts_wep");
    }

    @Test
    void packagesAreImportedBesideWhatTheyWouldRunWith() throws Exception {
        CommitId brings = environment.remote("cwfs").hotfix("Bring it", "mask = 1\n");
        CommitId needs = wep.hotfix("Need it", "from cwfs import mask\n");
        assertThat(notes()).isEmpty();
        assertThat(environment.runningCommit("ts_wep")).contains(needs);
        assertThat(environment.runningCommit("cwfs")).contains(brings);

        // What stays out is not what the other one runs with.
        environment.remote("cwfs").hotfix("Broken", "def mask(:\n");
        CommitId fine = wep.hotfix("Fine", "from cwfs import mask\nversion = 3\n");
        assertThat(notes()).singleElement().asString().startsWith("cwfs: ");
        assertThat(environment.runningCommit("ts_wep")).contains(fine);
    }

    @Test
    void whatWaitedForAnotherPackageIsCheckedAgainWithIt() throws Exception {
        CommitId needs = wep.hotfix("Need it", "from cwfs import edge\n");
        assertThat(notes()).singleElement().asString().contains("cannot import name 'edge'");
        CommitId brings = environment.remote("cwfs").hotfix("Bring it", "edge = 1\n");
        // Nobody waits for what was refused; it comes with the next pass.
        assertThat(notes()).hasSize(1);
        assertThat(environment.runningCommit("cwfs")).contains(brings);

        assertThat(notes()).isEmpty();
        assertThat(environment.runningCommit("ts_wep")).contains(needs);
    }

    @Test
    void theSitesOwnCommandDecidesAndAnotherOneDecidesAnew() throws Exception {
        environment.writeSite("", "check: {command: [/bin/sh, -c, \"echo not tonight; exit 3\"]}");
        CommitId head = wep.hotfix("Fix mask edge", "version = 2\n");
        assertThat(notes()).singleElement().asString().endsWith("failed its check (code 3): not tonight");

        environment.writeSite("", "check: {command: [/bin/sh, -c, \"test -r python/ts_wep/__init__.py\"]}");
        assertThat(notes()).isEmpty();
        assertThat(environment.runningCommit("ts_wep")).contains(head);
    }

    @Test
    void aCheckThatCannotBeMadeIsTriedAgain() throws Exception {
        environment.writeSite("check: {interpreter: /usr/bin/no-such-python}\n");
        CommitId head = wep.hotfix("Fix mask edge", "version = 2\n");
        assertThat(notes()).singleElement().asString().contains("cannot be checked here", "no-such-python");
        assertThat(state().problem().flatMap(Problem::verdict)).isEmpty();
        Path link = directory.resolve("python");
        environment.writeSite("check: {interpreter: " + link + "}\n");
        assertThat(notes()).hasSize(1);
        Files.createSymbolicLink(link, Path.of("/usr/bin/python3"));

        assertThat(notes()).isEmpty();
        assertThat(environment.runningCommit("ts_wep")).contains(head);
    }

    /** Held, it would make a roll back wait for as long as the check may take. */
    @Test
    void aHeadCannotTakeTheSwitchLock() throws Exception {
        Path lock = environment.paths().locks().resolve("switch");
        assertThat(lock).exists();
        wep.hotfix("Hold it", "import fcntl\nfcntl.lockf(open('" + lock + "'), fcntl.LOCK_SH)\n");
        assertThat(notes()).singleElement().asString().contains("FileNotFoundError", "locks/switch");
    }

    @Test
    void whereTheHeadThatRunsDoesNotEndItsCheckWhatIsNewIsNotKnown() throws Exception {
        environment.writeSite("", "check: none");
        CommitId cut = wep.hotfix("Leave early", "import os\nos._exit(0)\n");
        assertThat(notes()).isEmpty();
        environment.writeSite("");
        wep.hotfix("Needs a library", "import obsenv_nowhere\n");

        assertThat(notes())
                .singleElement()
                .asString()
                .contains("cannot be checked here", cut.abbreviated() + ", which runs, did not end its check");
        assertThat(state().problem().flatMap(Problem::verdict)).isEmpty();
    }

    private List<String> notes() {
        Outcome outcome = environment.run(Verb.SYNC);
        if (outcome instanceof Outcome.Built built) {
            return built.notes();
        }
        throw new AssertionError("the pass ended with " + outcome);
    }

    private String author(CommitId commit) {
        return Git.git(wep.workTree(), "log", "-1", "--format=%an", commit.hex());
    }

    private Verdict verdict() throws Exception {
        return state().problem().flatMap(Problem::verdict).orElseThrow();
    }

    private PackageState state() throws Exception {
        return Objects.requireNonNull(
                SyncStateDocument.read(environment.paths().state()).packages().get(new PackageName("ts_wep")));
    }
}
