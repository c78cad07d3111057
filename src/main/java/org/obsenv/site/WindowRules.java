package org.obsenv.site;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/**
 * The key {@code windows} of the site file: a list of {@code {name, when, zone, duration, deployments, managers}}, where
 * {@code when} is a weekday and a local time, such as {@code first Wednesday 13:00} or {@code Thursday 15:00}.
 */
final class WindowRules {
    private static final String EXPECTED_WHEN =
            "a weekday and a time such as \"Thursday 15:00\", \"first Wednesday 13:00\" or \"last Friday 09:30\"";
    private static final Pattern WHEN =
            Pattern.compile("(?:(every|first|second|third|fourth|fifth|last) )?([A-Z][a-z]+) (\\d\\d:\\d\\d)");
    private static final Map<String, Integer> ORDINALS =
            Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "fifth", 5, "last", -1);

    private WindowRules() {}

    /** The site's windows; the usual ones where the file names none. */
    static List<WindowRule> of(Fields top, ZoneId siteZone, Accounts accounts) throws YamlProblem {
        if (!top.has("windows")) {
            return WindowRule.DEFAULTS;
        }
        List<WindowRule> rules = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Fields each : top.mappings("windows")) {
            WindowRule rule = rule(each, siteZone, new People(accounts));
            if (!seen.add(rule.name())) {
                throw each.problem("name", "the window " + rule.name() + " stands here a second time");
            }
            rules.add(rule);
        }
        return rules;
    }

    private static WindowRule rule(Fields each, ZoneId siteZone, People people) throws YamlProblem {
        When when = each.value("when", EXPECTED_WHEN, When::parse);
        Duration duration = each.value("duration", Durations.EXPECTED, Durations::parse);
        if (duration.isZero()) {
            throw each.problem("duration", "expected more than 0 s");
        }
        WindowRule rule = new WindowRule(
                each.text("name"),
                when.day(),
                when.ofMonth(),
                when.time(),
                each.optionalValue("zone", "a time zone such as America/Santiago", SiteFile::zone)
                        .orElse(siteZone),
                duration,
                each.texts("deployments"),
                people.named(each, "managers"));
        each.end();
        return rule;
    }

    private record When(Optional<Integer> ofMonth, DayOfWeek day, LocalTime time) {
        static Optional<When> parse(String text) {
            Matcher matcher = WHEN.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(new When(
                        Optional.ofNullable(matcher.group(1)).map(ORDINALS::get),
                        DayOfWeek.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)),
                        LocalTime.parse(matcher.group(3))));
            } catch (IllegalArgumentException | DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
