package org.obsenv.domain.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Six years of sessions with 180 things said of them, against what another program computed. */
class SaidSessionsTest {
    private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2030-01-01T00:00:00Z");

    private final List<List<String>> expected = lines("sessions-with-acts-2024-2029.txt");
    private final WindowCalendar calendar = new WindowCalendar(
            WindowRule.DEFAULTS,
            lines("acts-2024-2029.txt").stream().map(SaidSessionsTest::act).toList());

    @Test
    void agreesWithSessionsComputedElsewhere() {
        assertThat(expected).hasSizeGreaterThan(350);
        assertThat(expected).filteredOn(each -> !each.getLast().equals("-")).hasSizeGreaterThan(70);

        assertThat(calendar.starting(FROM, TO))
                .extracting(each -> List.of(
                        each.start().toString(),
                        each.end().toString(),
                        each.window(),
                        each.name().text(),
                        each.confirmedBy().orElse("-")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** From their very start up to, not including, their end; and none in between. */
    @Test
    void isOpenJustThen() {
        for (List<String> each : expected) {
            Instant start = Instant.parse(each.get(0));
            Instant end = Instant.parse(each.get(1));
            for (Instant time : List.of(
                    start.minusMillis(1),
                    start,
                    start.plus(Duration.between(start, end).dividedBy(2)),
                    end.minusMillis(1),
                    end)) {
                assertThat(calendar.openAt(each.get(2), time).isPresent())
                        .as("%s at %s", each, time)
                        .isEqualTo(isOpen(each.get(2), time));
            }
        }
    }

    private boolean isOpen(String window, Instant time) {
        return expected.stream()
                .anyMatch(each -> each.get(2).equals(window)
                        && !time.isBefore(Instant.parse(each.get(0)))
                        && time.isBefore(Instant.parse(each.get(1))));
    }

    private static WindowAct act(List<String> line) {
        String window = line.get(3);
        WindowChange change =
                switch (line.get(2)) {
                    case "confirmed" -> new WindowChange.Confirmed(window, name(line));
                    case "moved" ->
                        new WindowChange.Moved(
                                window, name(line), Instant.parse(line.get(5)), Instant.parse(line.get(6)));
                    case "overran" -> new WindowChange.Overran(window, name(line), Instant.parse(line.get(6)));
                    case "cancelled" -> new WindowChange.Cancelled(window, name(line));
                    case "added" ->
                        new WindowChange.Added(window, Instant.parse(line.get(5)), Instant.parse(line.get(6)));
                    default -> throw new AssertionError(line);
                };
        return new WindowAct(Integer.parseInt(line.get(0)), FROM, line.get(1), change);
    }

    private static SessionName name(List<String> line) {
        return SessionName.parse(line.get(4)).orElseThrow();
    }

    private static List<List<String>> lines(String name) {
        try (InputStream in = Objects.requireNonNull(SaidSessionsTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\\|", -1)))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
