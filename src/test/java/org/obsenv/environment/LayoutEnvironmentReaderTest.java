package org.obsenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obsenv.environment.HandMadeLayout.NOW;
import static org.obsenv.environment.HandMadeLayout.fetched;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.CommitSummary;
import org.obsenv.domain.Drift;
import org.obsenv.domain.EnvironmentReading;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageReading;
import org.obsenv.domain.Pin;
import org.obsenv.domain.Review;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.Verdict;
import org.obsenv.layout.JournalDocument;
import org.obsenv.layout.Links;

/** What is read of a layout in which everything is sound. */
class LayoutEnvironmentReaderTest extends OnTwoPackages {
    @Test
    void readsThreeThingsSideBySide() throws IOException {
        PackageReading wepReading = wepReading();
        PackageReading cwfsReading = new PackageReading(
                cwfs,
                Known.of(cwfsV1),
                Known.of(cwfsV1),
                new Pin.Resolved(cwfsV1.abbreviated(), Pin.Kind.COMMIT, cwfsV1, AT_V1),
                new Drift.AtPin(),
                new Drift.AtPin(),
                Known.of(new CommitSummary(cwfsV1, "Only", "Zoë Ångström", AT_V1)),
                Set.of(),
                Optional.empty());

        assertThat(read())
                .isEqualTo(new EnvironmentReading(
                        "Summit",
                        NOW,
                        new SwitchState.Following(
                                NEWEST, new Links(layout.paths()).current().orElseThrow()),
                        new BaseState.Built(BASE),
                        Known.of(List.of(wep)),
                        Known.of(NOW.minusSeconds(30)),
                        Optional.of(new Review(Instant.parse("2026-11-20T21:00:00Z"), "malex")),
                        Optional.of("c0044.007"),
                        List.of(wepReading, cwfsReading),
                        List.of()));
    }

    private PackageReading wepReading() {
        return new PackageReading(
                wep,
                Known.of(wepHead),
                Known.of(wepHead),
                new Pin.Resolved("v1", Pin.Kind.TAG, wepV1, AT_V1),
                new Drift.Ahead(1),
                new Drift.Ahead(1),
                Known.of(new CommitSummary(wepHead, "Fix it", "Zoë Ångström", AT_V1.plusSeconds(60))),
                Set.of(),
                Optional.empty());
    }

    @Test
    void tellsHeldAndByWhom() throws IOException {
        JournalEntry act = new JournalEntry(
                "1",
                NOW,
                "rollback",
                "ann",
                Optional.empty(),
                "obs1",
                Optional.of("deploy"),
                Optional.of("generations/000001"),
                1,
                List.of(),
                Optional.empty(),
                Duration.ofMillis(3),
                "done",
                Optional.empty());
        JournalEntry base = new JournalEntry(
                "2",
                NOW,
                "set-base",
                "max",
                Optional.empty(),
                "obs1",
                Optional.empty(),
                Optional.of("generations/000001"),
                1,
                List.of(),
                Optional.empty(),
                Duration.ofMillis(3),
                "done",
                Optional.empty());
        Files.write(layout.paths().journal().resolve("000001.yaml"), JournalDocument.write(act));
        Files.write(
                layout.paths().journal().resolve("000001.yaml"),
                JournalDocument.write(base),
                java.nio.file.StandardOpenOption.APPEND);
        layout.link(layout.paths().current(), "generations/000001");

        EnvironmentReading reading = read();

        assertThat(reading.current())
                .isEqualTo(new SwitchState.Held(
                        BASE,
                        new Links(layout.paths()).current().orElseThrow(),
                        Optional.of(act),
                        Known.of(List.of(new PackageMove(wep, Optional.of(wepV1), Optional.of(wepHead))))));
        assertThat(Verdict.of(reading)).isEqualTo(new Verdict.HeldAtBase(2));
        assertThat(reading.rollbackMoves()).isEqualTo(Known.of(List.of()));
        assertThat(reading.packages().getFirst().deployDrift()).isEqualTo(new Drift.Ahead(1));
    }

    @Test
    void returnsTheSameFactsWhenNothingChanged() {
        try (LayoutEnvironmentReader reader = layout.reader(List.of(wep, cwfs))) {
            EnvironmentReading first = reader.refresh();
            EnvironmentReading second = reader.refresh();

            assertThat(second).isEqualTo(first);
            assertThat(second.packages()).isSameAs(first.packages());
            assertThat(reader.rescan().packages()).isEqualTo(first.packages()).isNotSameAs(first.packages());
        }
    }

    @Test
    void seesEveryKindOfChangeAtTheNextLook() throws IOException {
        try (LayoutEnvironmentReader reader = layout.reader(List.of(wep, cwfs))) {
            reader.refresh();
            layout.heartbeat(NOW);
            assertThat(reader.refresh().lastSync()).isEqualTo(Known.of(NOW));
            layout.state(Map.of(cwfs, fetched(cwfsV1)));
            assertThat(reader.refresh().packages().getFirst().deployHead())
                    .isEqualTo(Known.unknown("the auto-pull has not fetched it yet"));
            layout.link(layout.paths().deploy(), "generations/000001");
            assertThat(reader.refresh().packages().getFirst().running()).isEqualTo(Known.of(wepV1));
            layout.link(layout.paths().base(), "generations/000002");
            assertThat(reader.refresh().base()).isEqualTo(new BaseState.Edited(NEWEST));
            layout.link(layout.paths().current(), "generations/000002");
            assertThat(reader.refresh().current().running()).contains(NEWEST);
            layout.list("ts_wep: v1\n");
            assertThat(reader.refresh().packages().getLast().pin()).isEqualTo(new Pin.Absent());
        }
    }

    @Test
    void tellsOfPackagesTheSiteDoesNotHave() throws IOException {
        layout.list("ts_wep: v1\nts_we: v1\n");

        assertThat(read().problems())
                .containsExactly(layout.list() + ", line 2, key ts_we: the site file has no package of this name;"
                        + " did you mean ts_wep?");
    }
}
