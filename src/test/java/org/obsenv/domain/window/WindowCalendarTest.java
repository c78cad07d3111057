package org.obsenv.domain.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowCalendarTest {
    private static final String SUMMIT = "Summit";
    private static final SessionName NOVEMBER = planned("2026-11-04");
    private static final Instant NOVEMBER_START = Instant.parse("2026-11-04T16:00:00Z");

    @Test
    void agreesWithSessionsComputedElsewhere() throws IOException {
        List<String> expected;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("sessions-2024-2029.txt"))) {
            expected = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
        List<String> computed =
                calendar()
                        .starting(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2030-01-01T00:00:00Z"))
                        .stream()
                        .map(each -> each.start() + " " + each.end() + " " + each.window())
                        .toList();

        assertThat(expected).hasSizeGreaterThan(200);
        assertThat(computed).isEqualTo(expected);
    }

    @Test
    void isTentativeUntilSomebodyConfirmsIt() {
        assertThat(november()).containsExactly(session(NOVEMBER_START, 4, Optional.empty()));
        assertThat(november(said("maint1", new WindowChange.Confirmed(SUMMIT, NOVEMBER))))
                .containsExactly(session(NOVEMBER_START, 4, Optional.of("maint1")));
    }

    @Test
    void changesAddUp() {
        Instant later = NOVEMBER_START.plus(Duration.ofDays(1));
        WindowAct moved =
                said("maint1", new WindowChange.Moved(SUMMIT, NOVEMBER, later, later.plus(Duration.ofHours(2))));
        WindowAct cancelled = said("maint2", new WindowChange.Cancelled(SUMMIT, NOVEMBER));
        WindowAct confirmed = said("maint3", new WindowChange.Confirmed(SUMMIT, NOVEMBER));
        WindowAct overran = said("maint4", new WindowChange.Overran(SUMMIT, NOVEMBER, later.plus(Duration.ofHours(5))));

        assertThat(november(moved)).containsExactly(session(later, 2, Optional.of("maint1")));
        assertThat(november(moved, cancelled)).isEmpty();
        assertThat(november(moved, cancelled, confirmed)).containsExactly(session(later, 2, Optional.of("maint3")));
        assertThat(november(moved, overran)).containsExactly(session(later, 5, Optional.of("maint4")));
    }

    @Test
    void aChangeIsOfItsOwnWindowAndSession() {
        assertThat(november(
                        said("maint1", new WindowChange.Cancelled("Patch Thursday", NOVEMBER)),
                        said("maint1", new WindowChange.Cancelled(SUMMIT, new SessionName.Extra(1))),
                        said("maint1", new WindowChange.Cancelled(SUMMIT, planned("2026-11-05")))))
                .containsExactly(session(NOVEMBER_START, 4, Optional.empty()));
    }

    @Test
    void aSessionThatWasMovedToAnotherMonthIsThere() {
        Instant december = Instant.parse("2026-12-09T16:00:00Z");
        WindowCalendar calendar = calendar(
                said("maint1", new WindowChange.Moved(SUMMIT, NOVEMBER, december, december.plus(Duration.ofHours(4)))));

        assertThat(calendar.starting(december, december.plusSeconds(1)))
                .containsExactly(session(december, 4, Optional.of("maint1")));
    }

    @Test
    void anExtraSessionStandsByItselfAndCanBeCancelled() {
        Instant start = Instant.parse("2026-11-10T12:00:00Z");
        WindowAct added =
                new WindowAct(7, start, "maint1", new WindowChange.Added(SUMMIT, start, start.plusSeconds(3600)));

        assertThat(calendar(added).openAt(SUMMIT, start))
                .contains(new WindowSession(
                        SUMMIT, new SessionName.Extra(7), start, start.plusSeconds(3600), Optional.of("maint1")));
        assertThat(calendar(added, said("maint2", new WindowChange.Cancelled(SUMMIT, new SessionName.Extra(7))))
                        .openAt(SUMMIT, start))
                .isEmpty();
    }

    /** Of whom nobody knows whether she took it back since. */
    @Test
    void whereActsMayBeMissingNothingIsConfirmed() {
        Instant later = NOVEMBER_START.plus(Duration.ofDays(1));
        List<WindowAct> acts = List.of(
                said("maint1", new WindowChange.Moved(SUMMIT, NOVEMBER, later, later.plusSeconds(3600))),
                said("maint1", new WindowChange.Added(SUMMIT, later, later.plusSeconds(60))));

        assertThat(new WindowCalendar(WindowRule.DEFAULTS, acts, false).starting(later, later.plusSeconds(1)))
                .hasSize(2)
                .allMatch(WindowSession::isTentative);
        assertThat(new WindowCalendar(WindowRule.DEFAULTS, acts).starting(later, later.plusSeconds(1)))
                .noneMatch(WindowSession::isTentative);
    }

    /** The site file may have come to name another hour since. */
    @Test
    void anOverrunThatEndsBeforeTheStartIsNone() {
        assertThat(november(said("maint1", new WindowChange.Overran(SUMMIT, NOVEMBER, NOVEMBER_START))))
                .containsExactly(session(NOVEMBER_START, 4, Optional.empty()));
    }

    @Test
    void saysWhatWasMovedAndWhatIsCancelled() {
        WindowAct cancelled = said("maint2", new WindowChange.Cancelled(SUMMIT, NOVEMBER));
        WindowSession planned = session(NOVEMBER_START, 4, Optional.empty());

        assertThat(calendar(cancelled).entries(NOVEMBER_START, NOVEMBER_START.plusSeconds(1)))
                .containsExactly(new WindowCalendar.Entry(planned, planned, false));
        assertThat(calendar(cancelled).find(SUMMIT, NOVEMBER))
                .contains(new WindowCalendar.Entry(planned, planned, false));
        assertThat(calendar(cancelled).lastAct(planned)).contains(cancelled);
        assertThat(calendar().find(SUMMIT, planned("2026-11-05"))).isEmpty();
        assertThat(calendar().find(SUMMIT, new SessionName.Extra(1))).isEmpty();
    }

    @Test
    void isOpenFromItsStartUpToItsEnd() {
        WindowCalendar calendar = calendar();

        assertThat(calendar.openAt(SUMMIT, NOVEMBER_START.minusMillis(1))).isEmpty();
        assertThat(calendar.openAt(SUMMIT, NOVEMBER_START)).isPresent();
        assertThat(calendar.openAt(
                        SUMMIT, NOVEMBER_START.plus(Duration.ofHours(4)).minusMillis(1)))
                .isPresent();
        assertThat(calendar.openAt(SUMMIT, NOVEMBER_START.plus(Duration.ofHours(4))))
                .isEmpty();
        assertThat(calendar.openAt("Patch Thursday", NOVEMBER_START)).isEmpty();
    }

    @Test
    void aPatchThursdayEndsOnTheNextDayInUtc() {
        Instant late = Instant.parse("2026-11-27T00:59:59Z");

        assertThat(calendar().openAt("Patch Thursday", late)).isPresent();
        assertThat(calendar().openAt("Patch Thursday", late.plusSeconds(1))).isEmpty();
    }

    @Test
    void namesTheNextOne() {
        assertThat(calendar().next(SUMMIT, Instant.parse("2026-11-21T03:12:44Z")))
                .map(WindowSession::start)
                .contains(Instant.parse("2026-12-02T16:00:00Z"));
    }

    @Test
    void theLastAndTheFifthWeekdayOfAMonth() {
        ZoneId utc = ZoneId.of("UTC");
        WindowRule last = new WindowRule(
                "last",
                DayOfWeek.FRIDAY,
                Optional.of(-1),
                LocalTime.NOON,
                utc,
                Duration.ofHours(1),
                List.of(),
                List.of());
        WindowRule fifth = new WindowRule(
                "fifth",
                DayOfWeek.FRIDAY,
                Optional.of(5),
                LocalTime.NOON,
                utc,
                Duration.ofHours(1),
                List.of(),
                List.of());

        assertThat(new WindowCalendar(List.of(last, fifth), List.of())
                        .starting(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z")))
                .extracting(each -> each.window() + " " + each.start())
                .containsExactly(
                        "fifth 2026-01-30T12:00:00Z", "last 2026-01-30T12:00:00Z", "last 2026-02-27T12:00:00Z");
    }

    @Test
    void whatWasSaidOfADayThatTheRuleHasNoMoreIsNamed() {
        SessionName thursday = planned("2026-11-05");
        WindowAct confirmed = said("maint1", new WindowChange.Confirmed(SUMMIT, thursday));
        WindowAct fit = said("maint1", new WindowChange.Confirmed(SUMMIT, NOVEMBER));
        WindowAct cancelled = said("maint2", new WindowChange.Cancelled(SUMMIT, thursday));

        assertThat(calendar(confirmed, fit).adrift(NOVEMBER_START)).containsExactly(confirmed);
        assertThat(calendar(confirmed, cancelled).adrift(NOVEMBER_START)).isEmpty();
        assertThat(calendar(cancelled, confirmed).adrift(NOVEMBER_START)).containsExactly(confirmed);
        assertThat(calendar(confirmed).adrift(NOVEMBER_START.plus(Duration.ofDays(4))))
                .as("it is over")
                .isEmpty();
        Instant later = NOVEMBER_START.plus(Duration.ofDays(9));
        WindowAct moved =
                said("maint1", new WindowChange.Moved(SUMMIT, thursday, later, later.plus(Duration.ofHours(2))));
        assertThat(calendar(moved).adrift(NOVEMBER_START.plus(Duration.ofDays(4))))
                .containsExactly(moved);
        WindowAct renamed = said("maint1", new WindowChange.Confirmed("Peak", NOVEMBER));
        assertThat(calendar(renamed).adrift(NOVEMBER_START)).containsExactly(renamed);
    }

    private static SessionName planned(String day) {
        return new SessionName.Planned(LocalDate.parse(day));
    }

    private static WindowAct said(String by, WindowChange change) {
        return new WindowAct(1, NOVEMBER_START.minus(Duration.ofDays(3)), by, change);
    }

    private static List<WindowSession> november(WindowAct... acts) {
        return calendar(acts)
                .starting(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"))
                .stream()
                .filter(each -> each.window().equals(SUMMIT))
                .toList();
    }

    private static WindowCalendar calendar(WindowAct... acts) {
        return new WindowCalendar(WindowRule.DEFAULTS, List.of(acts));
    }

    private static WindowSession session(Instant start, int hours, Optional<String> by) {
        return new WindowSession(SUMMIT, NOVEMBER, start, start.plus(Duration.ofHours(hours)), by);
    }
}
