package org.obsenv.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obsenv.domain.PackageName;
import org.obsenv.fixture.Ran;
import org.obsenv.yaml.YamlProblem;

/** The cycle build's list is data: what a shell would make of it is never found out. */
class CycleBuildTest {
    private static final String LIST = """
            #
            # Cycle
            #
            CYCLE=c0044
            rev=.007
            ts_wep=16.5.0
            ts_wep_extra=1.0.0
            lsst_sims=2.13.0.sims-4-g6cf0aa7+7c85dde3c7
            cwfs=master   # a branch
            atmospec="w.2023.42"
            Spectractor='w.2023.42'
            export summit_utils=w.2023.42
            empty=
            """;

    @Test
    void readsVersionsByWholeNames() throws YamlProblem {
        CycleBuild build = parse(LIST);

        assertThat(build.cycle()).contains("c0044.007");
        assertThat(build.version(new PackageName("ts_wep"))).contains("16.5.0");
        assertThat(build.version(new PackageName("lsst_sims"))).contains("2.13.0.sims-4-g6cf0aa7+7c85dde3c7");
        assertThat(build.version(new PackageName("cwfs"))).contains("master");
        assertThat(build.version(new PackageName("atmospec"))).contains("w.2023.42");
        assertThat(build.version(new PackageName("Spectractor"))).contains("w.2023.42");
        assertThat(build.version(new PackageName("summit_utils"))).contains("w.2023.42");
        assertThat(build.version(new PackageName("ts"))).isEmpty();
        assertThat(build.version(new PackageName("empty"))).isEmpty();
        assertThat(build.settings().get("ts_wep")).isEqualTo(new Setting("ts_wep", "16.5.0", 6));
    }

    @Test
    void readsLinesThatEndAsOnWindowsAndAListWithoutARevision() throws YamlProblem {
        assertThat(parse("CYCLE=main\r\nrev=\r\nts_wep=develop\r\n").cycle()).contains("main");
        assertThat(parse("").cycle()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ts_wep=$(rm -rf /), ts_wep",
        "ts_wep=`id`, ts_wep",
        "ts_wep=${OTHER}, ts_wep",
        "ts_wep=1.0;id, ts_wep",
        "ts_wep=1.0&, ts_wep",
        "ts_wep=a|b, ts_wep",
        "ts_wep=a>b, ts_wep",
        "ts_wep=a\\b, ts_wep",
        "ts_wep=\"$HOME\", ts_wep",
        "ts_wep=1.0 2.0, ts_wep",
        "ts_wep=\"1.0, ts_wep",
        "ts_wep=1\"2\", ts_wep",
        "ts_wep 1.0, ''",
        "ts_wep =1.0, ''",
        "=1.0, ''",
        "1ts=1.0, ''",
        "source other.env, ''",
        "if true; then, ''"
    })
    void whatIsNoPlainValueIsNamedByFileLineAndName(String line, String name) {
        YamlProblem problem = catchThrowableOfType(YamlProblem.class, () -> parse("CYCLE=c0044\n\n" + line + "\n"));
        assertThat(problem.file()).isEqualTo("cycle.env");
        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.key()).isEqualTo(name);
    }

    @Test
    void aNameThatStandsTwiceIsNamedWithBothLines() {
        YamlProblem problem = catchThrowableOfType(YamlProblem.class, () -> parse("a=1\nb=2\na=1\n"));
        assertThat(problem.told()).isEqualTo("cycle.env, line 3, key a: stands in line 1 already; leave one of them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=\0", "a=\u001b[31m", "a=1\u0007"})
    void controlCharactersAreToldAndNotShown(String line) {
        YamlProblem problem = catchThrowableOfType(YamlProblem.class, () -> parse(line));
        assertThat(problem.line()).isEqualTo(1);
        assertThat(problem.told()).doesNotContain("\0", "\u001b", "\u0007");
    }

    @Test
    void bytesThatAreNoTextAreNamedByTheirLine() {
        byte[] bytes = "a=1\nb=\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        YamlProblem problem = catchThrowableOfType(YamlProblem.class, () -> CycleBuild.parse("cycle.env", bytes));
        assertThat(problem.told()).isEqualTo("cycle.env, line 2: is not UTF-8 text");
    }

    @Test
    void whatIsNoFileIsNotWaitedFor(@TempDir Path directory) {
        Path fifo = directory.resolve("cycle.env");
        Ran.must("mkfifo", fifo.toString());
        assertThat(catchThrowableOfType(YamlProblem.class, () -> CycleBuild.read(fifo))
                        .told())
                .isEqualTo(fifo + ": expected a regular file");
        assertThat(catchThrowableOfType(YamlProblem.class, () -> CycleBuild.read(directory.resolve("none")))
                        .told())
                .isEqualTo(directory.resolve("none") + ": cannot be read: NoSuchFileException");
    }

    private static CycleBuild parse(String text) throws YamlProblem {
        return CycleBuild.parse("cycle.env", text.getBytes(StandardCharsets.UTF_8));
    }
}
