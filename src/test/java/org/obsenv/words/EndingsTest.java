package org.obsenv.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Remark;

class EndingsTest {
    private static final Instant AT = Instant.parse("2026-11-21T03:13:02Z");

    private final Words bundle = Words.of("endings");
    private final Endings endings = new Endings();

    @Test
    void everyEndingHasItsTexts() {
        assertThat(missing(bundle::has)).isEmpty();
    }

    @Test
    void aMissingTextWouldBeCaught() {
        Predicate<String> planted = key -> bundle.has(key) && !key.equals("refused.busy.next");
        assertThat(missing(planted)).containsExactly("refused.busy.next");
    }

    @Test
    void noTwoRefusalsSayTheSame() {
        List<String> whats = Arrays.stream(Refusal.values())
                .map(each ->
                        endings.explain(new Outcome.Refused(each, Map.of())).what())
                .toList();
        assertThat(whats).doesNotHaveDuplicates();
    }

    @Test
    void fillsFactsAndSaysWhatIsUnchangedAndNext() {
        assertThat(endings.explain(new Outcome.Refused(Refusal.BASE_MOVED, Map.of("saw", "000039", "base", "000041"))))
                .isEqualTo(new Explanation(
                        "Base was moved since you looked: you saw generation 000039, it is 000041 now.",
                        "Nothing was changed. The environment runs what it ran.",
                        "Look at what a roll back would move now, and click again."
                                + " The typed command goes to base as it is now."));
    }

    @Test
    void aFactNobodyGaveIsNeverShownAsAPlace() {
        for (Refusal each : Refusal.values()) {
            assertThat(endings.explain(new Outcome.Refused(each, Map.of())).paragraph())
                    .doesNotContain("{");
        }
    }

    @Test
    void aFactsFullStopIsNotDoubled() {
        assertThat(endings.explain(new Outcome.Failed("No space left on device."))
                        .what())
                .isEqualTo("An input or output error stopped it: No space left on device.");
    }

    @Test
    void anUnheardEndIsUnknownAndNeverCalledFailed() {
        for (Outcome.Unheard.Reason reason : List.of(Outcome.Unheard.Reason.DIED, Outcome.Unheard.Reason.SILENT)) {
            String text =
                    endings.explain(new Outcome.Unheard(reason, "signal 9")).paragraph();
            assertThat(text).startsWith("Outcome unknown, checking the disk").doesNotContainIgnoringCase("failed");
        }
    }

    @Test
    void remarksStandInTheirOrder() {
        assertThat(endings.remarks(switched(Set.of(Remark.RECORD_INCOMPLETE, Remark.LIST_EDITED))))
                .containsExactly(
                        endings.remark(Remark.LIST_EDITED, Endings.Done.ROLLED_BACK),
                        endings.remark(Remark.RECORD_INCOMPLETE, Endings.Done.ROLLED_BACK));
    }

    @Test
    void countsWhatMoved() {
        assertThat(endings.explain(switched(Set.of())).what())
                .isEqualTo("The environment was switched from deploy to generations/000039: 3 packages moved.");
        assertThat(endings.explain(new Outcome.Built(Optional.empty(), AT, Duration.ofSeconds(1), 0, List.of()))
                        .what())
                .isEqualTo("There was nothing to build.");
    }

    private static Outcome.Switched switched(Set<Remark> remarks) {
        return new Outcome.Switched(
                "deploy",
                "generations/000039",
                new GenerationId(39),
                AT,
                Duration.ofMillis(800),
                3,
                List.of(),
                remarks);
    }

    private static List<String> missing(Predicate<String> has) {
        List<String> keys = new ArrayList<>(List.of("fact.missing", "switched.what.one", "switched.what.other"));
        Stream.of("built.what.one", "built.what.other", "built.nothing", "built.next.noted")
                .forEach(keys::add);
        Stream.of("switched.unchanged", "switched.next", "built.unchanged", "built.next")
                .forEach(keys::add);
        Arrays.stream(Refusal.values()).forEach(each -> keys.addAll(three("refused." + each.written())));
        Arrays.stream(Outcome.Unheard.Reason.values())
                .forEach(each -> keys.addAll(three("unheard." + Endings.written(each))));
        keys.addAll(three("failed"));
        Arrays.stream(Remark.values()).forEach(each -> keys.add("remark." + each.written()));
        return keys.stream().filter(has.negate()).toList();
    }

    private static List<String> three(String key) {
        return List.of(key + ".what", key + ".unchanged", key + ".next");
    }
}
