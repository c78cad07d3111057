package org.obsenv.domain.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obsenv.domain.window.SessionName;
import org.obsenv.domain.window.WindowAct;
import org.obsenv.domain.window.WindowCalendar;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.domain.window.WindowRule;

/** Who may say what of which session, and when. The Summit's is on 2026-12-02 from 16:00 to 20:00 UTC. */
class SessionRulesTest {
    private static final List<WindowRule> RULES = List.of(
            new WindowRule(
                    "Summit",
                    DayOfWeek.WEDNESDAY,
                    Optional.of(1),
                    LocalTime.of(13, 0),
                    ZoneId.of("America/Santiago"),
                    Duration.ofHours(4),
                    List.of(),
                    List.of("config1")),
            new WindowRule(
                    "Thursday",
                    DayOfWeek.THURSDAY,
                    Optional.empty(),
                    LocalTime.of(15, 0),
                    ZoneId.of("America/Los_Angeles"),
                    Duration.ofHours(2),
                    List.of(),
                    List.of()));

    /** Said before, all by config1, now, who and what: "-" is allowed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "", textBlock = """
            |2026-11-21T03:00:00Z|config1|confirmed Summit 2026-12-02|-
            |2026-11-21T03:00:00Z|maint1 |confirmed Summit 2026-12-02|NOT_WINDOW_MANAGER
            |2026-11-21T03:00:00Z|eve    |cancelled Summit 2026-12-02|NOT_WINDOW_MANAGER
            |2026-11-21T03:00:00Z|maint1 |confirmed Thursday 2026-11-26|-
            |2026-11-21T03:00:00Z|config1|confirmed Thursday 2026-11-26|NOT_WINDOW_MANAGER
            |2026-11-21T03:00:00Z|config1|confirmed Moon 2026-12-02|UNKNOWN_NAME
            |2026-11-21T03:00:00Z|config1|confirmed Summit 2026-12-03|UNKNOWN_SESSION
            |2026-11-21T03:00:00Z|config1|confirmed Summit extra-1|UNKNOWN_SESSION
            |2026-12-03T19:59:00Z|config1|confirmed Summit 2026-12-02|-
            |2026-12-03T20:00:01Z|config1|confirmed Summit 2026-12-02|SESSION_OVER
            |2026-11-21T03:00:00Z|config1|confirmed Summit 2026-11-04|SESSION_OVER
            |2026-11-21T03:00:00Z|config1|cancelled Summit 2026-12-02|-
            |2026-12-03T20:00:01Z|config1|cancelled Summit 2026-12-02|SESSION_OVER
            |2026-11-21T03:00:00Z|config1|moved Summit 2026-12-02 2026-12-03T16:00:00Z 2026-12-03T20:00:00Z|-
            |2026-11-21T03:00:00Z|config1|moved Summit 2026-12-02 2027-02-02T12:00:00Z 2027-02-02T16:00:00Z|-
            |2026-11-21T03:00:00Z|config1|moved Summit 2026-12-02 2027-02-02T12:00:00Z 2027-02-02T16:00:01Z|SESSION_TOO_FAR
            |2026-09-30T03:00:00Z|config1|moved Summit 2026-12-02 2026-10-01T15:59:59Z 2026-10-01T18:00:00Z|SESSION_TOO_FAR
            |2026-11-21T03:00:00Z|config1|moved Summit 2026-12-02 2026-12-02T16:00:00Z 2026-12-04T16:00:00Z|-
            |2026-11-21T03:00:00Z|config1|moved Summit 2026-12-02 2026-12-02T16:00:00Z 2026-12-04T16:00:01Z|SESSION_TOO_LONG
            |2026-11-21T03:00:00Z|config1|moved Summit 2026-12-02 2026-11-19T16:00:00Z 2026-11-19T20:00:00Z|SESSION_OVER
            |2026-11-21T03:00:00Z|config1|moved Summit 2026-12-02 +1000000000-12-31T00:00:00Z +1000000000-12-31T01:00:00Z|SESSION_TOO_FAR
            |2026-12-02T19:50:00Z|config1|overran Summit 2026-12-02 2026-12-02T21:00:00Z|-
            |2026-12-03T12:00:00Z|config1|overran Summit 2026-12-02 2026-12-02T21:00:00Z|-
            |2026-12-02T19:50:00Z|config1|overran Summit 2026-12-02 2026-12-02T20:00:00Z|NO_OVERRUN
            |2026-12-02T19:50:00Z|config1|overran Summit 2026-12-02 2026-12-04T16:00:01Z|SESSION_TOO_LONG
            |2026-12-03T20:00:01Z|config1|overran Summit 2026-12-02 2026-12-04T10:00:00Z|SESSION_OVER
            |2026-11-21T03:00:00Z|config1|added Summit 2026-11-24T13:00:00Z 2026-11-24T14:00:00Z|-
            |2026-11-21T03:00:00Z|maint1 |added Summit 2026-11-24T13:00:00Z 2026-11-24T14:00:00Z|NOT_WINDOW_MANAGER
            |2026-11-21T03:00:00Z|config1|added Summit 2026-11-19T13:00:00Z 2026-11-19T14:00:00Z|SESSION_OVER
            |2026-11-21T03:00:00Z|config1|added Summit 2026-11-24T13:00:00Z 2026-11-26T13:00:01Z|SESSION_TOO_LONG
            |2026-11-21T03:00:00Z|config1|added Summit 2027-12-31T13:00:00Z 2027-12-31T14:00:00Z|SESSION_TOO_FAR
            |2026-11-21T03:00:00Z|config1|added Moon 2026-11-24T13:00:00Z 2026-11-24T14:00:00Z|UNKNOWN_NAME
            confirmed Summit 2026-12-02|2026-11-21T03:00:00Z|config1|confirmed Summit 2026-12-02|SESSION_SAID
            confirmed Summit 2026-12-02|2026-11-21T03:00:00Z|config1|cancelled Summit 2026-12-02|-
            cancelled Summit 2026-12-02|2026-11-21T03:00:00Z|config1|cancelled Summit 2026-12-02|SESSION_SAID
            cancelled Summit 2026-12-02|2026-11-21T03:00:00Z|config1|confirmed Summit 2026-12-02|-
            cancelled Summit 2026-12-02|2026-12-02T19:50:00Z|config1|overran Summit 2026-12-02 2026-12-02T21:00:00Z|SESSION_CANCELLED
            moved Summit 2026-12-02 2026-12-03T16:00:00Z 2026-12-03T18:00:00Z|2026-11-21T03:00:00Z|config1|moved Summit 2026-12-02 2026-12-03T16:00:00Z 2026-12-03T18:00:00Z|SESSION_SAID
            moved Summit 2026-12-02 2026-12-03T16:00:00Z 2026-12-03T18:00:00Z|2026-11-21T03:00:00Z|config1|moved Summit 2026-12-02 2026-12-02T16:00:00Z 2026-12-02T20:00:00Z|-
            moved Summit 2026-12-02 2026-12-03T16:00:00Z 2026-12-03T18:00:00Z|2026-12-03T17:50:00Z|config1|overran Summit 2026-12-02 2026-12-03T17:00:00Z|NO_OVERRUN
            added Summit 2026-11-24T13:00:00Z 2026-11-24T14:00:00Z|2026-11-21T03:00:00Z|config1|added Summit 2026-11-24T13:00:00Z 2026-11-24T14:00:00Z|SESSION_SAID
            added Summit 2026-11-24T13:00:00Z 2026-11-24T14:00:00Z|2026-11-21T03:00:00Z|config1|cancelled Summit extra-1|-
            added Summit 2026-11-24T13:00:00Z 2026-11-24T14:00:00Z|2026-11-21T03:00:00Z|config1|cancelled Summit extra-2|UNKNOWN_SESSION
            added Summit 2026-11-24T13:00:00Z 2026-11-24T14:00:00Z|2026-11-21T03:00:00Z|maint1|cancelled Thursday extra-1|UNKNOWN_SESSION
            """)
    void rules(String before, Instant now, String actor, String asked, String ruling) {
        List<WindowAct> acts = new ArrayList<>();
        if (before != null) {
            acts.add(new WindowAct(1, now.minusSeconds(60), "config1", change(before)));
        }

        Optional<Ruling.Forbidden> forbidden =
                new SessionRules(policy(), new WindowCalendar(RULES, acts), actor, now).of(change(asked));

        assertThat(forbidden.map(each -> each.refusal().name()).orElse("-")).isEqualTo(ruling);
    }

    private static WindowChange change(String text) {
        String[] words = text.split(" ", -1);
        return switch (words[0]) {
            case "confirmed" -> new WindowChange.Confirmed(words[1], name(words[2]));
            case "cancelled" -> new WindowChange.Cancelled(words[1], name(words[2]));
            case "overran" -> new WindowChange.Overran(words[1], name(words[2]), Instant.parse(words[3]));
            case "moved" ->
                new WindowChange.Moved(words[1], name(words[2]), Instant.parse(words[3]), Instant.parse(words[4]));
            case "added" -> new WindowChange.Added(words[1], Instant.parse(words[2]), Instant.parse(words[3]));
            default -> throw new AssertionError(text);
        };
    }

    private static SessionName name(String text) {
        return SessionName.parse(text).orElseThrow();
    }

    private static Policy policy() {
        return new Policy(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                Policy.OpenChecks.WARN,
                Optional.empty(),
                List.of("maint1"));
    }
}
