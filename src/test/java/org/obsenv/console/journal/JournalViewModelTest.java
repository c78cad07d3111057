package org.obsenv.console.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.obsenv.console.ManualTime;
import org.obsenv.console.RecordingPorts;
import org.obsenv.console.SameThreadRunner;
import org.obsenv.console.Sample;
import org.obsenv.console.SampleActs;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.words.Words;

class JournalViewModelTest {
    private final ManualTime time = new ManualTime(Sample.NOW);
    private final RecordingPorts ports = new RecordingPorts(() -> Sample.following(time.instant()));
    private final JournalViewModel model =
            new JournalViewModel(ports, new SameThreadRunner(), time, time, Words.of("console"));

    @Test
    void tellsEachActInWords() {
        JournalEntry refused = new JournalEntry(
                "r",
                Sample.NOW.minus(Duration.ofDays(2)),
                "resume",
                "controlroom",
                Optional.of("AB"),
                "summit-ws1",
                Optional.empty(),
                Optional.empty(),
                0,
                List.of(),
                Optional.empty(),
                Duration.ZERO,
                "refused",
                Optional.of("switch-moved"));
        ports.journal = () -> Known.of(Stream.of(
                        Stream.of(SampleActs.rollbackEntry(Instant.parse("2026-11-21T03:13:02Z"))),
                        SampleActs.journal().stream(),
                        Stream.of(refused))
                .flatMap(each -> each)
                .toList());
        model.start();
        assertThat(model.rows())
                .extracting(JournalRow::line)
                .containsExactly(
                        "03:13:02 UTC  Rollback  obs1 rolled the environment back to base · 3 packages"
                                + " · reason: script failing  summit-ws1",
                        "02:31:40 UTC  Auto-pull  ts_standardscripts c04d9aa → 8f31c02  summit-nfs",
                        "01:12:09 UTC  Auto-pull  ts_standardscripts b7719e2 → c04d9aa  summit-nfs",
                        "22:05:17 UTC  Base set  maint1 built base  ops-ws2",
                        "19 Nov 03:12 UTC  Resume  controlroom (AB) resumed deploy · refused, nothing changed"
                                + "  summit-ws1");
        assertThat(model.lastDay()).hasSize(4);
        assertThat(model.rows().getFirst().detail())
                .contains("ts_wep 77ab3e9 → 51c0ffe")
                .first()
                .asString()
                .isEqualTo("2026-11-21 03:13:02 UTC, took 0.8 s, from deploy to generations/000039");
    }

    @Test
    void anUnreadableJournalIsSaidAndNotShownAsEmpty() {
        model.start();
        assertThat(model.accessProperty().get()).isEqualTo(new JournalViewModel.Access.Yes());
        ports.journal = () -> Known.unknown("Permission denied");
        time.pass(Duration.ofSeconds(5));
        assertThat(model.accessProperty().get()).isEqualTo(new JournalViewModel.Access.No("Permission denied"));
    }
}
