package org.obsenv.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Known;
import org.obsenv.domain.SwitchState;
import org.obsenv.domain.SwitchToken;
import org.obsenv.layout.LayoutPaths;

/** Who holds the environment, as far as the journal tells. */
class SwitchReadingTest {
    private static final Instant AT = Instant.parse("2026-11-21T03:13:02Z");
    private static final String HELD = "generations/000002";

    @Test
    void theNewestActThatPutItThereHoldsIt() {
        assertThat(holder(Known.of(act("sync", "generations/000003")), Known.of(act("rollback", HELD))))
                .contains(act("rollback", HELD));
        assertThat(holder(Known.of(act("resume", "deploy")), Known.of(act("rollback", HELD))))
                .isEmpty();
    }

    @Test
    void anEntryThatCannotBeReadMayBeThatAct() {
        assertThat(holder(Known.unknown("line 33: no entry"), Known.of(act("rollback", HELD))))
                .isEmpty();
        assertThat(holder(Known.of(act("rollback", HELD)), Known.unknown("line 33: no entry")))
                .contains(act("rollback", HELD));
    }

    @Test
    void anExportThatIsNotMountedIsNamedAsThat() {
        LayoutPaths paths = new LayoutPaths(Path.of("/nowhere"));
        LayoutStamp empty = new LayoutStamp(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new FileStamp.Absent(),
                new FileStamp.Absent(),
                new FileStamp.Absent(),
                new FileStamp.Absent(),
                new FileStamp.Absent());
        assertThat(new SwitchReading(paths, limit -> Known.of(List.of()), new Manifests(paths, Manifests.OF_LINKS))
                        .of(empty))
                .isEqualTo(new SwitchState.Unknown(
                        "there is no environment in /nowhere: it is not mounted here, or was never set up"));
    }

    private static Optional<JournalEntry> holder(Known<JournalEntry> newest, Known<JournalEntry> older) {
        LayoutPaths paths = new LayoutPaths(Path.of("/"));
        SwitchReading reading = new SwitchReading(
                paths, limit -> Known.of(List.of(newest, older)), new Manifests(paths, Manifests.OF_LINKS));
        LayoutStamp stamp = new LayoutStamp(
                Optional.of(new SwitchToken(HELD, 1, AT)),
                Optional.empty(),
                Optional.empty(),
                new FileStamp.Absent(),
                new FileStamp.Absent(),
                new FileStamp.Absent(),
                new FileStamp.Absent(),
                new FileStamp.Absent());
        return reading.of(stamp) instanceof SwitchState.Held held ? held.by() : Optional.empty();
    }

    private static JournalEntry act(String act, String to) {
        return new JournalEntry(
                act,
                AT,
                act,
                "nina",
                Optional.empty(),
                "ws1",
                Optional.empty(),
                Optional.of(to),
                0,
                List.of(),
                Optional.empty(),
                Duration.ZERO,
                "done",
                Optional.empty());
    }
}
