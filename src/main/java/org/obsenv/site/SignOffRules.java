package org.obsenv.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obsenv.domain.Tier;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.signoff.Seat;
import org.obsenv.domain.signoff.Step;
import org.obsenv.words.Visible;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** The key {@code signoff} of the site file: what the site asks before an image is recommended, and of whom. */
final class SignOffRules {
    private static final Pattern DAYS = Pattern.compile("([1-9][0-9]{0,3}) ?d");
    private static final Pattern FINGERPRINT = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final int LONGEST_NAME = 100;

    private final Fields fields;
    private final People people;

    private SignOffRules(Fields fields, People people) {
        this.fields = fields;
        this.people = people;
    }

    /** What the file says for this tier; empty where it says nothing about sign-offs. */
    static Optional<SignOffSite> of(Fields top, Tier tier, Accounts accounts) throws YamlProblem {
        Optional<Fields> fields = top.optionalMapping("signoff");
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new SignOffRules(fields.get(), new People(accounts)).read(tier));
    }

    private SignOffSite read(Tier tier) throws YamlProblem {
        List<String> deployments = People.unique(fields, "deployments", names(fields, "deployments"));
        List<Step> steps = new Ladder(fields).steps(tier);
        List<Seat> seats = seats();
        List<Policy.Repository> repositories = repositories(deployments);
        if (steps.contains(new Step.SignOff()) && seats.isEmpty()) {
            throw fields.problem("seats", "expected at least one seat for the step sign-off");
        }
        if (steps.contains(new Step.Checks()) && repositories.isEmpty()) {
            throw fields.problem("notebooks", "expected at least one repository for the step checks");
        }
        Policy policy = new Policy(
                steps,
                seats,
                deployments,
                repositories,
                choice("self-sign", "allow", "refuse"),
                choice("open-checks", "warn", "refuse") ? Policy.OpenChecks.WARN : Policy.OpenChecks.REFUSE,
                fields.optionalValue("lasts", "a number of days such as 60 d", SignOffRules::days),
                people.named(fields, "recorders"));
        SignOffSite site = new SignOffSite(
                policy,
                fields.value("store", "an absolute path", SiteFile::absolute),
                fields.optionalValue("key", "sha256: and 64 hexadecimal digits", text -> Optional.of(text)
                        .filter(each -> FINGERPRINT.matcher(each).matches())),
                !choice("password", "never", "ask"));
        fields.end();
        return site;
    }

    /** True for the usual word, which holds where nothing is said. */
    private boolean choice(String key, String usual, String other) throws YamlProblem {
        return fields.optionalValue(
                        key,
                        usual + " or " + other,
                        text -> text.equals(usual) || text.equals(other)
                                ? Optional.of(text.equals(usual))
                                : Optional.empty())
                .orElse(true);
    }

    private List<Seat> seats() throws YamlProblem {
        List<Seat> seats = new ArrayList<>();
        Optional<Fields> all = fields.optionalMapping("seats");
        if (all.isEmpty()) {
            return seats;
        }
        for (String id : all.get().keys()) {
            name(all.get(), id, id);
            Fields each = all.get().mapping(id);
            List<Seat.Alternate> alternates = new ArrayList<>();
            for (Fields alternate : each.mappings("or")) {
                alternates.add(new Seat.Alternate(name(alternate, "title"), holders(alternate)));
                alternate.end();
            }
            seats.add(new Seat(id, name(each, "title"), holders(each), alternates));
            each.end();
        }
        return seats;
    }

    private List<String> holders(Fields each) throws YamlProblem {
        each.require("holders", "a list of account names");
        return some(each, "holders", people.named(each, "holders"));
    }

    private List<Policy.Repository> repositories(List<String> deployments) throws YamlProblem {
        List<Policy.Repository> repositories = new ArrayList<>();
        Optional<Fields> all = fields.optionalMapping("notebooks");
        if (all.isEmpty()) {
            return repositories;
        }
        for (String repository : all.get().keys()) {
            name(all.get(), repository, repository);
            Fields each = all.get().mapping(repository);
            List<String> where = each.has("deployments")
                    ? People.unique(each, "deployments", names(each, "deployments"))
                    : deployments;
            for (String deployment : where) {
                if (!deployments.contains(deployment)) {
                    throw each.problem(
                            "deployments",
                            "expected deployments of signoff.deployments, found \"" + Visible.value(deployment) + "\"");
                }
            }
            each.require("owners", "a list of account names");
            repositories.add(new Policy.Repository(
                    repository, some(each, "owners", people.named(each, "owners")), some(each, "deployments", where)));
            each.end();
        }
        return repositories;
    }

    private static List<String> names(Fields each, String key) throws YamlProblem {
        List<String> names = each.texts(key);
        for (String name : names) {
            if (!isName(name)) {
                throw each.problem(key, "expected names, found \"" + Visible.value(name) + "\"");
            }
        }
        return names;
    }

    private static String name(Fields each, String key) throws YamlProblem {
        return name(each, key, each.text(key));
    }

    private static String name(Fields each, String key, String text) throws YamlProblem {
        if (!isName(text)) {
            throw each.problem(key, "expected a name of at most " + LONGEST_NAME + " characters");
        }
        return text;
    }

    /** Fit to be shown and typed. */
    private static boolean isName(String text) {
        return !text.isBlank()
                && text.strip().equals(text)
                && text.length() <= LONGEST_NAME
                && Visible.of(text).equals(text);
    }

    private static List<String> some(Fields each, String key, List<String> texts) throws YamlProblem {
        if (texts.isEmpty()) {
            throw each.problem(key, "expected a list of at least one");
        }
        return texts;
    }

    private static Optional<Duration> days(String text) {
        Matcher matcher = DAYS.matcher(text);
        return matcher.matches() ? Optional.of(Duration.ofDays(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }
}
