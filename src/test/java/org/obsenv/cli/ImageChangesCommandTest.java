package org.obsenv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.cli.SignOffLine.Said;
import org.obsenv.fixture.RegistryServer;
import org.obsenv.helper.LedgerSite;
import org.obsenv.images.OciImages;
import org.obsenv.images.RememberedImages;
import org.obsenv.registry.Credentials;
import org.obsenv.registry.RegistryAddress;
import org.obsenv.registry.RegistryClient;

/** {@code obsenv signoff changes} and {@code packages}, with a real registry whose images differ in their labels. */
class ImageChangesCommandTest {
    private static final String REPOSITORY = "lsst/lab";
    private static final String LABEL = "org.example.packages";
    private static final String OLD = "cwfs==1.0\nnumpy==2.2.0\nscipy==1.17";
    private static final String NEW = "astropy==7.1\nnumpy==2.3.1\nscipy==1.17";

    @TempDir
    Path directory;

    private RegistryServer registry;
    private LedgerSite site;
    private SignOffLine line;

    @BeforeEach
    void openRegistry() throws IOException {
        registry = RegistryServer.open(Files.createDirectory(directory.resolve("registry")));
        site = new LedgerSite(Files.createDirectory(directory.resolve("site")));
        line = new SignOffLine(site);
        look(Optional.of(LABEL));
    }

    @AfterEach
    void closeRegistry() {
        registry.close();
    }

    @Test
    void comparesTheLabelsListsOfTheCandidateAndOfWhatIsRecommendedNow() throws IOException {
        registry.push(REPOSITORY, "recommended", Map.of(LABEL, OLD));
        propose("w_2026_45", registry.push(REPOSITORY, "w_2026_45", Map.of(LABEL, NEW)));

        assertThat(line.run("eve", "changes", "w_2026_45")).isEqualTo(new Said(0, """
                What changed in Weekly 2026_45 since Recommended
                1 added, 1 removed, 1 changed; 1 the same
                  + astropy  7.1
                  - cwfs     1.0
                  \u2191 numpy    2.2.0 \u2192 2.3.1
                Weekly 2026_45: its label org.example.packages; Recommended: its label org.example.packages.
                Release notes: https://notes.example.org/w_2026_45
                """, ""));
        assertThat(line.run("eve", "changes", "w_2026_45", "--json").out().replaceAll("\\s+", " "))
                .contains(
                        "\"state\": \"compared\"",
                        "\"replaces\": { \"tag\": \"recommended\"",
                        "\"added\": [ { \"name\": \"astropy\", \"version\": \"7.1\" } ]",
                        "\"from\": \"2.2.0\", \"to\": \"2.3.1\", \"direction\": \"up\"",
                        "\"reasons\": [],");
    }

    @Test
    void aListThatIsAttachedComesBeforeALabel() throws IOException {
        registry.push(REPOSITORY, "w_2026_38", Map.of(LABEL, OLD));
        propose("w_2026_45", registry.push(REPOSITORY, "w_2026_45", Map.of(LABEL, NEW)), "--replaces", "w_2026_38");
        Path list =
                Files.writeString(directory.resolve("conda.txt"), "numpy=2.2.0=py312_0\ncwfs=1.0=0\nscipy=1.18=0\n");

        Said attached = line.run("maint1", "packages", "w_2026_45", list.toString());

        assertThat(attached.out())
                .startsWith(list + ": 3 packages\n")
                .contains("It is written and sealed: act 2 of w_2026_45-1.");
        assertThat(line.run("eve", "changes", "w_2026_45").out())
                .contains("What changed in Weekly 2026_45 since Weekly 2026_38")
                .contains("0 added, 0 removed, 1 changed; 2 the same")
                .contains("  \u2191 scipy  1.17 \u2192 1.18")
                .contains("Weekly 2026_45: list attached by maint1, 13 Nov ");
        assertThat(line.run("eve", "show", "w_2026_45").out())
                .contains("maint1 attached a list of 3 packages: conda.txt");
    }

    @Test
    void aCandidateOfTheLedgerIsReplacedByItsSealedDigestThoughItsTagMoved() throws IOException {
        String older = registry.push(REPOSITORY, "w_2026_38", Map.of(LABEL, OLD));
        propose("w_2026_38", older);
        registry.push(REPOSITORY, "w_2026_38", Map.of(LABEL, NEW));
        propose(
                "w_2026_45",
                registry.push(REPOSITORY, "w_2026_45", Map.of(LABEL, NEW, "k", "v")),
                "--replaces",
                "w_2026_38");

        assertThat(line.run("eve", "changes", "w_2026_45").out()).contains("1 added, 1 removed, 1 changed");
        assertThat(line.run("eve", "changes", "w_2026_45", "--json").out()).contains(older);
    }

