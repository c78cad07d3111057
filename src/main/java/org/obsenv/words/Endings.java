package org.obsenv.words;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Remark;

/**
 * The texts of how a verb ends, from the bundle {@code endings}, the same for the helper, the command line and the
 * console. Pure; safe for any thread.
 */
public final class Endings {
    private static final Pattern UNFILLED = Pattern.compile("\\{[a-z][A-Za-z-]*\\}");

    /** The facts of a refusal that name places of the layout. */
    private static final Map<Refusal, Set<String>> PLACES = Map.of(
            Refusal.BASE_MOVED, Set.of("saw", "base"),
            Refusal.SWITCH_MOVED, Set.of("saw", "now"),
            Refusal.NOTHING_TO_DO, Set.of("now"),
            Refusal.GENERATION_DAMAGED, Set.of("generation"),
            Refusal.NO_GENERATION, Set.of("generation"),
            Refusal.CANNOT_MARK, Set.of("generation"),
            Refusal.NOT_MARKED, Set.of("generation"));

    /** Refusals whose place is where the verb would go. */
    private static final Set<Refusal> TARGETS = EnumSet.of(Refusal.NOTHING_TO_DO, Refusal.GENERATION_DAMAGED);

    private static final String VERB = "verb";

    private final Words words;
    private final Places places;

    public Endings() {
        this(Words.of("endings"));
    }

    Endings(Words words) {
        this.words = words;
        this.places = new Places(words);
    }

    /** What happened, what is unchanged and what to do next. */
    public Explanation explain(Outcome outcome) {
        return explain(outcome, Map.of());
    }

    /**
     * As {@link #explain(Outcome)}, with facts the asking side knows, such as {@code verb}; the outcome's own facts win.
     */
    public Explanation explain(Outcome outcome, Map<String, String> known) {
        return switch (outcome) {
            case Outcome.Refused refused -> refused(refused, known);
            case Outcome.Failed failed -> three("failed", merged(known, Map.of("problem", failed.problem())));
            case Outcome.Unheard unheard ->
                three("unheard." + written(unheard.reason()), merged(known, Map.of("detail", unheard.detail())));
            case Outcome.Switched switched ->
                new Explanation(
                        words.count(
                                "switched.what",
                                switched.movedCount(),
                                "from",
                                places.of(switched.from(), false),
                                "to",
                                places.of(switched.to(), isRollback(known))),
                        words.text("switched.unchanged"),
                        words.text("switched.next"));
            case Outcome.Built built -> built(built, known);
            case Outcome.Marked marked ->
                three(
                        marked.isGood() ? "marked" : "unmarked",
                        merged(
                                known,
                                Map.of(
                                        "generation",
                                        places.of(marked.generation().written(), false))));
            case Outcome.Planned planned -> planned(planned, known);
            case Outcome.Pruned pruned -> pruned(pruned);
            case Outcome.Recorded recorded ->
                three(
                        "recorded",
                        merged(
                                known,
                                Map.of("document", recorded.document(), "act", Integer.toString(recorded.act()))));
            case Outcome.Unsettled unsettled ->
                three(
                        "unsettled",
                        merged(
                                known,
                                Map.of(
                                        "document",
                                        unsettled.document(),
                                        "act",
                                        Integer.toString(unsettled.act()),
                                        "problem",
                                        unsettled.problem())));
        };
    }

    /** What a link of the layout names, as people say it: {@code generation 38}. */
    public String place(String text) {
        return places.of(text, false);
    }

    /** What must be said besides, for an act that was done, in the order of {@link Remark}; empty for other endings. */
    public List<String> remarks(Outcome outcome, String verb) {
        return switch (outcome) {
            case Outcome.Switched switched ->
                switched.remarks().stream()
                        .map(remark -> remark(remark, doneBy(verb)))
                        .toList();
            case Outcome.Built built -> built.notes();
            case Outcome.Marked marked -> marked.notes();
            case Outcome.Planned planned -> List.of();
            case Outcome.Pruned pruned -> pruned.notes();
            case Outcome.Recorded recorded -> recorded.notes();
            case Outcome.Unsettled unsettled -> List.of();
            case Outcome.Refused refused -> List.of();
            case Outcome.Failed failed -> List.of();
            case Outcome.Unheard unheard -> List.of();
        };
    }

    /** What was done, where the text of a remark depends on it. */
    public enum Done {
        ROLLED_BACK,
        RESUMED,
        SWITCHED,
        MARKED,
        WRITTEN,
        PRUNED,
        BUILT
    }

