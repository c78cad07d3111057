package org.obsenv.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obsenv.site.CheckRule.Limits;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** Reads {@code check}, the site's and each package's. */
final class CheckRules {
    private static final String KEY = "check";
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,5}) ?(MiB|GiB)");
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long LEAST_MEMORY = 64L * 1024 * 1024;

    private CheckRules() {}

    /** The site's rule, for the packages that have none of their own. */
    static CheckRule ofSite(Fields top) throws YamlProblem {
        if (top.isText(KEY)) {
            return none(top);
        }
        CheckRule.Python standard = (CheckRule.Python) CheckRule.STANDARD;
        Optional<Fields> fields = top.optionalMapping(KEY);
        if (fields.isEmpty()) {
            return standard;
        }
        CheckRule rule = new CheckRule.Python(
                fields.get()
                        .optionalValue("interpreter", "an absolute path", SiteFile::absolute)
                        .orElse(standard.interpreter()),
                limits(fields.get(), standard.limits()));
        fields.get().end();
        return rule;
    }

    /** What one run may use. */
    static Limits limits(Fields fields, Limits standard) throws YamlProblem {
        return new Limits(
                fields.optionalValue("time", "a duration from 1 s to 10 min", CheckRules::time)
                        .orElse(standard.time()),
                fields.optionalValue("memory", "64 MiB or more, such as 512 MiB or 1 GiB", CheckRules::size)
                        .orElse(standard.memory()));
    }

    /** A package's own rule; the limits are the site's. */
    static CheckRule ofPackage(Fields each, CheckRule site) throws YamlProblem {
        if (each.isText(KEY)) {
            return none(each);
        }
        Optional<Fields> fields = each.optionalMapping(KEY);
        if (fields.isEmpty()) {
            return site;
        }
        List<String> command = fields.get().texts("command");
        if (command.isEmpty()) {
            throw fields.get().problem("command", "expected a list: the program, then its arguments");
        }
        fields.get().end();
        return switch (site) {
            case CheckRule.Python(Path interpreter, Limits limits) ->
                new CheckRule.Command(command, interpreter, limits);
            case CheckRule.Nothing none -> command(command);
            case CheckRule.Command none -> command(command);
        };
    }

    private static CheckRule command(List<String> command) {
        CheckRule.Python standard = (CheckRule.Python) CheckRule.STANDARD;
        return new CheckRule.Command(command, standard.interpreter(), standard.limits());
    }

    private static CheckRule none(Fields fields) throws YamlProblem {
        return fields.value(
                KEY,
                "none, or a mapping",
                text -> text.equals("none") ? Optional.of(new CheckRule.Nothing()) : Optional.empty());
    }

    private static Optional<Duration> time(String text) {
        return Durations.parse(text).filter(each -> each.compareTo(SHORTEST) >= 0 && each.compareTo(LONGEST) <= 0);
    }

    private static Optional<Long> size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long unit = matcher.group(2).equals("GiB") ? 1024L * 1024 * 1024 : 1024L * 1024;
        return Optional.of(Long.parseLong(matcher.group(1)) * unit).filter(each -> each >= LEAST_MEMORY);
    }
}
