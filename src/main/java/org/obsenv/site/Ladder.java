package org.obsenv.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Tier;
import org.obsenv.domain.signoff.Step;
import org.obsenv.words.Visible;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/**
 * The steps of the sign-off: one of two templates, or what {@code steps} lists, or what {@code tiers} lists for the
 * site's tier. A word that is none of the fixed ones names a meeting.
 */
final class Ladder {
    private static final Map<String, Step> FIXED = Map.of(
            "proposal", new Step.Proposal(),
            "checks", new Step.Checks(),
            "ticket", new Step.Ticket(),
            "sign-off", new Step.SignOff(),
            "promotion", new Step.Promotion());

    private static final Map<String, List<String>> PROCESSES = Map.of(
            "seven-step", List.of("proposal", "rsp", "coordination", "checks", "ticket", "sign-off", "promotion"),
            "four-step", List.of("proposal", "checks", "sign-off", "promotion"));

    private static final Map<String, String> USUAL_MEETINGS =
            Map.of("rsp", "RSP operations", "coordination", "Coordination meeting");

    private final Fields fields;

    Ladder(Fields fields) {
        this.fields = fields;
    }

    List<Step> steps(Tier tier) throws YamlProblem {
        Map<String, String> meetings = meetings();
        Optional<List<String>> process = fields.optionalValue(
                "process", "seven-step or four-step", text -> Optional.ofNullable(PROCESSES.get(text)));
        List<Step> steps = fields.has("steps") || process.isEmpty()
                ? steps(fields, "steps", listed(fields, "steps"), meetings)
                : steps(fields, "process", process.get(), meetings);
        Optional<Fields> tiers = fields.optionalMapping("tiers");
        if (tiers.isEmpty()) {
            return steps;
        }
        // All are read, so that a mistake shows at every site that shares the file.
        for (Tier each : Tier.values()) {
            String key = each.written();
            if (tiers.get().has(key)) {
                List<Step> own = steps(tiers.get(), key, listed(tiers.get(), key), meetings);
                steps = each == tier ? own : steps;
            }
        }
        for (String key : tiers.get().keys()) {
            if (Tier.parse(key).isEmpty()) {
                throw tiers.get().problem(key, "expected prod, int, dev or bleed");
            }
        }
        return steps;
    }

    private Map<String, String> meetings() throws YamlProblem {
        Map<String, String> meetings = new LinkedHashMap<>(USUAL_MEETINGS);
        Optional<Fields> own = fields.optionalMapping("meetings");
        if (own.isPresent()) {
            for (String id : own.get().keys()) {
                if (FIXED.containsKey(id) || !id.matches("[a-z0-9][a-z0-9_-]{0,39}")) {
                    throw own.get().problem(id, "expected a short name in lower case that is no other step");
                }
                meetings.put(id, own.get().text(id));
            }
        }
        return meetings;
    }

    private static List<String> listed(Fields fields, String key) throws YamlProblem {
        fields.require(key, "a list of steps, or the key process");
        return fields.texts(key);
    }

    private static List<Step> steps(Fields fields, String key, List<String> words, Map<String, String> meetings)
            throws YamlProblem {
        List<Step> steps = new ArrayList<>();
        for (String word : words) {
            Step step = step(fields, key, word, meetings);
            if (steps.contains(step)) {
                throw fields.problem(key, "the step " + word + " stands here a second time");
            }
            steps.add(step);
        }
        if (steps.isEmpty() || !(steps.getFirst() instanceof Step.Proposal)) {
            throw fields.problem(key, "expected proposal as the first step");
        }
        int promotion = steps.indexOf(new Step.Promotion());
        if (promotion >= 0 && promotion < steps.size() - 1) {
            throw fields.problem(key, "expected promotion as the last step");
        }
        return steps;
    }

    private static Step step(Fields fields, String key, String word, Map<String, String> meetings) throws YamlProblem {
        Step fixed = FIXED.get(word);
        if (fixed != null) {
            return fixed;
        }
        String title = meetings.get(word);
        if (title == null) {
            throw fields.problem(
                    key,
                    "expected proposal, checks, ticket, sign-off, promotion or a key of meetings, found \""
                            + Visible.value(word) + "\"");
        }
        return new Step.Meeting(word, title);
    }
}
