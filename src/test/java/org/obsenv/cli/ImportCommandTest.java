package org.obsenv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obsenv.cli.SignOffLine.Said;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.helper.LedgerSite;

/** {@code obsenv signoff import}: one act, or a store that is as it was. */
class ImportCommandTest {
    private static final Policy.Cell CELL = new Policy.Cell("tutorial-notebooks", "summit");
    private static final String MOBU = """
            {"name": "tut", "business": "NotebookRunner", "image": "r/lab:w_2026_45@DIGEST", "start_time": "2026-11-20",
             "monkey_count": 1, "success_count": 42, "failure_count": 0}
            """.replace("DIGEST", SignOffPolicy.IMAGE.text());

    @TempDir
    Path directory;

    private LedgerSite site;
    private SignOffLine line;

    @BeforeEach
    void propose() {
        site = new LedgerSite(directory);
        line = new SignOffLine(site);
        site.propose();
    }

    @Test
    void writesOneCheckWithItsSourceAndCounts() {
        Path report = file("summary.json", MOBU);

        Said said =
                line.run("owner1", "import", "w_2026_45", "tutorial-notebooks", "summit", "--mobu", report.toString());

        String evidence = "mobu flock tut (NotebookRunner, since 2026-11-20): 42 succeeded, 0 failed; " + report;
        assertThat(said).isEqualTo(new Said(0, """
                %s
                That comes to: passed.
                For w_2026_45-1, bound to %s
                It is written and sealed: act 2 of w_2026_45-1.
                """.formatted(evidence, SignOffPolicy.IMAGE), ""));
        assertThat(site.candidate("w_2026_45-1").candidate().acts())
                .hasSize(2)
                .last()
                .extracting(Act::deed)
                .isEqualTo(new Deed.Checked(CELL, Deed.CheckResult.PASSED, Optional.of(evidence)));
    }

    @Test
    void aFailureIsEnteredAsOne() {
        Path report = file(
                "report.xml",
                "<testsuite tests=\"3\"><testcase/><testcase><failure>x</failure></testcase></testsuite>");

        Said said =
                line.run("owner1", "import", "w_2026_45", "tutorial-notebooks", "summit", "--junit", report.toString());

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("1 passed, 1 failed, 0 skipped; its attributes claim other counts")
                .contains("Note: testsuite claims tests=3, and its test cases come to 2.")
                .contains("Note: The report names no image: it is on your word that it ran on sha256:9f3c…3c.")
                .contains("That comes to: failed.");
        assertThat(line.run("eve").out()).contains("checks failing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --junit | <testsuite/>                                       | holds no test: nothing ran, and that is no pass. Nothing was written.
            --junit | <testsuite><testcase>                              | not whole as XML
            --junit | {}                                                 | not whole as XML
            --mobu  | {"success_count": 42, "failure_count": 0}          | names no image
            --mobu  | {"image": "r/lab@OTHER", "success_count": 4, "failure_count": 0} | about another image
            --mobu  | {"image": "r/lab@IMAGE", "success_count": 0, "failure_count": 0} | ran nothing yet
            --mobu  | <testsuite/>                                       | not JSON
            """)
    void whatSaysNothingLeavesTheStoreAsItWas(String form, String content, String reason) {
        Map<String, String> before = site.content();
        Path report = file(
                "report",
                content.replace("OTHER", SignOffPolicy.OTHER.text()).replace("IMAGE", SignOffPolicy.IMAGE.text()));

        Said said = line.run("owner1", "import", "w_2026_45", "tutorial-notebooks", "summit", form, report.toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(reason).contains("Nothing was written.");
        assertThat(said.out()).isEmpty();
        assertThat(site.content()).isEqualTo(before);
    }

    @Test
    void whoeverDoesNotOwnTheNotebooksIsRefused() {
        Map<String, String> before = site.content();
        String report = file("summary.json", MOBU).toString();

        Said said = line.run("lead1", "import", "w_2026_45", "tutorial-notebooks", "summit", "--mobu", report);

        assertThat(said.code()).isEqualTo(1);
        assertThat(site.content()).isEqualTo(before);
        assertThat(line.run("owner1", "import", "w_2026_45", "tutorial-notebooks", "summit")
                        .code())
                .isEqualTo(3);
        assertThat(line.run(
                                "owner1",
                                "import",
                                "w_2026_45",
                                "tutorial-notebooks",
                                "summit",
                                "--mobu",
                                report,
                                "--token",
                                directory.resolve("none").toString())
                        .err())
                .contains("none cannot be read: ")
                .contains("is not there. Nothing was written.");
    }

    private Path file(String name, String content) {
        try {
            return Files.writeString(directory.resolve(name), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
