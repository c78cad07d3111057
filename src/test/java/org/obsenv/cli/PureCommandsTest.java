package org.obsenv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code image} and {@code windows}: commands that look at nothing. */
class PureCommandsTest {
    private record Said(int code, String out, String err) {}

    @Test
    void imageSaysWhatEachTagMeansInTheirOrder() {
        assertThat(run("image", "w_2026_7", "r170", "x\u001b[31m"))
                .isEqualTo(new Said(0, "Weekly 2026_07\nRelease 17.0.0\nx\\u001b[31m\n", ""));
        assertThat(run("image", "--json", "w_2026_22_c0044.007-amd64").out().replaceAll("\\s+", " "))
                .isEqualTo("[ { \"tag\": \"w_2026_22_c0044.007-amd64\", \"type\": \"weekly\","
                        + " \"name\": \"Weekly 2026_22 (SAL cycle 0044, build 007) [amd64]\","
                        + " \"cycle\": \"0044\", \"build\": \"007\", \"architecture\": \"amd64\","
                        + " \"date\": \"2026-05-28\" } ] ");
    }

    @Test
    void windowsListsSessionsByUtcDaysBothIncluded() {
        assertThat(run("windows", "--from", "2026-12-02", "--to", "2026-12-03")).isEqualTo(new Said(0, """
                        Summit 2026-12-02: Wed 2026-12-02 16:00\u201320:00 UTC, tentative
                        Patch Thursday 2026-12-03: Thu 2026-12-03 23:00 to Fri 2026-12-04 01:00 UTC, tentative
                        """, ""));
        assertThat(run("windows", "--from", "2026-12-03", "--to", "2026-12-03", "--json")
                        .out()
                        .replaceAll("\\s+", " "))
                .isEqualTo("[ { \"window\": \"Patch Thursday\", \"start\": \"2026-12-03T23:00:00Z\","
                        + " \"end\": \"2026-12-04T01:00:00Z\", \"tentative\": true } ] ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-31 | 2026-12-05 | expected a day such as 2026-11-21, found 2026-11-31
            2026-12-05 | 2026-12-04 | --to 2026-12-04 is before --from 2026-12-05.
            """)
    void refusesDaysThatAreNone(String from, String to, String problem) {
        Said said = run("windows", "--from", from, "--to", to);

        assertThat(said.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains(problem, "Nothing was done.").doesNotContain("java.");
    }

    @Test
    void imageWithoutATagIsAQuestionOfUsage() {
        assertThat(run("image").code()).isEqualTo(ExitCodes.USAGE);
    }

    private static Said run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = ObsenvCommand.run(
                new NoSources(),
                new Screen(new PrintWriter(out), new PrintWriter(err), false, 100),
                new Waiting(Instant::now, PureCommandsTest::neverWait),
                arguments);
        return new Said(code, out.toString(), err.toString());
    }

    private static void neverWait(Duration time) {
        throw new AssertionError("waited for " + time);
    }
}
