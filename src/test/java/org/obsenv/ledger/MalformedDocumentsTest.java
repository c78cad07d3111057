package org.obsenv.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.helper.LedgerSite;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.TextCases;

/** A document of each class of malformation (security row 14) is set aside by name and left as it is; others work. */
@Execution(ExecutionMode.CONCURRENT)
class MalformedDocumentsTest {
    @TempDir
    Path directory;

    LedgerSite site;
    String sound;
    String spoilt;
    Path file;

    @BeforeEach
    void proposeTwo() {
        site = new LedgerSite(directory);
        spoilt = site.propose();
        sound = ((Outcome.Recorded) site.run(
                        "maint1",
                        new SignOffRequest.Ask.Propose(
                                "w_2026_46", SignOffPolicy.IMAGE, new Deed.Proposed("next", Optional.empty()))))
                .document();
        file = site.paths().candidates().resolve(spoilt + ".yaml");
    }

    /** What the strict reader refuses, and what is YAML and no document of ours. */
    static Stream<TextCases.Case> malformed() {
        return TextCases.read(StrictYaml.class, "malformed.txt", List.of()).stream();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void isNamedAndLeftAsItIs(TextCases.Case malformed) throws Exception {
        setAside(malformed.document());
    }

    static Stream<String> noDocuments() {
        return Stream.of(
                "",
                "acts: []\n",
                "candidate: w_2026_45-1\ntag: w_2026_45\n",
                "candidate: w_2026_45-1\ntag: w_2026_45\nacts: none\n",
                "candidate: w_2026_45-1\ntag: w_2026_45\nacts: [1]\n",
                "candidate: w_2026_45-1\ntag: w_2026_45\nacts: [{number: 1}]\n",
                "candidate: w_2026_45-1\ntag: w_2026_45\nacts: [{number: [1], seal: x}]\n",
                "candidate: w_2026_45-1\ntag: [w_2026_45]\nacts: []\n",
                "candidate: w_2026_45-1\ntag: w_2026_45\nmore: 1\nacts: []\n",
                "candidate: w_2026_45-2\ntag: w_2026_45\nacts: []\n");
    }

    @ParameterizedTest
    @MethodSource("noDocuments")
    void whatIsNoDocumentIsNamedAndLeftAsItIs(String text) throws Exception {
        setAside(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNoFileWaitsForNobody() throws Exception {
        Files.delete(file);
        Ran.must("mkfifo", file.toString());
        assertThat(site.reading().broken())
                .extracting(LedgerReading.Broken::document)
                .containsExactly(document());

        Files.delete(file);
        Files.createSymbolicLink(file, Path.of(sound + ".yaml"));
        assertThat(site.reading().broken())
                .extracting(LedgerReading.Broken::document)
                .containsExactly(document());
        assertThat(site.candidate(sound).isWhole()).isTrue();
    }

    private void setAside(byte[] bytes) throws Exception {
        Files.write(file, bytes);
        LedgerReading reading = site.reading();

        assertThat(reading.broken()).singleElement().satisfies(each -> {
            assertThat(each.document()).isEqualTo(document());
            assertThat(each.problem()).contains(document()).doesNotContain("Exception", "\n");
        });
        assertThat(reading.candidates())
                .singleElement()
                .satisfies(each -> assertThat(each.candidate().id()).isEqualTo(sound));
        Map<String, String> before = site.content();
        assertThat(site.run("lead1", ask()))
                .isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(each.refusal())
                        .isIn(Refusal.STORE_DAMAGED, Refusal.STORE_BEHIND));
        assertThat(site.content()).isEqualTo(before);
        assertThat(site.sign("lead1", sound, "platform")).isInstanceOf(Outcome.Recorded.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    private SignOffRequest.Ask ask() {
        return new SignOffRequest.Ask.OnCandidate(
                spoilt,
                new Revision(1, "ab".repeat(32)),
                SignOffPolicy.IMAGE,
                new Deed.Acknowledged("platform", Optional.empty(), Optional.empty()));
    }

    private String document() {
        return LedgerPaths.document(spoilt);
    }
}
