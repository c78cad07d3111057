package org.obsenv.console.csc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.CscList;
import org.obsenv.domain.CscUnderTest;
import org.obsenv.domain.Known;
import org.obsenv.words.Words;

class CscTextsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:12:44Z");

    private final CscTexts texts = new CscTexts(Words.of("console"));

    private static CscUnderTest dome(Instant until) {
        return new CscUnderTest(
                "MTDome",
                "1.4.2-rc1",
                "1.4.1",
                NOW.minus(Duration.ofHours(5)),
                "maint1",
                Optional.of(until),
                "Standby\n\nStart 1.4.1");
    }

    @Test
    void saysNothingWhileThereIsNone() {
        assertThat(texts.look(Known.of(CscList.NONE), NOW)).isEqualTo(new CscLook.None());
    }

    @Test
    void saysWhatRunsWhatToReturnToUntilWhenAndHow() {
        assertThat(texts.look(Known.of(new CscList(1, List.of(dome(NOW.plus(Duration.ofHours(2)))))), NOW))
                .isEqualTo(new CscLook.Shown(
                        "MTDome 1.4.2-rc1 (return to 1.4.1), until 05:12 UTC",
                        "",
                        List.of(new CscLook.Detail(
                                "MTDome 1.4.2-rc1 (return to 1.4.1)",
                                "since 22:12 UTC (5 h) by maint1 · until 05:12 UTC",
                                false,
                                List.of("Standby", "Start 1.4.1")))));
    }

    @Test
    void marksWhatWasToEnd() {
        assertThat(texts.look(Known.of(new CscList(1, List.of(dome(NOW.minusSeconds(720))))), NOW))
                .isInstanceOfSatisfying(CscLook.Shown.class, shown -> {
                    assertThat(shown.overdue()).isEqualTo("over: MTDome");
                    assertThat(shown.details()).singleElement().satisfies(each -> {
                        assertThat(each.isOverdue()).isTrue();
                        assertThat(each.since()).endsWith("was to end at 03:00 UTC, 12 min ago");
                    });
                });
    }

    @Test
    void aListThatCannotBeReadIsSaid() {
        assertThat(texts.look(Known.unknown("cscs.yaml, line 2: broken"), NOW))
                .isEqualTo(new CscLook.Unknown("which ones is not known: cscs.yaml, line 2: broken"));
    }
}
