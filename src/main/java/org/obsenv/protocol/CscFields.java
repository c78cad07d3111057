package org.obsenv.protocol;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** A change of the CSCs under test in its request. */
final class CscFields {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_STEPS = 2000;
    private static final String END = "end";
    private static final String PUT = "put";

    private CscFields() {}

    static void write(Map<String, Object> fields, Aim.Csc aim) {
        fields.put("saw-revision", aim.saw());
        switch (aim.change()) {
            case CscChange.Put(String name, String version, String returnTo, var until, String steps) -> {
                fields.put("change", PUT);
                fields.put("csc", name);
                fields.put("version", version);
                fields.put("return-to", returnTo);
                fields.put("steps", steps);
            }
            case CscChange.End(String name) -> {
                fields.put("change", END);
                fields.put("csc", name);
            }
        }
    }

    static Aim.Csc parse(Fields fields, Optional<Instant> until) throws YamlProblem {
        int saw = fields.value("saw-revision", "a revision", CscFields::revision);
        boolean isEnd = fields.value("change", "put or end", text -> switch (text) {
            case PUT -> Optional.of(false);
            case END -> Optional.of(true);
            default -> Optional.empty();
        });
        String name = line(fields, "csc");
        return new Aim.Csc(
                saw,
                isEnd
                        ? new CscChange.End(name)
                        : new CscChange.Put(
                                name,
                                line(fields, "version"),
                                line(fields, "return-to"),
                                until,
                                fields.value("steps", "how to return", shorterThan(LONGEST_STEPS))));
    }

    private static String line(Fields fields, String key) throws YamlProblem {
        return fields.value(
                key, "one line of at most " + LONGEST_NAME + " characters", text -> shorterThan(LONGEST_NAME)
                        .apply(text)
                        .filter(each -> each.chars().noneMatch(Character::isISOControl)));
    }

    private static Function<String, Optional<String>> shorterThan(int longest) {
        return text -> text.isBlank() || text.length() > longest ? Optional.empty() : Optional.of(text);
    }

    private static Optional<Integer> revision(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }
}
