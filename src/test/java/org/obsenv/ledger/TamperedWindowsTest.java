package org.obsenv.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.Doubt;
import org.obsenv.domain.signoff.Doubt.Why;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.signoff.WindowsReading;
import org.obsenv.domain.window.SessionName;
import org.obsenv.domain.window.WindowAct;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.domain.window.WindowSession;
import org.obsenv.helper.LedgerSite;
import org.obsenv.yaml.TextCases;

/**
 * Whoever edits what was said of sessions without the key is found out: sessions go back to tentative, the verb adds
 * nothing behind it, and leaves every byte as it is. Three acts: a confirmation, a move and a cancellation.
 */
@Execution(ExecutionMode.CONCURRENT)
class TamperedWindowsTest {
    private static final String SUMMIT = "Summit";
    private static final Instant DECEMBER = Instant.parse("2026-12-02T16:00:00Z");
    private static final Instant JANUARY = Instant.parse("2027-01-06T16:00:00Z");

    @TempDir
    Path directory;

    LedgerSite site;
    String candidate;
    Path file;

    @BeforeEach
    void sayThree() throws Exception {
        site = new LedgerSite(directory);
        candidate = site.propose();
        file = site.paths().file(LedgerPaths.WINDOWS);
        recorded(site.say("maint1", new WindowChange.Confirmed(SUMMIT, planned("2026-12-02"))));
        recorded(site.say(
                "maint1",
                new WindowChange.Moved(
                        SUMMIT, planned("2027-01-06"), JANUARY.plusSeconds(3600), JANUARY.plusSeconds(7200))));
        recorded(site.say("maint1", new WindowChange.Cancelled(SUMMIT, planned("2026-12-02"))));
        assertThat(site.reading().windows().doubt()).isEmpty();
        assertThat(open(DECEMBER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"at", "actor", "host", "window", "act", "session", "before", "seal"})
    void everyFieldOfAnActIsSealed(String field) throws Exception {
        edit(chain -> Forgery.with(chain, 2, changed(chain.acts().get(1), field)));

        unverified(new Doubt(2, Why.CHANGED), 1);
    }

    /** Without the act that cancelled it the session would count as confirmed. */
    @Test
    void aCancellationThatIsTakenOutConfirmsNothing() throws Exception {
        edit(chain -> Forgery.acts(chain, 0, 1));

        unverified(new Doubt(3, Why.BEHIND_INDEX), 2);
        assertThat(open(DECEMBER))
                .hasValueSatisfying(each -> assertThat(each.isTentative()).isTrue());
    }

    @Test
    void actsOfAnotherOrderOrDocumentShow() throws Exception {
        byte[] sound = Files.readAllBytes(file);
        edit(chain -> Forgery.acts(chain, 1, 0, 2));
        unverified(new Doubt(1, Why.CHANGED), 0);

        Files.write(file, sound);
        SealedFields proposal = ChainDocument.parse(
                        "x", Files.readAllBytes(site.paths().file(LedgerPaths.document(candidate))))
                .chain()
                .acts()
                .getFirst();
        edit(chain -> Forgery.with(chain, 1, proposal));
        unverified(new Doubt(1, Why.CHANGED), 0);
    }

    @Test
    void aDocumentThatIsGoneIsMissed() throws Exception {
        Files.delete(file);

        unverified(new Doubt(1, Why.BEHIND_INDEX), 0);
    }

    @Test
    void aRestoredBackupShows() throws Exception {
        byte[] backup = Files.readAllBytes(file);
        recorded(site.say("maint1", new WindowChange.Confirmed(SUMMIT, planned("2026-12-02"))));
        Files.write(file, backup);

        unverified(new Doubt(4, Why.BEHIND_INDEX), 3);
    }

    static Stream<TextCases.Case> malformed() {
        return MalformedDocumentsTest.malformed();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsMalformedIsNamedAndLeftAsItIs(TextCases.Case malformed) throws Exception {
        setAside(malformed.document());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "acts: []\nmore", "windows: x\nacts: none\n", "windows: x\n", "windows: x\nacts: [1]\n"})
    void whatIsNoDocumentIsNamedAndLeftAsItIs(String text) throws Exception {
        setAside(text.getBytes(StandardCharsets.UTF_8));
    }

    private void setAside(byte[] bytes) throws Exception {
        Files.write(file, bytes);

        unverified(new Doubt(1, Why.CHANGED), 0);
        assertThat(site.reading().broken())
                .extracting(LedgerReading.Broken::document)
                .containsExactly(LedgerPaths.WINDOWS);
        // The others are not touched by it.
        recorded(site.sign("lead1", candidate, "platform"));
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    private void unverified(Doubt doubt, int counted) {
        WindowsReading reading = site.reading().windows();
        assertThat(reading.doubt()).contains(doubt);
        assertThat(reading.acts()).extracting(WindowAct::number).hasSize(counted);
        assertThat(reading.calendar(site.site().windows())
                        .starting(DECEMBER.minusSeconds(1), JANUARY.plusSeconds(86_400)))
                .hasSizeGreaterThan(4)
                .allMatch(WindowSession::isTentative);
        Map<String, String> before = site.content();
        assertThat(site.say("maint1", new WindowChange.Confirmed(SUMMIT, planned("2027-02-03"))))
                .isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(each.refusal())
                        .isIn(Refusal.STORE_DAMAGED, Refusal.STORE_BEHIND));
        assertThat(site.content()).isEqualTo(before);
    }

    private Optional<WindowSession> open(Instant at) {
        return site.reading().windows().calendar(site.site().windows()).openAt(SUMMIT, at);
    }

    private static SealedFields changed(SealedFields act, String field) {
        return switch (field) {
            case "act" -> Forgery.added(act, field, "confirmed");
            case "session" -> Forgery.added(act, field, "2027-02-03");
            default -> Forgery.changed(act, field);
        };
    }

    private static SessionName planned(String day) {
        return new SessionName.Planned(LocalDate.parse(day));
    }

    private void edit(UnaryOperator<Chain> change) throws Exception {
        Chain chain = ChainDocument.parse(LedgerPaths.WINDOWS, Files.readAllBytes(file))
                .chain();
        Files.write(file, ChainDocument.write(change.apply(chain)));
    }

    private static void recorded(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
    }
}
