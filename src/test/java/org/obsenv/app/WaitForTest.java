package org.obsenv.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.cli.ObsenvCommand;
import org.obsenv.cli.Screen;
import org.obsenv.cli.Waiting;
import org.obsenv.domain.PackageName;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Verb;

/** What another program asks the command line for: whether a generation is seen here, and how to complete. */
class WaitForTest {
    @TempDir
    Path directory;

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T03:12:44Z");
    private Runnable meanwhile = () -> {};
    private String printed = "";

    private int run(String... words) {
        StringWriter out = new StringWriter();
        PrintWriter print = new PrintWriter(out);
        Waiting waiting = new Waiting(() -> now, span -> {
            pauses.add(span);
            now = now.plus(span);
            meanwhile.run();
        });
        int code =
                ObsenvCommand.run(new CommandSources(() -> now), new Screen(print, print, false, 100), waiting, words);
        printed = out.toString();
        return code;
    }

    @Test
    void waitsUntilTheGenerationIsSeenWithEveryPackage() throws IOException {
        TestEnvironment environment = TestEnvironment.setUp(directory, "ts_wep", "cwfs");
        String site = environment.siteFile().toString();
        assertThat(run("wait-for", "1", "--site", site)).isZero();
        assertThat(pauses).isEmpty();

        meanwhile = () -> environment.run(Verb.ROLLBACK);
        assertThat(run("wait-for", "2", "--site", site)).isZero();
        assertThat(printed).isEqualTo("Generation 2 is seen here, every package of it (1 s).\n");
        meanwhile = () -> {};

        pauses.clear();
        assertThat(run("wait-for", "1", "--path", environment.root().toString(), "--timeout", "2500 ms"))
                .isEqualTo(1);
        assertThat(printed).isEqualTo("Generation 2 is seen here, not 1, after 2 s.\n");
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(500));

        Files.delete(environment.paths().stable(new PackageName("cwfs")));
        assertThat(run("wait-for", "2", "--site", site, "--timeout", "1s", "--json"))
                .isEqualTo(1);
        assertThat(printed).contains("\"seen\": \"000002\"", "\"isSeen\": false", "cwfs is not there");

        Files.delete(environment.paths().current());
        assertThat(run("wait-for", "2", "--site", site, "--timeout", "1s")).isEqualTo(2);
        assertThat(printed).startsWith("What runs could not be read, after 1 s: ");
    }

    @Test
    void bashCompletesCommandsOptionsAndActs() throws IOException {
        assertThat(run("completion")).isZero();
        Path script = directory.resolve("obsenv");
        Files.writeString(script, printed);
        assertThat(completed(script, "obsenv", "no")).contains("notebooks");
        assertThat(completed(script, "obsenv", "wait-for", "--t")).contains("--timeout");
        assertThat(completed(script, "obsenv", "notebooks", "un")).contains("undo");
        assertThat(completed(script, "obsenv", "signoff", "pro")).contains("propose");
    }

    /** What bash offers for the last word. */
    private static List<String> completed(Path script, String... words) {
        String typed = "COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD=" + (words.length - 1)
                + "; COMP_LINE=\"${COMP_WORDS[*]}\"; COMP_POINT=${#COMP_LINE}";
        return Ran.of(
                        List.of(
                                "bash",
                                "-c",
                                "source " + script + "; " + typed
                                        + "; f=$(complete -p obsenv | sed 's/.*-F \\([^ ]*\\).*/\\1/'); $f; "
                                        + "printf '%s\\n' \"${COMPREPLY[@]}\""),
                        Map.of(),
                        new byte[0])
                .orFail("completion")
                .output()
                .lines()
                .map(String::strip)
                .toList();
    }
}
