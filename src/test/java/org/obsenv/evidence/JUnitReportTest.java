package org.obsenv.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.signoff.CheckReports;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.ImportedCheck;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.registry.Credentials;

class JUnitReportTest {
    private static final String IMAGE = SignOffPolicy.IMAGE.text();

    @TempDir
    Path directory;

    @Test
    void countsCasesInSuitesInSuites() {
        ImportedCheck.Said said = said("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites>
                  <testsuite name="outer" tests="3" failures="0">
                    <testcase name="a"/>
                    <testsuite name="inner" tests="2" skipped="1">
                      <testcase name="b"><system-out>failure</system-out></testcase>
                      <testcase name="c"><skipped message="no data"/></testcase>
                    </testsuite>
                  </testsuite>
                </testsuites>
                """);

        assertThat(said.result()).isEqualTo(Deed.CheckResult.PASSED);
        assertThat(said.passed()).isEqualTo(2);
        assertThat(said.skipped()).isEqualTo(1);
        assertThat(said.evidence())
                .startsWith("JUnit report " + directory.resolve("report.xml") + " (sha256 ")
                .endsWith("): 2 passed, 0 failed, 1 skipped");
        assertThat(said.remarks())
                .containsExactly("The report names no image: it is on your word that it ran on sha256:9f3c…3c.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <testsuite><testcase/><testcase><failure/></testcase></testsuite>                       | 1 | 1
            <testsuite><testcase><error/></testcase></testsuite>                                    | 0 | 1
            <testsuite><testcase><skipped/><failure/></testcase><testcase/></testsuite>             | 1 | 1
            <testsuite><testcase><failure/><error/></testcase></testsuite>                          | 0 | 1
            <testsuite><testcase/><error message="collection failed"/></testsuite>                  | 1 | 1
            <testsuite failures="0"><testcase><failure/></testcase></testsuite>                     | 0 | 1
            """)
    void oneFailureOrErrorAndItFailed(String xml, long passed, long failed) {
        ImportedCheck.Said said = said(xml);

        assertThat(said.result()).isEqualTo(Deed.CheckResult.FAILED);
        assertThat(said.passed()).isEqualTo(passed);
        assertThat(said.failed()).isEqualTo(failed);
    }

    @Test
    void saysWhereItsAttributesClaimOtherCounts() {
        ImportedCheck.Said said = said("<testsuite name=\"t\" tests=\"40\"><testcase/></testsuite>");

        assertThat(said.passed()).isEqualTo(1);
        assertThat(said.evidence()).endsWith("1 passed, 0 failed, 0 skipped; its attributes claim other counts");
        assertThat(said.remarks()).contains("t claims tests=40, and its test cases come to 1.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <testsuites/>                                                              | holds no test: nothing ran
            <testsuite tests="5"/>                                                     | holds no test: nothing ran
            <testsuite><testcase><skipped/></testcase></testsuite>                     | All 1 tests were skipped
            <testsuite failures="2"><testcase/></testsuite>                            | claims 2 failures and shows none
            <testsuite tests="many"><testcase/></testsuite>                            | Line 1: expected a number as tests, found many
            <testsuite tests="-1"><testcase/></testsuite>                              | Line 1: expected a number as tests, found -1
            <html><body/></html>                                                       | begins with <html>
            <testsuite><testcase/>                                                     | not whole as XML: see line 1
            <testsuite><testcase/></testsuite><testsuite/>                             | not whole as XML
            <testsuite>&bomb;<testcase/></testsuite>                                   | not
            <!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><testsuite>&b;</testsuite> | document type or an entity in line 1
            <!DOCTYPE testsuite><testsuite><testcase/></testsuite>                     | document type or an entity in line 1
            nothing of the kind                                                        | not whole as XML: see line 1
            """)
    void whatSaysNothingIsNoPass(String xml, String reason) {
        assertThat(unsaid(xml)).contains(reason);
    }

    @Test
    void neitherDeepNorLongNorEmptyNorMissingFilesAreRead() throws IOException {
        String deep = "<testsuite>".repeat(65) + "<testcase/>" + "</testsuite>".repeat(65);
        assertThat(unsaid(deep)).contains("more than 64 deep");
        assertThat(unsaid("<testsuite><testcase/></testsuite>" + " ".repeat(ForeignReports.LONGEST)))
                .contains("is longer than 8388608 bytes");
        assertThat(unsaid("")).contains("is empty: that is no pass");
        assertThat(read(directory.resolve("none.xml")))
                .isInstanceOfSatisfying(ImportedCheck.Unsaid.class, none -> assertThat(none.reason())
                        .startsWith("There is no file "));
        Files.createDirectory(directory.resolve("there"));
        assertThat(read(directory.resolve("there"))).isInstanceOf(ImportedCheck.Unsaid.class);
    }

    @Test
    void anImageThatItNamesMustBeTheCandidates() {
        String report =
                "<testsuite><properties><property name=\"image\" value=\"%s\"/></properties><testcase/></testsuite>";

        assertThat(said(report.formatted("r.example.org/lsst/lab:w_2026_45@" + IMAGE))
                        .remarks())
                .isEmpty();
        assertThat(unsaid(report.formatted("r.example.org/lsst/lab:w_2026_45@" + SignOffPolicy.OTHER)))
                .contains("about another image: r.example.org/lsst/lab:w_2026_45@sha256:07aa");
        assertThat(unsaid(report.formatted("r.example.org/lsst/lab:w_2026_45"))).contains("without a digest");
    }

    private ImportedCheck.Said said(String xml) {
        return (ImportedCheck.Said) write(xml);
    }

    private String unsaid(String xml) {
        return ((ImportedCheck.Unsaid) write(xml)).reason();
    }

    private ImportedCheck write(String xml) {
        try {
            return read(Files.writeString(directory.resolve("report.xml"), xml));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ImportedCheck read(Path file) {
        return new ForeignReports(new Credentials.Anonymous())
                .read(new CheckReports.Source.JUnit(file.toString()), ImageTag.parse("w_2026_45"), SignOffPolicy.IMAGE);
    }
}
