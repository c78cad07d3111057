package org.obsenv.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.obsenv.words.Words;

class TextsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:12:44Z");

    private final Times times = new Times(Words.of("console"));

    @Test
    void agesAreInTheLargestUnitThatSaysEnough() {
        assertThat(List.of(
                                0L,
                                59L,
                                60L,
                                41 * 60L,
                                3600L,
                                23 * 3600L,
                                86_400L,
                                59 * 86_400L,
                                90 * 86_400L,
                                1130 * 86_400L)
                        .stream()
                        .map(seconds -> times.duration(Duration.ofSeconds(seconds))))
                .containsExactly("0 s", "59 s", "1 min", "41 min", "1 h", "23 h", "1 d", "59 d", "12 wk", "3 y");
    }

    @Test
    void whatIsTooShortToBeMeasuredInTenthsIsNotCalledNothing() {
        assertThat(times.took(Duration.ofMillis(12))).isEqualTo("under 0.1 s");
        assertThat(times.took(Duration.ofMillis(151))).isEqualTo("0.2 s");
        assertThat(times.took(Duration.ofSeconds(61))).isEqualTo("1 min");
    }

    @Test
    void whatLiesAheadIsNotNegative() {
        assertThat(times.age(NOW.plusSeconds(5), NOW)).isEqualTo("0 s");
    }

    @Test
    void aLastNightsMomentHasItsDay() {
        assertThat(Times.since(NOW.minusSeconds(600), NOW)).isEqualTo("03:02");
        assertThat(Times.since(NOW.minus(Duration.ofHours(29)), NOW)).isEqualTo("19 Nov 22:12");
    }

    @Test
    void siteTimeNamesThePlace() {
        assertThat(Times.atSite(NOW, ZoneId.of("America/Santiago"))).isEqualTo("00:12 Chile");
    }
}
