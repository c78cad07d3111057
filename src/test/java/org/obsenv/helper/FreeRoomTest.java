package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.obsenv.layout.SyncState.ScarceRoom;
import org.obsenv.site.SyncSettings;

class FreeRoomTest {
    private static final Path ROOT = Path.of("/opt/obs_env");
    private static final Instant NOW = Instant.parse("2026-11-21T02:10:00Z");

    @Test
    void asksTheKernelAsJavaDoes() throws Exception {
        FreeRoom room = FreeRoom.of(Path.of("/proc"));
        assertThat(room.space()).isZero();
        assertThat(room.inodes()).isEmpty();
        assertThat(FreeRoom.of(Path.of("/")).space()).isPositive();
    }

    @Test
    void saysNothingWhileThereIsEnough() {
        assertThat(scarce(new FreeRoom(2L << 30, Optional.of(100_000L)))).isEmpty();
        assertThat(scarce(new FreeRoom(2L << 30, Optional.empty()))).isEmpty();
    }

    @Test
    void saysHowMuchIsLeftAndWhatToDo() {
        assertThat(scarce(new FreeRoom((2L << 30) - 1, Optional.of(54_321L))))
                .contains(new ScarceRoom(
                        NOW,
                        "the disk of /opt/obs_env has 2.0 GiB left, 2.0 GiB should be: run prune, or make room; "
                                + "the disk of /opt/obs_env has room for 54000 more files, 100000 should be: "
                                + "run prune, or make room"));
    }

    /** A disk on which little changes makes no new state at every pass. */
    @Test
    void staysTheSameWhileTheRoundNumbersDo() {
        Optional<ScarceRoom> before = scarce(new FreeRoom(1L << 30, Optional.empty()));
        assertThat(new FreeRoom((1L << 30) - 4096, Optional.empty())
                        .scarce(ROOT, SyncSettings.DEFAULT, before, NOW.plus(Duration.ofHours(1))))
                .isEqualTo(before);
    }

    private static Optional<ScarceRoom> scarce(FreeRoom room) {
        return room.scarce(ROOT, SyncSettings.DEFAULT, Optional.empty(), NOW);
    }
}
