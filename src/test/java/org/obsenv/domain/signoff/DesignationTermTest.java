package org.obsenv.domain.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesignationTermTest {
    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");

    @Test
    void goesFromTheFirstDaysBeginToTheLastDaysEndAtTheSite() {
        assertThat(DesignationTerm.begin("2026-12-01", SANTIAGO)).contains(Instant.parse("2026-12-01T03:00:00Z"));
        assertThat(DesignationTerm.end("2026-12-01", SANTIAGO)).contains(Instant.parse("2026-12-02T03:00:00Z"));
    }

    /** In Chile clocks go forward at midnight: that day begins at one. */
    @Test
    void aDayThatLacksMidnightBeginsWhenItDoes() {
        assertThat(DesignationTerm.begin("2026-09-06", SANTIAGO)).contains(Instant.parse("2026-09-06T04:00:00Z"));
        assertThat(DesignationTerm.end("2026-09-05", SANTIAGO)).contains(Instant.parse("2026-09-06T04:00:00Z"));
    }

    @Test
    void anInstantIsMeantAsItIs() {
        Optional<Instant> at = Optional.of(Instant.parse("2026-12-01T12:30:00Z"));
        assertThat(DesignationTerm.begin("2026-12-01T12:30:00Z", SANTIAGO)).isEqualTo(at);
        assertThat(DesignationTerm.end("2026-12-01T12:30:00Z", SANTIAGO)).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.12.2026", "2026-02-30", "tomorrow"})
    void whatIsNoDayIsNone(String text) {
        assertThat(DesignationTerm.begin(text, SANTIAGO).or(() -> DesignationTerm.end(text, SANTIAGO)))
                .isEmpty();
    }
}
