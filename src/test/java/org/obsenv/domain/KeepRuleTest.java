package org.obsenv.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.KeepRule.Reason;

class KeepRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-21T22:00:00Z");
    private static final KeepRule RULE = new KeepRule(2, Duration.ofDays(30));

    private final SortedMap<GenerationId, Known<Instant>> made = new TreeMap<>();

    @Test
    void aGenerationGoesOnlyWhenNothingKeepsIt() {
        for (int n = 1; n <= 8; n++) {
            made(n, 40);
        }
        KeepRule.Named named = new KeepRule.Named(id(1), id(2), id(3), Set.of(new GenerationId(4)));

        SortedMap<GenerationId, Set<Reason>> reasons = RULE.reasons(made, named, NOW);

        assertThat(reasons.values())
                .containsExactly(
                        Set.of(Reason.CURRENT),
                        Set.of(Reason.DEPLOY),
                        Set.of(Reason.BASE),
                        Set.of(Reason.MARKED),
                        Set.of(),
                        Set.of(),
                        Set.of(Reason.NEWEST),
                        Set.of(Reason.NEWEST));
    }

    @Test
    void itIsYoungUntilItsThirtiethDayIsOver() {
        made.put(new GenerationId(1), Known.of(NOW.minus(Duration.ofDays(30))));
        made.put(new GenerationId(2), Known.of(NOW.minus(Duration.ofDays(30)).plusMillis(1)));
        made.put(new GenerationId(3), Known.of(NOW.plus(Duration.ofDays(3))));

        assertThat(new KeepRule(0, Duration.ofDays(30))
                        .reasons(made, nothing(), NOW)
                        .values())
                .containsExactly(Set.of(), Set.of(Reason.YOUNG), Set.of(Reason.YOUNG));
    }

    @Test
    void whatCannotBeReadStaysAndCountsAmongTheNewest() {
        made(1, 40);
        made(2, 40);
        made.put(new GenerationId(3), Known.unknown("spoilt"));
        made.put(new GenerationId(4), Known.unknown("spoilt"));

        assertThat(RULE.reasons(made, nothing(), NOW).values())
                .containsExactly(
                        Set.of(),
                        Set.of(),
                        Set.of(Reason.NEWEST, Reason.UNREADABLE),
                        Set.of(Reason.NEWEST, Reason.UNREADABLE));
    }

    @Test
    void theLayoutKeepsThirtyAndThirtyDays() {
        assertThat(KeepRule.OF_THE_LAYOUT).isEqualTo(new KeepRule(30, Duration.ofDays(30)));
    }

    private void made(int number, int daysAgo) {
        made.put(new GenerationId(number), Known.of(NOW.minus(Duration.ofDays(daysAgo))));
    }

    private static Optional<GenerationId> id(int number) {
        return Optional.of(new GenerationId(number));
    }

    private static KeepRule.Named nothing() {
        return new KeepRule.Named(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }
}
