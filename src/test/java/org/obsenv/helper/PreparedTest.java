package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Verb;

/** A package's prepare command writes in its checkout and nowhere else. */
@Execution(ExecutionMode.CONCURRENT)
class PreparedTest {
    private static final String OUTPUT = "version.txt";

    private static final List<String> NAMES = List.of("ts_wep", "cwfs");

    @TempDir
    Path directory;

    private TestEnvironment environment;

    /** The package ignores what its command makes. */
    @BeforeEach
    void ignoreTheVersion() {
        environment = TestEnvironment.prepare(directory, NAMES.toArray(String[]::new));
        StringBuilder list = new StringBuilder();
        for (String each : NAMES) {
            environment.remote(each).write(".gitignore", OUTPUT + "\n");
            CommitId head = environment.remote(each).hotfix("Ignore the version", "version = 1\n");
            list.append(each).append(": ").append(head).append('\n');
        }
        environment.writeList(list.toString());
    }

    @Test
    void mayAskGitWhatItIs() throws IOException {
        assertThat(setUpWith("git rev-parse --short=12 HEAD > " + OUTPUT)).isInstanceOf(Outcome.Built.class);

        assertThat(environment.root().resolve("ts_wep").resolve(OUTPUT))
                .hasContent(environment.remote("ts_wep").head().hex().substring(0, 12));
    }

    @Test
    void leavesNothingAnywhereElse() {
        Path elsewhere = environment.paths().inner().resolve("elsewhere");

        assertThat(setUpWith("echo v=7 > " + OUTPUT + "; echo x > " + elsewhere))
                .isInstanceOfSatisfying(Outcome.Refused.class, each -> {
                    assertThat(each.refusal()).isEqualTo(Refusal.CANNOT_BUILD);
                    assertThat(each.facts().get("problem"))
                            .startsWith("its prepare command ended with 2: ")
                            .endsWith("Read-only file system");
                });

        assertThat(elsewhere).doesNotExist();
        assertThat(environment.current()).isEqualTo("nothing");
    }

    @Test
    void doesNotLeadThoseAstrayWhoRunGitThere() throws IOException {
        Path other = directory.resolve("other");
        Git.git(directory, "init", "-q", other.toString());

        assertThat(setUpWith("echo v=7 > " + OUTPUT + "; echo gitdir: " + other + "/.git > .git"))
                .isInstanceOf(Outcome.Built.class);

        Path checkout = environment.root().resolve("ts_wep");
        assertThat(Files.readString(checkout.resolve(".git"))).contains("repositories/ts_wep.git/worktrees");
        assertThat(Git.git(checkout, "-c", "safe.directory=*", "rev-parse", "HEAD"))
                .isEqualTo(environment.remote("ts_wep").head().hex());
    }

    @Test
    void whatElseItChangesIsNotTaken() throws IOException {
        assertThat(setUpWith("echo v=7 > " + OUTPUT + "; chmod u+s,a+w .gitignore " + OUTPUT
                        + "; echo more >> .gitignore; ln -s /etc extra"))
                .isInstanceOf(Outcome.Built.class);

        Path checkout = environment.root().resolve("ts_wep");
        assertThat(checkout.resolve(".gitignore")).hasContent(OUTPUT);
        assertThat(checkout.resolve("extra")).doesNotExist();
        assertThat(Files.getAttribute(checkout.resolve(OUTPUT), "unix:mode")).isEqualTo(0100444);
        assertThat(Files.getAttribute(checkout.resolve(".gitignore"), "unix:mode"))
                .isEqualTo(0100444);
    }

    @Test
    void anOutputThatIsALinkOrBehindOneIsNoOutput() {
        assertThat(setUpWith("ln -s /etc/passwd " + OUTPUT))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, each -> assertThat(each.facts().get("problem"))
                                .isEqualTo(OUTPUT + ", which its prepare command makes, is not there"));
    }

    /** Deeper than any path can say: no build may stumble over it for ever. */
    @Test
    void whatItLeavesIsGoneHoweverDeepItIs() throws IOException {
        String deep = "python3 -c 'import os; [(os.mkdir(str(10**19)), os.chdir(str(10**19))) for i in range(300)]';"
                + " exit 4";
        assertThat(setUpWith(deep)).isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(
                        each.facts().get("problem"))
                .startsWith("its prepare command ended with 4"));

        assertThat(setUpWith("echo v=7 > " + OUTPUT)).isInstanceOf(Outcome.Built.class);
        try (Stream<Path> inner = Files.list(environment.paths().inner())) {
            assertThat(inner.filter(each -> each.getFileName().toString().startsWith(".new-")))
                    .isEmpty();
        }
    }

    /** The night keeps what it has, and the others get their news. */
    @Test
    void oneThatCannotBeRunKeepsOutItsOwnHeadAlone() {
        assertThat(setUpWith("if grep -q broken python/*/__init__.py; then exit 3; fi; echo v=7 > " + OUTPUT))
                .isInstanceOf(Outcome.Built.class);
        CommitId ran = environment.runningCommit("ts_wep").orElseThrow();
        environment.remote("ts_wep").hotfix("Fix it", "version = 'broken'\n");
        CommitId other = environment.remote("cwfs").hotfix("Fix it", "version = 2\n");

        assertThat(environment.run(Verb.SYNC))
                .isInstanceOfSatisfying(Outcome.Built.class, built -> assertThat(built.notes())
                        .anyMatch(note -> note.contains("its prepare command ended with 3")));

        assertThat(environment.runningCommit("ts_wep")).contains(ran);
        assertThat(environment.runningCommit("cwfs")).contains(other);
    }

    private Outcome setUpWith(String script) {
        write(script);
        return environment.run(Verb.SETUP);
    }

    private void write(String script) {
        environment.writeSite("", "prepare: {command: [/bin/sh, -c, \"" + script + "\"], outputs: [" + OUTPUT + "]}");
    }
}
