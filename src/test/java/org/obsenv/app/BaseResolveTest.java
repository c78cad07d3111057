package org.obsenv.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.cli.ObsenvCommand;
import org.obsenv.cli.Screen;
import org.obsenv.cli.Waiting;
import org.obsenv.fixture.Git;
import org.obsenv.fixture.TestEnvironment;

/** {@code obsenv base resolve} on a real site and on real clones. */
class BaseResolveTest {
    /** What a command said and ended with. */
    private record Said(int code, String out, String err) {}

    @TempDir
    Path directory;

    private TestEnvironment environment;
    private String pinned;

    @BeforeEach
    void setUp() throws IOException {
        environment = TestEnvironment.setUp(directory, "ts_wep", "cwfs", "atmospec");
        pinned = environment.remote("ts_wep").head().hex();
        Files.writeString(cycle(), "CYCLE=c0044\nrev=.007\nts_wep=1.0.0\nts_wep_x=9\ncwfs=deploy\n");
    }

    @Test
    void tellsScriptsWhatEveryPackageOfASiteWouldBePinnedTo() {
        Said said = run("--site", environment.siteFile().toString(), "--json");

        String head = environment.remote("cwfs").head().hex();
        assertThat(said.out()).isEqualTo("""
                {
                  "packages": [
                    {
                      "name": "ts_wep",
                      "value": "1.0.0",
                      "kind": "tag",
                      "tag": "v1.0.0",
                      "commit": "%s",
                      "problem": null
                    },
                    {
                      "name": "cwfs",
                      "value": "deploy",
                      "kind": "branch",
                      "tag": null,
                      "commit": "%s",
                      "problem": null
                    },
                    {
                      "name": "atmospec",
                      "value": null,
                      "kind": "none",
                      "tag": null,
                      "commit": null,
                      "problem": "%s does not name it"
                    }
                  ]
                }
                """.formatted(pinned, head, cycle()));
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void tellsPeopleWhatPlainClonesHave() throws IOException {
        Path clones = Files.createDirectories(directory.resolve("plain"));
        Git.git(clones, "clone", "-q", environment.remote("ts_wep").address(), "ts_wep");
        Files.createDirectory(clones.resolve("no_clone"));

        Said said = run("--clones", clones.toString());

        assertThat(said.out()).isEqualTo("ts_wep: v1.0.0 (" + pinned.substring(0, 7) + ")\n");
        assertThat(said.code()).isZero();
    }

    @Test
    void aRepositoryThatCannotBeReadIsUnknown() throws IOException {
        Path clones = Files.createDirectories(directory.resolve("plain"));
        Git.git(clones, "clone", "-q", environment.remote("ts_wep").address(), "ts_wep");
        Files.writeString(clones.resolve("ts_wep/.git/HEAD"), "nonsense");
        Files.writeString(clones.resolve("ts_wep/.git/packed-refs"), "nonsense");

        Said said = run("--clones", clones.toString());

        assertThat(said.out()).startsWith("ts_wep: ").doesNotContain("v1.0.0");
        assertThat(said.code()).isNotZero();
    }

    @Test
    void aListThatIsNotPlainIsNamedByItsPlace() throws IOException {
        Files.writeString(cycle(), "CYCLE=c0044\nts_wep=$(id)\n");

        Said said = run("--site", environment.siteFile().toString());

        assertThat(said.err()).startsWith(cycle() + ", line 2, key ts_wep: expected a plain value");
        assertThat(said.out()).isEmpty();
        assertThat(said.code()).isEqualTo(3);
    }

    @Test
    void aDirectoryThatIsNotThereIsSaid() {
        Said said = run("--clones", directory.resolve("nowhere").toString());

        assertThat(said.err()).startsWith(directory.resolve("nowhere") + " cannot be looked into: ");
        assertThat(said.code()).isEqualTo(3);
        assertThat(run("--clones", directory.toString(), "--site", "x").err()).contains("--clones", "--site");
    }

    private Path cycle() {
        return directory.resolve("cycle.env");
    }

    private Said run(String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = new String[more.length + 4];
        System.arraycopy(new String[] {"base", "resolve", "--cycle", cycle().toString()}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        int code = ObsenvCommand.run(
                new CommandSources(InstantSource.system()),
                new Screen(new PrintWriter(out), new PrintWriter(err), false, 80),
                new Waiting(InstantSource.system(), Thread::sleep),
                all);
        return new Said(code, out.toString(), err.toString());
    }
}
