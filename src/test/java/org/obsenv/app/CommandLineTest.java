package org.obsenv.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.cli.ObsenvCommand;
import org.obsenv.cli.Screen;
import org.obsenv.cli.Waiting;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Verb;

/** The command line on a real environment, with verbs as processes of their own. */
class CommandLineTest {
    /** What a command said and ended with. */
    private record Said(int code, String out, String err) {}

    @TempDir
    Path directory;

    private TestEnvironment environment;
    private CommitId pinned;
    private CommitId fixed;

    /** ts_wep one hot-fix after its pin, cwfs at its pin. */
    @BeforeEach
    void pushAHotFix() {
        environment = TestEnvironment.setUp(directory, "ts_wep", "cwfs");
        pinned = environment.remote("ts_wep").head();
        fixed = environment.remote("ts_wep").hotfix("Fix the night", "print('fixed')\n");
        environment.run(Verb.SYNC);
    }

    @Test
    void statusTellsWhatDiffersWithItsExitCode() {
        Said said = run("status");

        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("1 of 2 packages differs from base", "Following deploy: generation ");
        assertThat(said.out().lines())
                .anySatisfy(line -> assertThat(line)
                        .matches("ts_wep +" + fixed.abbreviated() + " +v1.0.0 +ahead 1 +" + fixed.abbreviated()))
                .anySatisfy(line -> assertThat(line).matches("cwfs +[0-9a-f]{7} +v1.0.0 +at base +[0-9a-f]{7}"));
        assertThat(run("status", "--json").out())
                .contains("\"deployed\": \"" + fixed + "\"", "\"drift\": \"ahead\"", "\"following\": true");
    }

    @Test
    void logAndDiffTellWhatChangedSinceThePin() {
        Said log = run("log", "ts_wep");
        assertThat(log.code()).isEqualTo(1);
        assertThat(log.out().lines().toList())
                .hasSize(2)
                .first()
                .isEqualTo("ts_wep: " + fixed.abbreviated() + " runs, ahead 1 against its pin v1.0.0");
        assertThat(log.out()).contains("+ " + fixed.abbreviated()).contains("Fix the night");

        Said diff = run("diff", "ts_wep");
        assertThat(diff.code()).isEqualTo(1);
        assertThat(diff.out()).contains("+print('fixed')");
        assertThat(run("diff", "--stat", "ts_wep").out().lines()).hasSize(2);
        assertThat(run("diff", "cwfs").code()).isZero();
        assertThat(run("log", "cwfs").code()).isZero();
    }

    @Test
    void rollsBackForRealVerifiesOnDiskAndResumes() throws Exception {
        Said said = run("rollback", "--reason", "images are black");

        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("The environment was switched from deploy to base (generation 2): 1 package moved.")
                .contains("all 2 packages held at base")
                .contains("images are black");
        assertThat(environment.runningCommit("ts_wep")).contains(pinned);
        JournalEntry entry = environment.newestEntry();
        assertThat(List.of(entry.act(), entry.reason().orElseThrow())).containsExactly("rollback", "images are black");
        assertThat(run("status").code()).isZero();

        Said again = run("rollback");
        assertThat(again.code()).isZero();
        assertThat(again.out())
                .contains("There is nothing to do: the environment is held at base (generation 2) already.");

        Said resumed = run("resume");
        assertThat(resumed.code()).isZero();
        assertThat(environment.runningCommit("ts_wep")).contains(fixed);
        assertThat(environment.current()).isEqualTo("deploy");
    }

    @Test
    void handsTheNightOverAsItWasWrittenDown() {
        run("rollback", "--reason", "images are *black*");

        Said said = run("handover");

        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .startsWith("# Handover, ")
                .contains("- Held at generation 2 (base) since ")
                .contains("- Following deploy again would move 1 package: ts_wep.")
                .contains(" rolled back to base, generation 2: images are \\*black\\*\n")
                .contains("## CSCs under test\n\n- None.\n");
        assertThat(said.code()).as("what ran before it was set up is not known").isEqualTo(2);
        assertThat(run("handover", "--night", "2020-01-01").out())
                .contains("## Roll backs, holds and returns\n\n- None.\n")
                .contains("Unknown: the journal does not reach back to then.");
    }

