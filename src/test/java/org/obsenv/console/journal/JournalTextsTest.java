package org.obsenv.console.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Sample;
import org.obsenv.console.SampleActs;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.words.Words;

class JournalTextsTest {
    private static final Instant AT = Instant.parse("2026-11-21T02:31:40Z");
    private static final String PLACE = "/env/journal/000001.yaml, line 33: what stands here is no entry";

    @Test
    void anAutoPullOfSeveralPackagesNamesAFew() {
        assertThat(text(pull(2))).isEqualTo("2 packages: p1, p2");
        assertThat(text(pull(5))).isEqualTo("5 packages: p1, p2, p3 and 2 more");
        assertThat(text(pull(100))).isEqualTo("100 packages: p1, p2, p3 and 97 more");
    }

    private static String text(JournalEntry entry) {
        return new JournalTexts(Words.of("console"))
                .rows(List.of(Known.of(entry)), Sample.NOW)
                .getFirst()
                .text();
    }

    /** An entry holds 64 moves at most, and the number of all. */
    private static JournalEntry pull(int packages) {
        List<PackageMove> moves = IntStream.rangeClosed(1, Math.min(packages, Outcome.MOVES_SHOWN))
                .mapToObj(each -> new PackageMove(new PackageName("p" + each), Optional.empty(), Optional.empty()))
                .toList();
        return new JournalEntry(
                "s",
                AT,
                "sync",
                "obs_user",
                Optional.empty(),
                "nfs",
                Optional.of("generations/000041"),
                Optional.of("generations/000042"),
                packages,
                moves,
                Optional.empty(),
                Duration.ofSeconds(2),
                "done",
                Optional.empty());
    }

    @Test
    void anEntryThatCannotBeReadStandsAmongItsNeighbours() {
        JournalEntry newer = SampleActs.rollbackEntry(Instant.parse("2026-11-21T03:13:02Z"));
        JournalEntry older = SampleActs.rollbackEntry(Instant.parse("2026-11-20T03:13:02Z"));

        List<JournalRow> rows = new JournalTexts(Words.of("console"))
                .rows(List.of(Known.of(newer), Known.unknown(PLACE), Known.of(older)), Sample.NOW);

        assertThat(rows).extracting(JournalRow::at).containsExactly(newer.at(), newer.at(), older.at());
        assertThat(rows.get(1).line())
                .isEqualTo("time unknown  Unreadable  This entry cannot be read: " + PLACE + "  ");
        assertThat(rows.get(1).tone()).isEqualTo(JournalRow.Tone.BAD);
    }
}
