package org.obsenv.hostile.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.obsenv.hostile.history.Violation.Kind;

/** Whoever resolves once reads one generation: every package of it, each at its commit, whole. */
record Wholes(History history) {
    List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        Set<Reading.Sample> known = new HashSet<>();
        for (Reading reading : history.readings()) {
            if (known.add(reading.sample())) {
                look(reading, violations);
            }
        }
        return violations;
    }

    private void look(Reading reading, List<Violation> violations) {
        Reading.Sample sample = reading.sample();
        Map<String, String> commits = history.generations().getOrDefault(sample.generation(), Map.of());
        if (commits.isEmpty()) {
            violations.add(new Violation(Kind.MISSING, "no generation " + sample.generation() + told(reading)));
        }
        commits.forEach((name, commit) -> {
            Map<String, String> published = history.published().getOrDefault(name, Map.of());
            String text = sample.texts().get(name);
            if (text == null) {
                violations.add(new Violation(Kind.MISSING, name + told(reading)));
            } else if (!text.equals(published.get(commit))) {
                boolean another = published.containsValue(text);
                violations.add(new Violation(another ? Kind.MIXED : Kind.PARTIAL, name + told(reading)));
            }
        });
    }

    private static String told(Reading reading) {
        return " in " + reading.sample().generation() + " at " + reading.began();
    }
}
