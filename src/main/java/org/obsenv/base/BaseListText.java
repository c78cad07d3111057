package org.obsenv.base;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Review;
import org.obsenv.domain.Sha256;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.Nearest;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;

/** The base list's grammar. */
final class BaseListText {
    /** Keys that are no packages when packages stand at the top level. */
    static final List<String> OURS = List.of("packages", "cycle", "reviewed", "unpinned");

    private static final String PIN = "a tag or a commit";
    // What git takes as a ref's name, without revision expressions (~ ^ : @{ ..), patterns and control characters.
    private static final Pattern NAME =
            Pattern.compile("[^\\p{Cntrl}\\p{Cf} ~^:?*\\[\\\\-][^\\p{Cntrl}\\p{Cf} ~^:?*\\[\\\\]{0,199}");
    private static final Pattern KEEP = Pattern.compile("keep ([0-9a-f]{7,40})");

    private final String name;
    private final byte[] bytes;
    private final Map<PackageName, ListedPin> pins = new LinkedHashMap<>();

    BaseListText(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    BaseList read() throws YamlProblem {
        Fields top = StrictYaml.mapping(name, bytes, StrictYaml.LARGE);
        Optional<Fields> nested = top.optionalMapping("packages");
        Fields packages = nested.orElse(top);
        for (String key : packages.keys()) {
            if (nested.isPresent() || !OURS.contains(key)) {
                refuseMisspelt(packages, key);
                pins.put(packageName(packages, key), named(packages, key));
            }
        }
        Optional<Fields> unpinned = top.optionalMapping("unpinned");
        if (unpinned.isPresent()) {
            kept(unpinned.get());
        }
        BaseList list = new BaseList(
                name, Sha256.hex(bytes), pins, top.optionalText("cycle"), reviewed(top.optionalMapping("reviewed")));
        top.end();
        return list;
    }

    /** A mapping is no pin; near a key of ours it was meant to be that. */
    private static void refuseMisspelt(Fields fields, String key) throws YamlProblem {
        Optional<String> near = fields.isText(key) ? Optional.empty() : Nearest.to(key, OURS);
        if (near.isPresent()) {
            throw fields.problem(key, "unknown key; did you mean " + near.get() + "?");
        }
    }

    private void kept(Fields unpinned) throws YamlProblem {
        for (String key : unpinned.keys()) {
            PackageName kept = packageName(unpinned, key);
            if (pins.containsKey(kept)) {
                throw unpinned.problem(
                        key,
                        "the package has a pin already, in line "
                                + pins.get(kept).line());
            }
            String commit = unpinned.value(key, "keep and a commit of 7 to 40 digits", BaseListText::keptCommit);
            pins.put(kept, new ListedPin.Keep(commit, unpinned.line(key)));
        }
    }

    private static PackageName packageName(Fields fields, String key) throws YamlProblem {
        if (!PackageName.isValid(key)) {
            throw fields.problem(key, "expected a package name as the key");
        }
        return new PackageName(key);
    }

    private static ListedPin named(Fields fields, String key) throws YamlProblem {
        return new ListedPin.Named(fields.value(key, PIN, BaseListText::refName), fields.line(key));
    }

    private static Optional<Review> reviewed(Optional<Fields> fields) throws YamlProblem {
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Review review = new Review(
                fields.get().value("at", "a date or a time such as 2026-11-21T03:00:00Z", BaseListText::instant),
                fields.get().text("by"));
        fields.get().end();
        return Optional.of(review);
    }

    private static Optional<String> refName(String text) {
        boolean odd = text.contains("..")
                || text.contains("@{")
                || text.contains("//")
                || text.startsWith("/")
                || text.endsWith("/")
                || text.endsWith(".lock");
        return NAME.matcher(text).matches() && !odd ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> keptCommit(String text) {
        var matcher = KEEP.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    text.length() == "2026-11-21".length()
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
