package org.obsenv.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryTest {
    private static final Instant NOW = Instant.parse("2026-11-21T22:10:00Z");

    @ParameterizedTest
    @CsvSource({
        "06:00, 2026-11-22T06:00:00Z",
        "6:00, 2026-11-22T06:00:00Z",
        "23:00, 2026-11-21T23:00:00Z",
        "22:10, 2026-11-22T22:10:00Z",
        "2026-11-22T06:00Z, 2026-11-22T06:00:00Z",
        "2026-11-22T03:00-03:00, 2026-11-22T06:00:00Z",
        "8h, 2026-11-22T06:10:00Z",
        "90 min, 2026-11-21T23:40:00Z",
        "2d, 2026-11-23T22:10:00Z"
    })
    void readsWhatPeopleSay(String text, Instant end) {
        assertThat(Expiry.parse(text, NOW)).contains(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "25:00", "06:60", "2026-11-21T22:00Z", "2027-11-21T22:00Z", "0h", "91d", "2026-11-22"
            })
    void takesNothingElseNothingPastAndNothingFarAway(String text) {
        assertThat(Expiry.parse(text, NOW)).isEmpty();
    }
}