    @Test
    void withoutALabelForItLabelsAreComparedButTheNoise() throws IOException {
        look(Optional.empty());
        registry.push(REPOSITORY, "recommended", Map.of("python", "3.12", "build-date", "x", "gone", "a b c"));
        propose("w_2026_45", registry.push(REPOSITORY, "w_2026_45", Map.of("python", "3.13", "build-date", "y")));

        assertThat(line.run("eve", "changes", "w_2026_45").out())
                .contains("0 added, 1 removed, 1 changed; 0 the same")
                .contains("  - gone    a b c")
                .contains("  \u2191 python  3.12 \u2192 3.13")
                .contains("its labels, as no list is attached");
    }

    @Test
    void saysWhatIsMissingAndWhatToDo() throws IOException {
        registry.push(REPOSITORY, "recommended", Map.of(LABEL, "no list at all"));
        String digest = registry.push(REPOSITORY, "w_2026_45", Map.of("k", "v"));
        propose("w_2026_45", digest);

        Said said = line.run("eve", "changes", "w_2026_45");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out())
                .contains("Unknown: Weekly 2026_45 has no label org.example.packages")
                .contains("Unknown: a label of Recommended holds no list of packages: org.example.packages, line 1: ")
                .contains("obsenv signoff packages CANDIDATE FILE");
        assertThat(line.run("eve", "changes", "w_2026_45", "--json").out().replaceAll("\\s+", " "))
                .contains("\"state\": \"unknown\"", "\"why\": \"no-list\"", "\"why\": \"not-a-list\"");

        registry.push(REPOSITORY, "recommended", Map.of("k", "v"));
        assertThat(line.run("eve", "changes", "w_2026_45"))
                .satisfies(same -> assertThat(same.code()).isZero())
                .satisfies(same -> assertThat(same.out()).contains("Nothing: both names mean the same image"));
    }

    @Test
    void whileTheRegistryIsAwayItSaysSoAndWhatWasKnownWithItsAge() throws IOException {
        registry.push(REPOSITORY, "recommended", Map.of(LABEL, OLD));
        propose("w_2026_45", registry.push(REPOSITORY, "w_2026_45", Map.of(LABEL, NEW)));
        assertThat(line.run("eve", "changes", "w_2026_45").code()).isZero();

        registry.stop();

        assertThat(line.run("eve", "changes", "w_2026_45").out())
                .contains("1 added, 1 removed, 1 changed; 1 the same")
                .contains("Which image that is was asked 21 Nov 03:00 UTC; since then: ")
                .contains("cannot be reached");
        look(Optional.of(LABEL));
        Said said = line.run("eve", "changes", "w_2026_45");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out())
                .contains("Unknown: Recommended cannot be looked up now: ")
                .contains("Look again later");
    }

    @Test
    void aListThatCannotBeAttachedLeavesTheStoreAsItWas() throws IOException {
        propose("w_2026_45", registry.push(REPOSITORY, "w_2026_45", Map.of()));
        Map<String, String> before = site.content();
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 4000; i++) {
            many.append("package-%d==1.0.%d\n".formatted(i, i));
        }
        Path list = directory.resolve("list.txt");

        assertThat(attach(list, many.toString()))
                .contains("lists 4000 packages in ")
                .contains("at most 57344 fit into an act. Nothing was written.")
                .contains("packages-label");
        assertThat(attach(list, "numpy\n"))
                .isEqualTo(list
                        + ", line 1: expected a package and its version, such as numpy==2.3.1, found \"numpy\"."
                        + " Nothing was written.\n");
        assertThat(attach(list, "a 1\na 2\n")).contains("line 2: a stands here a second time");
        assertThat(attach(list, "")).contains("expected a list of packages, found none");
        Files.write(list, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(line.run("maint1", "packages", "w_2026_45", list.toString()).err())
                .contains("is no UTF-8 text");
        assertThat(line.run("maint1", "packages", "w_2026_45", "none.txt").err())
                .contains("none.txt is not there");
        assertThat(site.content()).isEqualTo(before);
    }

    private String attach(Path list, String text) throws IOException {
        Files.writeString(list, text);
        Said said = line.run("maint1", "packages", "w_2026_45", list.toString());
        assertThat(said.code()).isEqualTo(3);
        return said.err();
    }

    private void propose(String tag, String digest, String... more) {
        String[] words = new String[6 + more.length];
        System.arraycopy(new String[] {"propose", tag, "--digest", digest, "--reason", "new"}, 0, words, 0, 6);
        System.arraycopy(more, 0, words, 6, more.length);
        line.done("maint1", words);
    }

    private void look(Optional<String> label) {
        RegistryClient client =
                new RegistryClient(new RegistryAddress(registry.base(), REPOSITORY), new Credentials.Anonymous());
        Instant at = Instant.parse("2026-11-21T03:00:00Z");
        line.images(new RememberedImages(new OciImages(client, () -> at)), label);
    }
}
