package org.obsenv.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Tier;
import org.obsenv.words.Visible;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;

/** Reads the site file. Unknown keys, wrong types and duplicates are complaints with file, line and key. */
public final class SiteFile {
    /** Where the site file is when nobody names another. */
    public static final Path DEFAULT = Path.of("/etc/obsenv/site.yaml");

    private static final Pattern ACCOUNT = Pattern.compile("[a-z_][a-z0-9_.-]{0,31}");
    // As git check-ref-format, narrowed: what cannot be mistaken for an option, a range or a revision expression.
    private static final Pattern BRANCH = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./-]{0,199}");

    // Files of ours that stand beside the packages' links in a generation and in the root.
    private static final Set<String> RESERVED =
            Set.of("manifest.yaml", "auto_env_setup.sh", "auto_env_setup_pinned.sh");

    private SiteFile() {}

    /** Reads the file; one that cannot be opened is a complaint too. */
    public static Site read(Path file) throws YamlProblem {
        return parse(file.toString(), bytes(file));
    }

    /** The file as it is. */
    public static byte[] bytes(Path file) throws YamlProblem {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new YamlProblem(
                    file.toString(), 0, "", "cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /** Reads the bytes of a site file; {@code name} stands for the file in complaints. */
    public static Site parse(String name, byte[] bytes) throws YamlProblem {
        return parse(StrictYaml.mapping(name, bytes, StrictYaml.LARGE), SiteFile::packages);
    }

    /** Reads the packages of a site file, which has defaults for them. */
    interface PackagesOf {
        List<SharedPackage> read(Fields top, SharedPackage.Defaults defaults) throws YamlProblem;
    }

    static Site parse(Fields top, PackagesOf packages) throws YamlProblem {
        Fields environment = top.mapping("environment");
        SharedPackage.Defaults defaults = new SharedPackage.Defaults(
                top.optionalValue("deploy", "a branch name", SiteFile::branch).orElse("deploy"),
                CheckRules.ofSite(top),
                HotfixTags.of(top, HotfixTags.KEEP));
        ZoneId zone = top.value("zone", "a time zone such as America/Santiago", SiteFile::zone);
        String siteName = top.text("name");
        WebLinks links = links(top);
        Tier tier = top.value("tier", "prod, int, dev or bleed", Tier::parse);
        Accounts accounts = accounts(top);
        Site site = new Site(
                siteName,
                Optional.of(tier),
                zone,
                environment.value("root", "an absolute path", SiteFile::absolute),
                environment.value("base", "an absolute path", SiteFile::absolute),
                packages.read(top, defaults),
                accounts,
                launch(top),
                console(top),
                SyncRules.of(top),
                contact(top),
                top.texts("after-rollback"),
                links,
                TicketKeys.of(top, links),
                WindowRules.of(top, zone, accounts),
                ImageRules.of(top),
                SignOffRules.of(top, tier, accounts));
        environment.end();
        top.end();
        return site;
    }

    private static List<SharedPackage> packages(Fields top, SharedPackage.Defaults defaults) throws YamlProblem {
        List<SharedPackage> packages = new ArrayList<>();
        Set<PackageName> seen = new HashSet<>();
        top.require("packages", "a list of at least one package");
        for (Fields each : top.mappings("packages")) {
            PackageName name = each.value("name", "a package name", SiteFile::packageName);
            if (!seen.add(name)) {
                throw each.problem("name", "the package " + name + " stands here a second time");
            }
            packages.add(new SharedPackage(
                    name,
                    each.value("remote", "an address git can fetch from", SiteFile::remote),
                    each.optionalValue("deploy", "a branch name", SiteFile::branch)
                            .orElse(defaults.deployBranch()),
                    PrepareRules.of(each),
                    CheckRules.ofPackage(each, defaults.check()),
                    HotfixTags.of(each, defaults.hotfixTags())));
            each.end();
        }
        if (packages.isEmpty()) {
            throw top.problem("packages", "expected a list of at least one package");
        }
        return packages;
    }

    private static Accounts accounts(Fields top) throws YamlProblem {
        Optional<Fields> fields = top.optionalMapping("accounts");
        if (fields.isEmpty()) {
            return new Accounts("obs_user", "obs_ledger", List.of());
        }
        Accounts accounts = new Accounts(
                fields.get()
                        .optionalValue("environment", "an account name", SiteFile::account)
                        .orElse("obs_user"),
                fields.get()
                        .optionalValue("ledger", "an account name", SiteFile::account)
                        .orElse("obs_ledger"),
                fields.get().texts("shared"));
        for (String each : accounts.shared()) {
            if (account(each).isEmpty()) {
                throw fields.get().problem("shared", "expected account names, found \"" + Visible.value(each) + "\"");
            }
        }
        fields.get().end();
        return accounts;
    }

    private static Launch launch(Fields top) throws YamlProblem {
        Fields fields = top.mapping("helper");
        fields.require("launch", "a list, e.g. [sudo, -n, -u, \"{account}\"]");
        Launch launch =
                new Launch(fields.texts("launch"), fields.value("verbs", "an absolute path", SiteFile::absolute));
        fields.end();
        return launch;
    }

    private static ConsoleSettings console(Fields top) throws YamlProblem {
        Duration refresh = Duration.ofSeconds(2);
        Duration scan = Duration.ofSeconds(30);
        Duration countdown = Duration.ofSeconds(3);
        Optional<Fields> fields = top.optionalMapping("console");
        if (fields.isEmpty()) {
            return new ConsoleSettings(refresh, scan, countdown);
        }
        ConsoleSettings settings = new ConsoleSettings(
                fields.get()
                        .optionalValue("refresh", Durations.EXPECTED, Durations::parse)
                        .orElse(refresh),
                fields.get()
                        .optionalValue("scan", Durations.EXPECTED, Durations::parse)
                        .orElse(scan),
                fields.get()
                        .optionalValue("countdown", Durations.EXPECTED, Durations::parse)
                        .orElse(countdown));
        if (settings.refresh().isZero()) {
            throw fields.get().problem("refresh", "expected more than 0 s");
        }
        fields.get().end();
        return settings;
    }

    private static Optional<Contact> contact(Fields top) throws YamlProblem {
        Optional<Fields> fields = top.optionalMapping("contact");
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Contact contact = new Contact(fields.get().text("name"), fields.get().text("phone"));
        fields.get().end();
        return Optional.of(contact);
    }

    private static WebLinks links(Fields top) throws YamlProblem {
        Optional<Fields> fields = top.optionalMapping("links");
        if (fields.isEmpty()) {
            return WebLinks.NONE;
        }
        WebLinks links = new WebLinks(
                link(fields.get(), "ticket"), link(fields.get(), "commit"), link(fields.get(), "release-notes"));
        fields.get().end();
        return links;
    }

    /** It is handed to a browser's starter, to which a file or an option would mean something else. */
    static Optional<String> link(Fields links, String key) throws YamlProblem {
        return links.optionalValue(key, "a web address that begins with https:// or http://", text -> Optional.of(text)
                .filter(each -> each.matches("https?://\\S+")));
    }

    static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<Path> absolute(String text) {
        try {
            Path path = Path.of(text);
            return path.getNameCount() > 0
                            && path.isAbsolute()
                            && path.normalize().equals(path)
                    ? Optional.of(path)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<PackageName> packageName(String text) {
        return PackageName.isValid(text) && !RESERVED.contains(text)
                ? Optional.of(new PackageName(text))
                : Optional.empty();
    }

    static Optional<String> account(String text) {
        return ACCOUNT.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> remote(String text) {
        return text.startsWith("-") || hasSpace(text) ? Optional.empty() : Optional.of(text);
    }

    private static boolean hasSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ') {
                return true;
            }
        }
        return false;
    }

    /** A branch name that git takes and that cannot be mistaken for anything else. */
    static Optional<String> branch(String text) {
        boolean odd = text.contains("..")
                || text.contains("//")
                || text.contains("/.")
                || text.contains(".lock/")
                || text.endsWith("/")
                || text.endsWith(".")
                || text.endsWith(".lock")
                || text.equals("HEAD");
        return BRANCH.matcher(text).matches() && !odd ? Optional.of(text) : Optional.empty();
    }
}
