package org.obsenv.console.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.obsenv.console.Sample;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.words.Words;

class JournalTextsTest {
    private static final String PLACE = "/env/journal/000001.yaml, line 33: what stands here is no entry";

    @Test
    void anEntryThatCannotBeReadStandsAmongItsNeighbours() {
        JournalEntry newer = Sample.rollbackEntry(Instant.parse("2026-11-21T03:13:02Z"));
        JournalEntry older = Sample.rollbackEntry(Instant.parse("2026-11-20T03:13:02Z"));

        List<JournalRow> rows = new JournalTexts(Words.of("console"))
                .rows(List.of(Known.of(newer), Known.unknown(PLACE), Known.of(older)), Sample.NOW);

        assertThat(rows).extracting(JournalRow::at).containsExactly(newer.at(), newer.at(), older.at());
        assertThat(rows.get(1).line())
                .isEqualTo("time unknown  Unreadable  This entry cannot be read: " + PLACE + "  ");
        assertThat(rows.get(1).tone()).isEqualTo(JournalRow.Tone.BAD);
    }
}
