package org.obsenv.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.window.SessionName;
import org.obsenv.domain.window.WindowAct;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.words.Words;

class WindowCountdownTest {
    private final WindowCountdown countdown = new WindowCountdown(Words.of("console"));

    @Test
    void countsDownToTheNextSessionAndThroughIt() {
        countdown.show(new WindowCalendar(WindowRule.DEFAULTS, List.of()));
        // Patch Thursday is 15:00 to 17:00 in Los Angeles, in winter 23:00 to 01:00 UTC.
        assertThat(at("2026-11-21T03:12:44Z")).isEqualTo("Patch Thursday in 5 d 19 h \u00b7 tentative");
        assertThat(countdown.hint()).isEqualTo("Tentative until somebody confirms it");
        assertThat(at("2026-11-26T22:30:00Z")).isEqualTo("Patch Thursday in 30 min \u00b7 tentative");
        assertThat(at("2026-11-26T23:00:00Z")).isEqualTo("Patch Thursday open, 2 h left \u00b7 tentative");
        assertThat(at("2026-11-27T00:59:59Z")).isEqualTo("Patch Thursday open, 1 s left \u00b7 tentative");
        // The first Wednesday of December, 13:00 in Santiago, comes before the next Thursday.
        assertThat(at("2026-11-27T01:00:00Z")).isEqualTo("Summit in 5 d 15 h \u00b7 tentative");
    }

    @Test
    void saysNothingWithoutWindows() {
        assertThat(at("2026-11-21T03:12:44Z")).isEmpty();
    }

    @Test
    void whatWasSaidOfASessionCountsAtOnce() {
        countdown.show(new WindowCalendar(WindowRule.DEFAULTS, List.of()));
        at("2026-11-21T03:12:44Z");
        SessionName thursday = new SessionName.Planned(LocalDate.of(2026, 11, 26));
        WindowAct confirmed = act(1, new WindowChange.Confirmed("Patch Thursday", thursday));

        countdown.show(new WindowCalendar(WindowRule.DEFAULTS, List.of(confirmed)));
        assertThat(at("2026-11-21T03:12:44Z")).isEqualTo("Patch Thursday in 5 d 19 h");
        assertThat(countdown.hint()).isEmpty();

        WindowAct cancelled = act(2, new WindowChange.Cancelled("Patch Thursday", thursday));
        countdown.show(new WindowCalendar(WindowRule.DEFAULTS, List.of(confirmed, cancelled)));
        assertThat(at("2026-11-21T03:12:44Z")).isEqualTo("Summit in 11 d 12 h \u00b7 tentative");
    }

    private static WindowAct act(int number, WindowChange change) {
        return new WindowAct(number, Instant.parse("2026-11-20T03:00:00Z"), "maint1", change);
    }

    private String at(String time) {
        return countdown.at(Instant.parse(time));
    }
}
