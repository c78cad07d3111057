package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obsenv.layout.SyncState.Silence;
import org.obsenv.site.SyncSettings;

class BackOffTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:10:00Z");
    private static final BackOff BACK_OFF = new BackOff(SyncSettings.DEFAULT);

    @Test
    void doublesFromTheIntervalToTheLimit() {
        List<Long> seconds = new ArrayList<>();
        Optional<Silence> silence = Optional.empty();
        for (int i = 0; i < 8; i++) {
            silence = Optional.of(BACK_OFF.after(silence, new IOException("Connection refused"), NOW));
            seconds.add(Duration.between(NOW, silence.get().until()).toSeconds());
        }
        assertThat(seconds).containsExactly(20L, 40L, 80L, 160L, 320L, 600L, 600L, 600L);
    }

    @Test
    void countsWithoutEnd() {
        Silence silence = new Silence(1_000_000, NOW);
        assertThat(BACK_OFF.after(Optional.of(silence), new IOException("x"), NOW))
                .isEqualTo(new Silence(1_000_001, NOW.plusSeconds(600)));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void leavesAHostThatAsksForItAloneForAMinuteAtLeast(int status) {
        String said = "fatal: unable to access 'http://x/': The requested URL returned error: " + status;
        assertThat(BACK_OFF.after(Optional.empty(), new IOException(said), NOW).until())
                .isEqualTo(NOW.plus(BackOff.ASKED_FOR));
    }

    @Test
    void restsUntilItsTimeAndNotForGoodWhereTheClockWasPutBack() {
        Optional<Silence> silence = Optional.of(new Silence(3, NOW.plusSeconds(80)));
        assertThat(BACK_OFF.rests(Optional.empty(), NOW)).isFalse();
        assertThat(BACK_OFF.rests(silence, NOW.plusSeconds(79))).isTrue();
        assertThat(BACK_OFF.rests(silence, NOW.plusSeconds(80))).isFalse();
        assertThat(BACK_OFF.rests(silence, NOW.minus(Duration.ofDays(1)))).isFalse();
    }
}