    @Test
    void aRefusedRollBackSaysWhatIsUnchangedAndHowToDoItByHand() throws IOException {
        environment.writeSite("contact: {name: On call, phone: \"42\"}\n");
        Files.delete(environment.paths().base());

        Said said = run("rollback");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .contains("No base was ever built here", "Nothing was changed.", "By hand: ", "Contact: On call, 42");
        assertThat(environment.runningCommit("ts_wep")).contains(fixed);
    }

    @Test
    void whatIsUnknownEndsWithTwo() throws IOException {
        Files.delete(environment.paths().stable(environment.remote("cwfs").name()));

        Said said = run("status");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).contains("1 of 2 packages unknown, 1 differs from base");
        assertThat(run("log", "cwfs").code()).isEqualTo(2);
    }

    @Test
    void anEnvironmentThatIsNotThereIsUnknown() throws IOException {
        Files.move(environment.root(), directory.resolve("away"));

        Said said = run("status");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).contains("2 of 2 packages unknown");
    }

    @Test
    void aWrongCommandLineOrSiteFileEndsWithThreeAndNothingHappens() throws IOException {
        assertThat(plain("stat")).isEqualTo(wrong("Unmatched argument at index 0: 'stat'", "obsenv"));
        assertThat(run("log", "ts_we"))
                .isEqualTo(wrong("There is no package ts_we. Packages are: ts_wep, cwfs.", "obsenv log"));
        assertThat(plain("status", "--clones", "/x"))
                .isEqualTo(wrong("--clones needs --base FILE, the list of base pins.", "obsenv status"));
        assertThat(plain("status", "--base", "/x"))
                .isEqualTo(wrong("--base, --deploy cannot be used together with --site.", "obsenv status"));
        assertThat(plain())
                .isEqualTo(wrong(
                        "Say what to do: status, diff, log, rollback, resume, switch, alarms, acknowledge, let-pass, deploy, csc, mark, prune, adopt, pull, timeline, handover, wait-for, notebooks, signoff, base, windows, image or completion.",
                        "obsenv"));

        Path bad = Files.writeString(directory.resolve("bad.yaml"), "name: x\nnmae: y\n");
        Said said = plain("rollback", "--site", bad.toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).startsWith(bad + ", line ").endsWith("Nothing was done. Mend the file at that place.\n");
        assertThat(environment.runningCommit("ts_wep")).contains(fixed);
    }

    private static Said wrong(String problem, String command) {
        return new Said(3, "", problem + "\nNothing was done. See: " + command + " --help\n");
    }

    @Test
    void theLauncherReadsNamesBeyondAsciiInAnyLocale() throws Exception {
        Git clone = Git.init(directory.resolve("plain/ts_wep"));
        clone.run("checkout", "-q", "-b", "deploy");
        clone.commit("né.py", "x", "Release", 0);
        clone.run("tag", "v1");
        Path list = Files.writeString(directory.resolve("plain.yaml"), "ts_wep: v1\n");
        ProcessBuilder builder = new ProcessBuilder(
                        "packaging/obsenv",
                        "status",
                        "--clones",
                        directory.resolve("plain").toString(),
                        "--base",
                        list.toString())
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("XDG_CACHE_HOME", directory.resolve("cache").toString());

        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("1 package, at base");
    }

    @Test
    void everyCommandExplainsItself() {
        for (String command : List.of("status", "diff", "log", "rollback", "resume")) {
            Said said = plain(command, "--help");
            assertThat(said.code()).isZero();
            assertThat(said.out()).contains("Usage: obsenv " + command, "--site=FILE", "The site file");
        }
        assertThat(plain("--help").out())
                .contains("Exit codes:")
                .containsPattern("rollback +Put all packages back to base");
        assertThat(plain("deploy", "--help").out())
                .contains("Such as ts_wep=tickets/DM-51100", "--until=TIME", "--preview", "Only say what would move.");
        assertThat(plain("csc", "add", "--help").out())
                .contains("--return-to=VERSION", "How to return, a line a step.");
    }

    private Said run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--site", environment.siteFile().toString()));
        return plain(all.toArray(String[]::new));
    }

    private static Said plain(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Screen screen = new Screen(new PrintWriter(out), new PrintWriter(err), false, 80);
        int code = ObsenvCommand.run(
                new CommandSources(InstantSource.system()),
                screen,
                new Waiting(InstantSource.system(), Thread::sleep),
                arguments);
        return new Said(code, out.toString(), err.toString());
    }
}
