package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.words.Words;

class WindowCountdownTest {
    private final WindowCountdown countdown = new WindowCountdown(WindowRule.DEFAULTS, Words.of("console"));

    @Test
    void countsDownToTheNextSessionAndThroughIt() {
        // Patch Thursday is 15:00 to 17:00 in Los Angeles, in winter 23:00 to 01:00 UTC.
        assertThat(at("2026-11-21T03:12:44Z")).isEqualTo("Patch Thursday in 5 d 19 h");
        assertThat(countdown.hint()).isEqualTo("Tentative until somebody confirms it");
        assertThat(at("2026-11-26T22:30:00Z")).isEqualTo("Patch Thursday in 30 min");
        assertThat(at("2026-11-26T23:00:00Z")).isEqualTo("Patch Thursday open, 2 h left");
        assertThat(at("2026-11-27T00:59:59Z")).isEqualTo("Patch Thursday open, 1 s left");
        // The first Wednesday of December, 13:00 in Santiago, comes before the next Thursday.
        assertThat(at("2026-11-27T01:00:00Z")).isEqualTo("Summit in 5 d 15 h");
    }

    @Test
    void saysNothingWithoutWindows() {
        assertThat(new WindowCountdown(List.of(), Words.of("console")).at(Instant.parse("2026-11-21T03:12:44Z")))
                .isEmpty();
    }

    private String at(String time) {
        return countdown.at(Instant.parse(time));
    }
}
