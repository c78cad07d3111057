package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.content.PackageList;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.protocol.SignOffRequestDocument;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;

/** Lists of packages as acts: who may attach one, how it is written, and how much there may be of it. */
class PackagesListedTest {
    @TempDir
    Path directory;

    private LedgerSite site;
    private String weekly;

    @BeforeEach
    void propose() {
        site = new LedgerSite(directory);
        weekly = site.propose();
    }

    @Test
    void isWrittenALineForEachPackage() throws IOException {
        Deed.PackagesListed listed =
                listed(Map.of("numpy", "2.3.1", "astropy", "7.1", "libc6:amd64", "2.36-9+deb12u9"));

        assertThat(site.act("maint1", weekly, listed)).isInstanceOf(Outcome.Recorded.class);

        assertThat(Files.readString(site.paths().candidates().resolve(weekly + ".yaml")))
                .contains("""
                          act: packages
                          source: pip freeze
                          package astropy: "7.1"
                          "package libc6:amd64": "2.36-9+deb12u9"
                          package numpy: "2.3.1"
                        """);
        assertThat(site.candidate(weekly).isWhole()).isTrue();
        assertThat(site.candidate(weekly).candidate().packages(SignOffPolicy.IMAGE))
                .get()
                .extracting(Act::deed)
                .isEqualTo(listed);
        assertThat(site.candidate(weekly).candidate().packages(SignOffPolicy.OTHER))
                .isEmpty();
    }

    @Test
    void itsProposerAndRecordersMayAndNobodyElse() {
        assertThat(refusal(site.act("lead1", weekly, listed(Map.of("a", "1"))))).isEqualTo(Refusal.NOT_RECORDER);
        assertThat(refusal(site.act("owner1", weekly, listed(Map.of("a", "1")))))
                .isEqualTo(Refusal.NOT_RECORDER);
        Outcome proposed = site.run(
                "eve", new Ask.Propose("w_2026_46", SignOffPolicy.IMAGE, new Deed.Proposed("new", Optional.empty())));
        String hers = ((Outcome.Recorded) proposed).document();

        assertThat(site.act("eve", hers, listed(Map.of("a", "1")))).isInstanceOf(Outcome.Recorded.class);
        assertThat(refusal(site.act("eve", hers, listed(Map.of("a", "1"))))).isEqualTo(Refusal.ALREADY_RECORDED);
        assertThat(refusal(site.act("eve", hers, SignOffPolicy.OTHER, listed(Map.of("a", "2")))))
                .isEqualTo(Refusal.DIGEST_MOVED);
    }

    @Test
    void aListThatWasTakenBackCountsNoMore() {
        site.act("maint1", weekly, listed(Map.of("a", "1")));
        site.act("maint1", weekly, listed(Map.of("a", "2")));
        site.act("maint1", weekly, new Deed.Withdrew(3, Optional.empty()));

        assertThat(site.candidate(weekly).candidate().packages(SignOffPolicy.IMAGE))
                .get()
                .extracting(Act::number)
                .isEqualTo(2);
    }

    @Test
    void eightListsAndNoMoreSoThatSignaturesFindRoom() {
        for (int i = 0; i < 8; i++) {
            assertThat(site.act("maint1", weekly, longest(i))).isInstanceOf(Outcome.Recorded.class);
        }

        assertThat(refusal(site.act("maint1", weekly, listed(Map.of("a", "1")))))
                .isEqualTo(Refusal.TOO_MANY_LISTS);
        assertThat(site.sign("lead1", weekly, "platform")).isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void theLongestListFitsIntoARequest() throws YamlProblem {
        SignOffRequest request = new SignOffRequest(
                new Ask.OnCandidate(weekly, site.revision(weekly), SignOffPolicy.IMAGE, longest(0)),
                Optional.of("host"));

        byte[] written = SignOffRequestDocument.write(request);

        assertThat(written.length).isLessThanOrEqualTo(StrictYaml.SMALL).isGreaterThan(StrictYaml.SMALL / 2);
        assertThat(SignOffRequestDocument.parse(written)).isEqualTo(request);
        assertThatThrownBy(() -> listed(Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> listed(Map.of("a", "1 2"))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            package numpy: "2.3 1"           | expected a version of printable ASCII
            package numpy: "2.3\\n"          | expected a version of printable ASCII
            package numpy: ""                | expected a version of printable ASCII
            package numpy: [2]               | expected text
            "package ": "1"                  | expected a package's name
            "package a b": "1"               | expected a package's name
            "package a\\u202e": "1"          | expected a package's name
            packages numpy: "1"              | expected 1 or more packages
            source: again                    | a second time
            """)
    void whatIsNoListIsRefusedBeforeAnythingIsDone(String line, String said) {
        Map<String, String> before = site.content();
        byte[] good = SignOffRequestDocument.write(new SignOffRequest(
                new Ask.OnCandidate(weekly, site.revision(weekly), SignOffPolicy.IMAGE, listed(Map.of("a", "1"))),
                Optional.empty()));
        String bad = new String(good, StandardCharsets.US_ASCII).replace("package a: \"1\"", line);

        assertThatThrownBy(() -> SignOffRequestDocument.parse(bad.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining(said);
        assertThat(site.content()).isEqualTo(before);
    }

    private static Deed.PackagesListed listed(Map<String, String> versions) {
        return new Deed.PackagesListed("pip freeze", PackageList.of(versions));
    }

    /** As much as fits, of names that must be quoted. */
    private static Deed.PackagesListed longest(int number) {
        Map<String, String> versions = new HashMap<>();
        int room = PackageList.LONGEST_WRITTEN;
        for (int i = 0; room >= 16 + 6 + 4; i++) {
            versions.put("p:%04d".formatted(i), "%d.%02d".formatted(number, i % 100));
            room -= 16 + 6 + 4;
        }
        return listed(versions);
    }

    private static Refusal refusal(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused ? refused.refusal() : fail(outcome);
    }

    private static Refusal fail(Outcome outcome) {
        throw new AssertionError(outcome);
    }
}
