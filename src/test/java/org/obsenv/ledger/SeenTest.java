package org.obsenv.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.DesignationAct.Change;
import org.obsenv.domain.signoff.Doubt;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.domain.signoff.Seen;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.helper.LedgerSite;
import org.obsenv.protocol.SignOffRequest;

/** A store that is put back to an older state as a whole shows to whoever has seen more of it. */
class SeenTest {
    @TempDir
    Path directory;

    LedgerSite site;
    String weekly;
    Path memory;
    Seen seen;

    @BeforeEach
    void backUpAfterOneAct() {
        site = new LedgerSite(directory);
        weekly = site.propose();
        memory = directory.resolve("cache/obsenv/seen.yaml");
        seen = new SeenFile(memory);
        Ran.must("cp", "-a", site.paths().store().toString(), backup().toString());
    }

    private Path backup() {
        return directory.resolve("backup");
    }

    private void putBack() {
        Ran.must("rm", "-rf", site.paths().store().toString());
        Ran.must("cp", "-a", backup().toString(), site.paths().store().toString());
    }

    @Test
    void anOlderStoreIsFoundOutByWhoSawMore() {
        objected();
        assertThat(site.reading(seen).find(weekly).orElseThrow().isWhole()).isTrue();

        putBack();

        assertThat(site.candidate(weekly).isWhole())
                .as("by itself it does not show")
                .isTrue();
        assertThat(site.reading(seen).find(weekly).orElseThrow().doubt()).contains(new Doubt(2, Doubt.Why.BEHIND_SEEN));
        assertThat(new SeenFile(memory).known())
                .as("and it is not forgotten")
                .hasEntrySatisfying(LedgerPaths.document(weekly), each -> assertThat(each.number())
                        .isEqualTo(2));
    }

    @Test
    void anotherHistoryOfTheSameLengthIsFoundOut() {
        objected();
        site.reading(seen);
        putBack();
        assertThat(site.sign("lead1", weekly, "platform")).isInstanceOf(Outcome.Recorded.class);

        assertThat(site.reading(seen).find(weekly).orElseThrow().doubt()).contains(new Doubt(2, Doubt.Why.BEHIND_SEEN));
    }

    @Test
    void aDocumentThatIsGoneWithItsIndexIsNamed() throws Exception {
        assertThat(site.run(
                        "maint1",
                        new SignOffRequest.Ask.Propose(
                                "w_2026_46", SignOffPolicy.IMAGE, new Deed.Proposed("next", Optional.empty()))))
                .isInstanceOf(Outcome.Recorded.class);
        site.reading(seen);
        putBack();

        assertThat(site.reading(seen).broken())
                .extracting(LedgerReading.Broken::document)
                .containsExactly("candidates/w_2026_46-1.yaml");
    }

    @Test
    void designationsAreRememberedToo() {
        site.designate(
                "lead1",
                new Change.Made("platform", "dana", site.now(), site.now().plus(Duration.ofDays(1))));
        site.designate("lead1", new Change.Ended(1));
        site.reading(seen);
        putBack();

        assertThat(site.reading(seen).designationsDoubt()).isPresent();
        assertThat(site.reading(Seen.nothing()).designationsDoubt()).isEmpty();
    }

    @Test
    void aMemoryThatCannotBeReadOrWrittenIsNone() throws Exception {
        objected();
        site.reading(seen);
        Files.writeString(memory, "documents: {a: b}");
        assertThat(seen.known()).isEmpty();
        assertThat(site.reading(seen).find(weekly).orElseThrow().isWhole()).isTrue();

        Files.writeString(directory.resolve("file"), "");
        Seen nowhere = new SeenFile(directory.resolve("file/seen.yaml"));
        nowhere.remember(Map.of("designations.yaml", new Revision(1, "ab".repeat(32))));
        assertThat(nowhere.known()).isEmpty();
    }

    private void objected() {
        assertThat(site.act("lead2", weekly, new Deed.Objected("pipelines", "tutorials crash")))
                .isInstanceOf(Outcome.Recorded.class);
    }
}
