package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Remark;
import org.obsenv.domain.SwitchToken;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.layout.LayoutJournalReader;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

class RollbackTest {
    @TempDir
    Path directory;

    TestEnvironment environment;
    CommitId base;
    CommitId hotfix;

    @BeforeEach
    void deployAHotfix() {
        environment = TestEnvironment.setUp(directory, "ts_wep", "summit_utils");
        base = environment.remote("ts_wep").commit("v1.0.0");
        hotfix = environment.remote("ts_wep").hotfix("Retry dome handshake", "version = 2\n");
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        assertThat(environment.runningCommit("ts_wep")).contains(hotfix);
    }

    @Test
    void movesEveryPackageToBaseByNamingBasesGeneration() {
        Outcome outcome = environment.run(Verb.ROLLBACK);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Switched.class, switched -> {
            assertThat(switched.from()).isEqualTo("deploy");
            assertThat(switched.to()).isEqualTo("generations/000002");
            assertThat(switched.movedCount()).isEqualTo(1);
            assertThat(switched.remarks()).isEmpty();
        });
        assertThat(environment.current()).isEqualTo("generations/000002");
        assertThat(environment.runningCommit("ts_wep")).contains(base);
    }

    @Test
    void isNotUndoneByTheAutoPull() {
        environment.run(Verb.ROLLBACK);
        CommitId next = environment.remote("ts_wep").hotfix("And again", "version = 3\n");

        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);

        assertThat(environment.runningCommit("ts_wep")).contains(base);
        environment.run(Verb.RESUME);
        assertThat(environment.current()).isEqualTo("deploy");
        assertThat(environment.runningCommit("ts_wep")).contains(next);
    }

    @Test
    void refusesWhenBaseMovedSinceThePersonLooked() throws Exception {
        GenerationId seen = environment.links().base().orElseThrow();
        environment.writeList("ts_wep: " + hotfix + "\nsummit_utils: v1.0.0\n");
        assertThat(environment.run(Verb.SET_BASE)).isInstanceOf(Outcome.Built.class);

        Outcome outcome = environment.run(
                new Request(Verb.ROLLBACK, new Saw.Base(seen), Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(outcome)
                .isEqualTo(new Outcome.Refused(Refusal.BASE_MOVED, Map.of("saw", "000002", "base", "000004")));
        assertThat(environment.current()).isEqualTo("deploy");
    }

    @Test
    void usesTheLastProvenBaseWhenTheListWasOnlyEdited() {
        environment.writeList("ts_wep: " + hotfix + "\nsummit_utils: v1.0.0\n");

        assertThat(environment.run(Verb.ROLLBACK))
                .isInstanceOfSatisfying(Outcome.Switched.class, switched -> assertThat(switched.remarks())
                        .containsExactly(Remark.LIST_EDITED));
        assertThat(environment.runningCommit("ts_wep")).contains(base);
    }

    @Test
    void saysThatThereIsNothingToDoWhenHeldAlready() {
        environment.run(Verb.ROLLBACK);

        assertThat(environment.run(Verb.ROLLBACK))
                .isEqualTo(new Outcome.Refused(Refusal.NOTHING_TO_DO, Map.of("now", "generations/000002")));
    }

    @Test
    void recordsAReasonThatIsGivenAfterwards() {
        environment.run(Verb.ROLLBACK);

        Outcome outcome = environment.run(new Request(
                Verb.ROLLBACK,
                new Saw.HeldAtBase(),
                Optional.of("script failing"),
                Optional.empty(),
                Optional.empty()));

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(environment.newestEntry()).satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("reason");
            assertThat(entry.reason()).contains("script failing");
            assertThat(entry.to()).contains("generations/000002");
        });
    }

    @Test
    void movesNothingForAReasonThatComesAfterAResume() {
        Outcome outcome = environment.run(new Request(
                Verb.ROLLBACK,
                new Saw.HeldAtBase(),
                Optional.of("script failing"),
                Optional.empty(),
                Optional.empty()));

        assertThat(outcome)
                .isEqualTo(new Outcome.Refused(
                        Refusal.SWITCH_MOVED, Map.of("saw", "generations/000002", "now", "deploy")));
        assertThat(environment.runningCommit("ts_wep")).contains(hotfix);
    }

    @Test
    void refusesAStaleResumeThatWouldUndoALaterRollBack() throws Exception {
        environment.run(Verb.ROLLBACK);
        SwitchToken seen = environment.links().current().orElseThrow();
        environment.run(Verb.RESUME);
        environment.run(Verb.ROLLBACK);

        Outcome outcome = environment.run(
                new Request(Verb.RESUME, new Saw.Current(seen), Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(outcome)
                .isEqualTo(new Outcome.Refused(
                        Refusal.SWITCH_MOVED, Map.of("saw", "generations/000002", "now", "generations/000002")));
        assertThat(environment.current()).isEqualTo("generations/000002");
    }

    @Test
    void anEntryWithASpoiltEndCostsNoOtherEntry() throws Exception {
        environment.run(Verb.ROLLBACK);
        Path segment = environment.paths().journal().resolve("000001.yaml");
        String journal = Files.readString(segment);
        int end = journal.indexOf("\n...\n");
        Files.writeString(segment, journal.substring(0, end) + "\n..x\n" + journal.substring(end + "\n...\n".length()));
        List<Known<JournalEntry>> before = entries();

        environment.run(Verb.RESUME);

        List<Known<JournalEntry>> after = entries();
        assertThat(before)
                .hasSizeGreaterThan(2)
                .filteredOn(each -> each instanceof Known.Unknown)
                .hasSize(1);
        assertThat(after).hasSize(before.size() + 1).containsSubsequence(before);
        assertThat(environment.newestEntry().act()).isEqualTo("resume");
    }

    private List<Known<JournalEntry>> entries() {
        return new LayoutJournalReader(environment.paths()).newest(100).found().orElseThrow();
    }

    @Test
    void refusesADamagedBaseGeneration() throws Exception {
        GenerationId id = environment.links().base().orElseThrow();
        Path link = environment.paths().generation(id).resolve("ts_wep");
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of("../../checkouts/ts_wep/" + hotfix));

        assertThat(environment.run(Verb.ROLLBACK))
                .isEqualTo(new Outcome.Refused(
                        Refusal.GENERATION_DAMAGED,
                        Map.of(
                                "generation",
                                "000002",
                                "problem",
                                "its link of ts_wep does not name " + base.abbreviated())));
        assertThat(environment.current()).isEqualTo("deploy");
    }
}
