package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.notebooks.Notebooks;
import org.obsenv.domain.notebooks.NotebooksEnding;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.notebooks.UserSetups;
import org.obsenv.protocol.Verb;

/** What real shells get from the setup files while the switch moves. EUPS's {@code setup} is a stand-in. */
@Execution(ExecutionMode.CONCURRENT)
class SetupFilesTest {
    /** Puts each package's path into a variable, as EUPS does. */
    private static final String SETUP = "setup() { export \"DIR_$2=$4\"; }\n";

    /** What a script that imports both packages gets. */
    private static final String SCRIPT =
            "cat \"$DIR_ts_wep\"/python/ts_wep/__init__.py \"$DIR_cwfs\"/python/cwfs/__init__.py | tr '\\n' ' '; echo";

    private static final String BASE = "version = 1 version = 1 ";
    private static final String DEPLOY = "version = 2 version = 2 ";

    @TempDir
    Path directory;

    private TestEnvironment environment;

    @BeforeEach
    void pushAHotFixOfBoth() {
        environment = TestEnvironment.setUp(directory, "ts_wep", "cwfs");
        environment.remote("ts_wep").hotfix("Fix it", "version = 2\n");
        environment.remote("cwfs").hotfix("Fix it too", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
    }

    /** A shell that lives on and does what it is told, line by line. */
    private static final class Parent implements AutoCloseable {
        private final Process process;
        private final BufferedWriter in;
        private final BufferedReader out;

        Parent(Path sources) throws IOException {
            process = new ProcessBuilder("bash").redirectErrorStream(true).start();
            in = process.outputWriter();
            out = process.inputReader();
            in.write(SETUP + "source '" + sources + "'\n");
        }

        /** What a script prints that it starts now. */
        String starts(String command) throws IOException {
            in.write(command + "\n");
            in.flush();
            return out.readLine();
        }

        String startsAScript() throws IOException {
            return starts("sh -c '" + SCRIPT.replace("'", "'\\''") + "'");
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    @Test
    void everyScriptOfALongLivedParentGetsTheNewestAfterEverySwitch() throws IOException {
        try (Parent queue = new Parent(environment.root().resolve("auto_env_setup.sh"));
                Parent kernel = new Parent(environment.root().resolve("auto_env_setup_pinned.sh"))) {
            assertThat(queue.startsAScript()).isEqualTo(DEPLOY);
            assertThat(kernel.startsAScript()).isEqualTo(DEPLOY);
            for (int i = 0; i < 3; i++) {
                environment.run(Verb.ROLLBACK);
                assertThat(queue.startsAScript()).isEqualTo(BASE);
                assertThat(kernel.startsAScript()).isEqualTo(DEPLOY);
                environment.run(Verb.RESUME);
                assertThat(queue.startsAScript()).isEqualTo(DEPLOY);
                assertThat(kernel.startsAScript()).isEqualTo(DEPLOY);
            }
        }
    }

    @Test
    void notebooksAtBaseGetBaseWhateverRunsAndTheNextBaseAfterARestart() throws IOException {
        Path home = Files.createDirectories(directory.resolve("home"));
        Path file = Files.createDirectories(home.resolve("notebooks")).resolve(".user_setups");
        UserSetups setups = new UserSetups(home, environment.paths(), InstantSource.system());
        assertThat(setups.toBase((Notebooks.Elsewhere) setups.look())).isInstanceOf(NotebooksEnding.Done.class);
        try (Parent kernel = new Parent(file)) {
            assertThat(kernel.startsAScript()).isEqualTo(BASE);
            environment.writeList("ts_wep: deploy\ncwfs: deploy\n");
            assertThat(environment.run(Verb.SET_BASE)).isInstanceOf(Outcome.Built.class);
            assertThat(kernel.startsAScript()).isEqualTo(BASE);
        }
        try (Parent restarted = new Parent(file)) {
            assertThat(restarted.startsAScript()).isEqualTo(DEPLOY);
        }
    }

    private List<String> withEnvironment(String... command) throws IOException {
        Path eups = Files.createDirectories(directory.resolve("eups/bin")).resolve("eups_setup");
        Files.writeString(eups, "#!/bin/sh\nprintf 'export DIR_%s=\"%s\"' \"$2\" \"$4\"\n");
        Files.setPosixFilePermissions(eups, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> words = new ArrayList<>();
        words.add(environment.paths().withEnvironment().toString());
        words.addAll(List.of(command));
        return words;
    }

    private Ran start(List<String> command) {
        return Ran.of(command, Map.of("EUPS_DIR", directory.resolve("eups").toString()), new byte[0]);
    }

    @Test
    void withEnvironmentKeepsOneGenerationThroughASwitch() throws IOException {
        Path switched = directory.resolve("verbs/rollback");
        // The switch comes when the command has begun and has read nothing yet.
        Ran ran = start(withEnvironment("sh", "-c", switched + " >/dev/null </dev/null; " + SCRIPT));
        assertThat(ran.output()).isEqualTo(DEPLOY + "\n");
        assertThat(environment.current()).startsWith("generations/");
        assertThat(start(withEnvironment("sh", "-c", SCRIPT)).output()).isEqualTo(BASE + "\n");
    }

    @Test
    void aSwitchBetweenItsPackagesDoesNotMixThem() throws IOException {
        List<String> command = withEnvironment("sh", "-c", SCRIPT);
        Path eups = directory.resolve("eups/bin/eups_setup");
        // The switch comes while the first package is being set up.
        Files.writeString(
                eups,
                "#!/bin/sh\n[ \"$2\" != ts_wep ] || " + directory.resolve("verbs/rollback")
                        + " >/dev/null </dev/null\nprintf 'export DIR_%s=\"%s\"' \"$2\" \"$4\"\n");
        assertThat(start(command).output()).isEqualTo(DEPLOY + "\n");
        assertThat(environment.current()).startsWith("generations/");
    }

    @Test
    void withEnvironmentPassesWordsAndTheEndOn() throws IOException {
        Ran ran = start(
                withEnvironment("sh", "-c", "printf '<%s>' \"$@\"; exit 7", "x", "a b", "", "*", "it's \"$HOME\""));
        assertThat(ran.output()).isEqualTo("<a b><><*><it's \"$HOME\">");
        assertThat(ran.exit()).isEqualTo(7);
    }

    @Test
    void withoutSetupOrWithAPackageThatFailsNothingIsStarted() throws IOException {
        Ran without = Ran.of(
                List.of(environment.paths().withEnvironment().toString(), "echo", "started"),
                Map.of("EUPS_DIR", ""),
                new byte[0]);
        assertThat(without.exit()).isEqualTo(125);
        assertThat(without.output()).isEmpty();
        assertThat(without.complaint()).contains("echo was not started");
        List<String> command = withEnvironment("echo", "started");
        Files.writeString(directory.resolve("eups/bin/eups_setup"), "#!/bin/sh\necho false\n");
        Ran failing = start(command);
        assertThat(failing.exit()).isEqualTo(125);
        assertThat(failing.output()).isEmpty();
    }

    @Test
    void aBuildMakesTheProgramAsItShouldBe() throws IOException {
        Path program = environment.paths().withEnvironment();
        String meant = Files.readString(program);
        Files.writeString(program, "#!/bin/sh\n");
        CommitId next = environment.remote("cwfs").hotfix("Again", "version = 3\n");
        environment.run(Verb.SYNC);
        assertThat(environment.runningCommit("cwfs")).contains(next);
        assertThat(program).hasContent(meant);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(program)))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void aBaseOfAnOlderBuildIsBuiltAnew() throws IOException {
        Path file = environment.paths().base().toRealPath().resolve("auto_env_setup_pinned.sh");
        Files.writeString(file, "obs_env_generation=$(readlink -f '/opt/obs_env/.obsenv/current') || return 1\n");
        assertThat(environment.run(Verb.SET_BASE))
                .isInstanceOfSatisfying(Outcome.Built.class, built -> assertThat(built.generation())
                        .isPresent());
        assertThat(environment.run(Verb.SET_BASE))
                .isInstanceOfSatisfying(Outcome.Built.class, built -> assertThat(built.generation())
                        .isEmpty());
    }
}
