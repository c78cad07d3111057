package org.obsenv.site;

import java.util.List;
import java.util.Optional;
import org.obsenv.words.Visible;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** The key {@code trace} of the site file; what it leaves out is as in {@link TraceSettings#DEFAULT}. */
final class TraceRules {
    private static final int MOST = 1000;
    private static final int MOST_TRUNKS = 8;

    private TraceRules() {}

    static TraceSettings of(Fields top) throws YamlProblem {
        TraceSettings usual = TraceSettings.DEFAULT;
        Optional<Fields> found = top.optionalMapping("trace");
        if (found.isEmpty()) {
            return usual;
        }
        Fields fields = found.get();
        TraceSettings settings = new TraceSettings(
                count(fields, "hotfix-days", usual.hotfixDays()),
                count(fields, "pin-months", usual.pinMonths()),
                fields.has("branches") ? trunks(fields) : usual.trunks());
        fields.end();
        return settings;
    }

    private static List<String> trunks(Fields fields) throws YamlProblem {
        List<String> trunks = fields.texts("branches");
        for (String each : trunks) {
            if (SiteFile.branch(each).isEmpty()) {
                throw fields.problem("branches", "expected branch names, found \"" + Visible.value(each) + "\"");
            }
        }
        if (trunks.isEmpty() || trunks.size() > MOST_TRUNKS) {
            throw fields.problem("branches", "expected a list of one to " + MOST_TRUNKS + " branches");
        }
        return trunks;
    }

    private static int count(Fields fields, String key, int usual) throws YamlProblem {
        return fields.optionalValue(key, "a number from 1 to " + MOST, TraceRules::count)
                .orElse(usual);
    }

    private static Optional<Integer> count(String text) {
        return text.matches("[0-9]{1,4}")
                ? Optional.of(Integer.parseInt(text)).filter(each -> each >= 1 && each <= MOST)
                : Optional.empty();
    }
}