    public String remark(Remark remark, Done done) {
        String key = "remark." + remark.written();
        String own = key + "." + done.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return words.text(words.has(own) ? own : key);
    }

    private static Done doneBy(String verb) {
        return switch (verb) {
            case "rollback" -> Done.ROLLED_BACK;
            case "resume" -> Done.RESUMED;
            default -> Done.SWITCHED;
        };
    }

    /** The written form of a reason in the keys {@code unheard.*}: lower case with hyphens. */
    public static String written(Outcome.Unheard.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Explanation refused(Outcome.Refused refused, Map<String, String> known) {
        Map<String, String> facts = new HashMap<>(refused.facts());
        Set<String> named = PLACES.getOrDefault(refused.refusal(), Set.of());
        boolean atBase = isRollback(known) && TARGETS.contains(refused.refusal());
        facts.replaceAll((name, value) -> named.contains(name) ? places.of(value, atBase) : value);
        Map<String, String> all = merged(known, facts);
        String key = "refused." + refused.refusal().written();
        return new Explanation(
                filled(what(key, refused, known), all),
                filled(own(key + ".unchanged", all), all),
                filled(own(key + ".next", all), all));
    }

    /** A verb may have words of its own; so does a switch that is back where it was, by another act. */
    private String what(String key, Outcome.Refused refused, Map<String, String> known) {
        boolean isBack = refused.refusal() == Refusal.SWITCH_MOVED
                && Objects.equals(refused.facts().get("saw"), refused.facts().get("now"));
        String own = key + ".what." + (isBack ? "back" : known.getOrDefault(VERB, ""));
        return words.has(own) ? own : key + ".what";
    }

    private static boolean isRollback(Map<String, String> known) {
        return known.getOrDefault(VERB, "").equals("rollback");
    }

    private Explanation built(Outcome.Built built, Map<String, String> known) {
        String what = built.generation()
                .map(id -> words.count("built.what", built.movedCount(), "generation", id.number()))
                .orElseGet(() -> nothingBuilt(known.getOrDefault(VERB, "")));
        String next = built.notes().isEmpty() ? "built.next" : "built.next.noted";
        return new Explanation(what, words.text("built.unchanged"), words.text(next));
    }

    private Explanation planned(Outcome.Planned planned, Map<String, String> known) {
        String end = planned.plan().isEmpty() ? ".none" : "";
        Map<String, String> facts = merged(known, Map.of("plan", planned.plan().orElse("")));
        return new Explanation(
                filled("planned.what" + end, facts),
                words.text("planned.unchanged"),
                filled(own("planned.next" + end, facts), facts));
    }

    private Explanation pruned(Outcome.Pruned pruned) {
        String generations = words.count("pruned.generations", pruned.generations());
        String checkouts = words.count("pruned.checkouts", pruned.checkouts());
        return new Explanation(
                words.text(
                        "pruned.what",
                        "generations",
                        generations,
                        "checkouts",
                        checkouts,
                        "size",
                        Sizes.of(pruned.bytes())),
                words.text("pruned.unchanged"),
                words.text(pruned.notes().isEmpty() ? "pruned.next" : "built.next.noted"));
    }

    private String nothingBuilt(String verb) {
        String own = "built.nothing." + verb;
        return words.text(words.has(own) ? own : "built.nothing");
    }

    private Explanation three(String key, Map<String, String> facts) {
        return new Explanation(
                filled(own(key + ".what", facts), facts),
                filled(own(key + ".unchanged", facts), facts),
                filled(own(key + ".next", facts), facts));
    }

    /** A verb may have words of its own. */
    private String own(String key, Map<String, String> facts) {
        String own = key + "." + facts.getOrDefault(VERB, "");
        return words.has(own) ? own : key;
    }

    private String filled(String key, Map<String, String> facts) {
        Map<String, String> all = new HashMap<>();
        UNFILLED.matcher(words.text(key)).results().forEach(place -> {
            String name = place.group().substring(1, place.group().length() - 1);
            all.put(name, facts.containsKey(name) ? facts.get(name) : words.text("fact.missing"));
        });
        return words.text(key, all);
    }

    private static Map<String, String> merged(Map<String, String> known, Map<String, String> facts) {
        Map<String, String> all = new HashMap<>();
        known.forEach((name, value) -> all.put(name, withoutStop(value)));
        facts.forEach((name, value) -> all.put(name, withoutStop(value)));
        return all;
    }

    // The texts bring their own full stop; a fact that ends with one would leave two.
    private static String withoutStop(String fact) {
        String trimmed = fact.strip();
        return trimmed.endsWith(".") && !trimmed.endsWith("..") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
    }
}
