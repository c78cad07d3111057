package org.obsenv.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.signoff.CheckReports;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.ImportedCheck;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.registry.Credentials;

/** Answers of mobu, in its own form, from a server of this machine. */
class MobuReportTest {
    private static final String REFERENCE = "registry.example.org/lsst/lab:w_2026_45@" + SignOffPolicy.IMAGE;
    private static final String SUMMARY = """
            {"name": "tutorials", "business": "NotebookRunner", "start_time": "2026-11-20T19:43:40.446072+00:00",
             "monkey_count": 1, "success_count": %d, "failure_count": %d}
            """;
    private static final String FLOCK = """
            {"name": "tutorials",
             "config": {"name": "tutorials", "count": 2, "scopes": ["exec:notebook"],
               "business": {"type": "NotebookRunner", "options": {"image": %s}}},
             "monkeys": [
               {"name": "bot-1", "state": "RUNNING", "business":
                 {"name": "NotebookRunner", "success_count": 30, "failure_count": 0, "image": %s}},
               {"name": "bot-2", "state": "RUNNING", "business":
                 {"name": "NotebookRunner", "success_count": 12, "failure_count": 0, "image": null}}]}
            """;
    private static final String BY_REFERENCE =
            "{\"image_class\": \"by-reference\", \"reference\": \"" + REFERENCE + "\", \"size\": \"Large\"}";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer mobu;

    @BeforeEach
    void startMobu() throws IOException {
        mobu = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        mobu.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] answer =
                    answers.getOrDefault(exchange.getRequestURI().getPath(), "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        mobu.start();
    }

    @AfterEach
    void stopMobu() {
        mobu.stop(0);
    }

    @Test
    void aSummaryThatNamesItsImageSaysHowItsRunsEnded() {
        String named = SUMMARY.formatted(42, 0).replace("\"name\"", "\"image\": \"" + REFERENCE + "\", \"name\"");

        assertThat(read(named))
                .isEqualTo(new ImportedCheck.Said(
                        Deed.CheckResult.PASSED,
                        42,
                        0,
                        0,
                        "mobu flock tutorials (NotebookRunner, since 2026-11-20T19:43:40.446072+00:00):"
                                + " 42 succeeded, 0 failed; " + url("/mobu/flocks/tutorials/summary"),
                        List.of()));
    }

    @Test
    void whereTheSummaryNamesNoneItsFlockIsAsked() {
        answers.put("/mobu/flocks/tutorials", FLOCK.formatted(BY_REFERENCE, "{\"reference\": \"" + REFERENCE + "\"}"));

        assertThat(read(SUMMARY.formatted(99, 0))).isInstanceOfSatisfying(ImportedCheck.Said.class, said -> {
            assertThat(said.passed()).isEqualTo(42);
            assertThat(said.evidence()).endsWith("42 succeeded, 0 failed; " + url("/mobu/flocks/tutorials"));
        });
        assertThat(asked)
                .containsExactly("/mobu/flocks/tutorials/summary Bearer t0ken", "/mobu/flocks/tutorials Bearer t0ken");
    }

    @Test
    void oneFailureAndItFailedForItsCountsGoOn() {
        String named = SUMMARY.formatted(41, 1).replace("\"name\"", "\"image\": \"" + REFERENCE + "\", \"name\"");

        assertThat(read(named)).isInstanceOfSatisfying(ImportedCheck.Said.class, said -> {
            assertThat(said.result()).isEqualTo(Deed.CheckResult.FAILED);
            assertThat(said.remarks()).singleElement().asString().contains("until the flock is started anew");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "image_class": "recommended"                                       | follows recommended
            "image_class": "latest-weekly"                                     | follows latest-weekly
            "image_class": "by-tag", "tag": "w_2026_45"                        | follows w_2026_45
            "image_class": "by-reference", "reference": "r/lab:w_2026_45"      | without a digest
            "image_class": "by-reference", "reference": "r/lab@sha256:12"      | without a digest
            "size": "Large"                                                    | names no image
            """)
    void aFlockThatIsNotTiedToTheImageSaysNothing(String image, String reason) {
        answers.put("/mobu/flocks/tutorials", FLOCK.formatted("{" + image + "}", "null"));

        assertThat(unsaid(SUMMARY.formatted(42, 0))).contains(reason);
    }

    @Test
    void oneMonkeyOnAnotherImageAndItSaysNothing() {
        answers.put(
                "/mobu/flocks/tutorials",
                FLOCK.formatted(BY_REFERENCE, "{\"reference\": \"r/lab@" + SignOffPolicy.OTHER + "\"}"));

        assertThat(unsaid(SUMMARY.formatted(42, 0))).contains("about another image: r/lab@sha256:07aa");
    }

    @Test
    void theImagesTagMustBeTheCandidatesToo() {
        String other = REFERENCE.replace("w_2026_45", "w_2026_44");

        assertThat(unsaid(SUMMARY.formatted(42, 0).replace("\"name\"", "\"image\": \"" + other + "\", \"name\"")))
                .contains("about another image: " + other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"image": "IMAGE", "success_count": 0, "failure_count": 0}                     | ran nothing yet
            {"image": "IMAGE", "success_count": 3}                                         | no failure_count
            {"image": "IMAGE", "success_count": -1, "failure_count": 0}                    | no success_count
            {"image": "IMAGE", "success_count": "3", "failure_count": 0}                   | no success_count
            {"image": "IMAGE", "success_count": 1e999, "failure_count": 0}                 | no success_count
            {"image": "IMAGE", "success_count": 3.5, "failure_count": 0}                   | no success_count
            {"image": "IMAGE", "success_count": 99999999999999999999, "failure_count": 0}  | no success_count
            {"image": "IMAGE", "business": "TAPQuerySetRunner", "success_count": 3, "failure_count": 0} | runs no notebooks
            {"image": "IMAGE", "success_count": 3, "failure_count": 1, "failure_count": 0} | not JSON from line 1 on
            {"image": "IMAGE", "success_count": 3, "failure_count": 0} {}                  | not JSON from line 1 on
            {"image": "IMAGE", "success_count": 3                                          | not JSON from line 1 on
            [1]                                                                            | expected an object
            {}                                                                             | no success_count
            """)
    void whatIsNoAnswerOfMobuSaysNothing(String json, String reason) {
        assertThat(unsaid(json.replace("IMAGE", REFERENCE))).contains(reason);
    }

    @Test
    void whatCannotBeReachedSaysSo() {
        assertThat(unsaid("")).contains("answered 404");
        assertThat(((ImportedCheck.Unsaid) from("http://mobu.example.org/mobu/flocks/x/summary")).reason())
                .contains("expected an address that begins with https://");
        assertThat(from("https://")).isInstanceOf(ImportedCheck.Unsaid.class);
        String deep = "[".repeat(40) + "]".repeat(40);
        assertThat(unsaid("{\"a\": " + deep + "}")).contains("not JSON");
        mobu.stop(0);
        assertThat(((ImportedCheck.Unsaid) from(url("/x"))).reason()).contains("cannot be reached");
    }

    private String unsaid(String summary) {
        return ((ImportedCheck.Unsaid) read(summary)).reason();
    }

    private ImportedCheck read(String summary) {
        answers.put("/mobu/flocks/tutorials/summary", summary);
        return from(url("/mobu/flocks/tutorials/summary"));
    }

    private static ImportedCheck from(String place) {
        return new ForeignReports(new Credentials.Token("t0ken"))
                .read(new CheckReports.Source.Mobu(place), ImageTag.parse("w_2026_45"), SignOffPolicy.IMAGE);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + mobu.getAddress().getPort() + path;
    }
}
