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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Remark;
import org.obsenv.protocol.Verb;

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
                        "Base was moved since you looked: you saw generation 39, it is generation 41 now.",
                        "Nothing was changed. The environment runs what it ran.",
                        "Look at what a roll back would move now, and click again."
                                + " The typed command goes to base as it is now."));
    }

    /** Wherever somebody is refused, every place of the text is filled by the facts given there. */
    @Test
    void everyRefusalIsWholeAsItIsGivenInTheCode() {
        List<RefusedInCode> all = RefusedInCode.all();
        assertThat(all).extracting(RefusedInCode::refusal).contains(Refusal.values());
        for (RefusedInCode each : all) {
            assertThat(told(each, each.facts())).as(each.where()).allSatisfy(EndingsTest::isWhole);
        }
    }

    @Test
    void aRefusalThatLacksAFactWouldBeCaught() {
        List<RefusedInCode> lacking = RefusedInCode.all().stream()
                .filter(each -> each.refusal() == Refusal.BASE_MOVED)
                .toList();
        assertThat(lacking).singleElement().satisfies(each -> {
            assertThat(each.facts()).containsExactlyInAnyOrder("saw", "base");
            assertThat(told(each, Set.of("saw"))).anyMatch(text -> text.contains("not said"));
        });
    }

    @Test
    void everyOtherEndingIsWhole() {
        List<Outcome> all = new ArrayList<>(List.of(
                switched(Set.of()),
                new Outcome.Failed("No space left on device"),
                new Outcome.Built(Optional.of(new GenerationId(2)), AT, Duration.ZERO, 1, List.of()),
                new Outcome.Built(Optional.empty(), AT, Duration.ZERO, 0, List.of("a note")),
                new Outcome.Recorded("w_2026_45-1", 7, AT, List.of()),
                new Outcome.Unsettled("w_2026_45-1", 7, "the registry does not answer")));
        Arrays.stream(Outcome.Unheard.Reason.values())
                .forEach(reason -> all.add(new Outcome.Unheard(reason, "signal 9")));
        for (Outcome each : all) {
            for (String verb : verbs()) {
                assertThat(parts(each, verb)).allSatisfy(EndingsTest::isWhole);
            }
        }
    }

    @Test
    void aPlanIsAskedForInTheWordsOfItsVerb() {
        Outcome planned = new Outcome.Planned(Optional.of("0123456789ab"), List.of());
        assertThat(parts(planned, "prune").getLast())
                .contains("--plan 0123456789ab")
                .contains("--old-clone");
        assertThat(parts(planned, "adopt").getLast())
                .isEqualTo("To do exactly this: obsenv adopt --plan 0123456789ab.");
    }

    @Test
    void saysPlacesAsAPersonDoes() {
        assertThat(what(switched(Set.of()), Verb.ROLLBACK))
                .isEqualTo("The environment was switched from deploy to base (generation 39): 3 packages moved.");
        Outcome held = new Outcome.Refused(Refusal.NOTHING_TO_DO, Map.of("now", "generations/000002"));
        assertThat(what(held, Verb.ROLLBACK))
                .isEqualTo("There is nothing to do: the environment is held at base (generation 2) already.");
        Outcome follows = new Outcome.Refused(Refusal.NOTHING_TO_DO, Map.of("now", "deploy"));
        assertThat(what(follows, Verb.RESUME))
                .isEqualTo("There is nothing to do: the environment follows deploy already.");
        Outcome back = new Outcome.Refused(
                Refusal.SWITCH_MOVED, Map.of("saw", "generations/000002", "now", "generations/000002"));
        assertThat(what(back, Verb.RESUME))
                .isEqualTo("Somebody switched the environment since you looked: it is at generation 2 again,"
                        + " by another act.");
        Outcome damaged =
                new Outcome.Refused(Refusal.GENERATION_DAMAGED, Map.of("generation", "000002", "problem", "no link"));
        assertThat(what(damaged, Verb.ROLLBACK))
                .isEqualTo("The switch would go to base (generation 2), which is damaged: no link.");
        Outcome limit = new Outcome.Refused(
                Refusal.LIMIT_TOO_LOW, Map.of("limit", "open files", "saw", "100", "needed", "256"));
        assertThat(what(limit, Verb.ROLLBACK)).endsWith("it is 100, 256 is needed.");
    }

    private static List<String> told(RefusedInCode refused, Set<String> facts) {
        Map<String, String> values = facts.stream().collect(Collectors.toMap(each -> each, each -> "a " + each));
        return verbs().stream()
                .flatMap(verb -> parts(new Outcome.Refused(refused.refusal(), values), verb).stream())
                .toList();
    }

    /** Those of the environment, and the one of the ledger. */
    private static List<String> verbs() {
        return Stream.concat(Arrays.stream(Verb.values()).map(Verb::written), Stream.of("signoff"))
                .toList();
    }

    private static List<String> parts(Outcome outcome, String verb) {
        Explanation told = new Endings().explain(outcome, Map.of("verb", verb));
        return List.of(told.what(), told.unchanged(), told.next());
    }

    private static String what(Outcome outcome, Verb verb) {
        return parts(outcome, verb.written()).getFirst();
    }

    private static void isWhole(String text) {
        assertThat(text)
                .isNotBlank()
                .endsWith(".")
                .doesNotContain("{", "}", "not said", "  ", "..", ": .", " ,", "null")
                .doesNotContain("Optional");
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
        assertThat(endings.remarks(
                        switched(Set.of(Remark.RECORD_INCOMPLETE, Remark.LIST_EDITED)), Verb.ROLLBACK.written()))
                .containsExactly(
                        endings.remark(Remark.LIST_EDITED, Endings.Done.ROLLED_BACK),
                        endings.remark(Remark.RECORD_INCOMPLETE, Endings.Done.ROLLED_BACK));
    }

    @Test
    void countsWhatMoved() {
        assertThat(endings.explain(switched(Set.of())).what())
                .isEqualTo("The environment was switched from deploy to generation 39: 3 packages moved.");
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
        List<String> keys = new ArrayList<>(List.of("fact.missing", "place.deploy", "place.base", "place.generation"));
        Stream.of("switched.what.one", "switched.what.other").forEach(keys::add);
        keys.addAll(List.of("by-hand", "contact"));
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
