package org.obsenv.words;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.obsenv.domain.comparison.Comparison;
import org.obsenv.domain.comparison.Comparison.Compared;
import org.obsenv.domain.comparison.Comparison.Gap;
import org.obsenv.domain.comparison.Comparison.Origin;
import org.obsenv.domain.comparison.Comparison.Subject;
import org.obsenv.domain.content.PackageChange;
import org.obsenv.domain.content.PackageChanges;
import org.obsenv.domain.image.ImageTag;

/** What changed between two images, in words: the same in the console and on the command line. */
public final class ComparisonWords {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH);

    private final Words words = Words.of("comparison");
    private final ImageNames names = new ImageNames();

    /** An image's tag as people say it. */
    public String name(String tag) {
        return Visible.line(names.of(ImageTag.parse(tag)));
    }

    /** {@code What changed since Weekly 2026_38: Weekly 2026_45}. */
    public String title(Comparison comparison) {
        String image = name(comparison.image().tag());
        return comparison
                .replaced()
                .map(older -> words.text("title", "image", image, "older", name(older.tag())))
                .orElseGet(() -> words.text("title.unknown", "image", image));
    }

    /** {@code 3 added, 1 removed, 12 changed, 840 the same}. */
    public String counts(Compared compared) {
        PackageChanges changes = compared.changes();
        if (changes.all().isEmpty()) {
            return words.count("counts.equal", changes.same());
        }
        return words.text(
                "counts",
                "added",
                changes.added(),
                "removed",
                changes.removed(),
                "changed",
                changes.changed(),
                "same",
                changes.same());
    }

    public String counts(Comparison.Same same) {
        return words.text("counts.same-image", "digest", same.image().digest().shortened());
    }

    /** Why something is missing, and what to do about it. */
    public String gap(Gap gap) {
        String key =
                switch (gap.why()) {
                    case NO_SOURCE -> "gap.no-source";
                    case NO_SUCH_TAG -> "gap.no-such-tag";
                    case AWAY -> "gap.away";
                    case NO_LIST -> gap.detail().isEmpty() ? "gap.no-list" : "gap.no-label";
                    case NOT_A_LIST -> "gap.not-a-list";
                };
        return words.text(
                key, "image", name(gap.tag()), "tag", Visible.line(gap.tag()), "detail", Visible.line(gap.detail()));
    }

    /** Where the two lists are from. */
    public String origins(Compared compared) {
        String newer = origin(compared.newer(), compared.ofNewer());
        String older = origin(compared.older(), compared.ofOlder());
        return words.text("origins", "newer", newer, "older", older);
    }

    private String origin(Subject subject, Origin origin) {
        String image = name(subject.tag());
        return switch (origin) {
            case Origin.Attached(String by, Instant at) ->
                words.text("origin.attached", "image", image, "by", Visible.line(by), "at", moment(at));
            case Origin.Label(String label) -> words.text("origin.label", "image", image, "label", Visible.line(label));
            case Origin.Labels labels -> words.text("origin.labels", "image", image);
        };
    }

    /** How old the answer is that names the replaced image; empty where it is of now. */
    public Optional<String> aged(Comparison comparison) {
        Optional<Comparison.Aged> aged =
                switch (comparison) {
                    case Compared compared -> compared.aged();
                    case Comparison.Same same -> same.aged();
                    case Comparison.Unsaid unsaid -> Optional.empty();
                };
        return aged.map(each -> words.text("aged", "at", moment(each.at()), "reason", Visible.line(each.reason())));
    }

    /** One character for how a package changed. */
    public String sign(PackageChange change) {
        return switch (change) {
            case PackageChange.Added added -> "+";
            case PackageChange.Removed removed -> "-";
            case PackageChange.Changed changed ->
                switch (changed.direction()) {
                    case UP -> "\u2191";
                    case DOWN -> "\u2193";
                    case UNCLEAR -> "~";
                };
        };
    }

    /** How it changed, in a word. */
    public String kind(PackageChange change) {
        return switch (change) {
            case PackageChange.Added added -> words.text("kind.added");
            case PackageChange.Removed removed -> words.text("kind.removed");
            case PackageChange.Changed changed ->
                switch (changed.direction()) {
                    case UP -> words.text("kind.up");
                    case DOWN -> words.text("kind.down");
                    case UNCLEAR -> words.text("kind.changed");
                };
        };
    }

    /** Its versions, as the lists have them. */
    public String versions(PackageChange change) {
        return switch (change) {
            case PackageChange.Added(String name, String version) -> version;
            case PackageChange.Removed(String name, String version) -> version;
            case PackageChange.Changed(String name, String from, String to, var direction) ->
                words.text("versions", "from", from, "to", to);
        };
    }

    /** All of it in plain text, a line for each package. */
    public List<String> lines(PackageChanges changes) {
        List<String> lines = new ArrayList<>();
        changes.all().forEach(each -> lines.add(Visible.line(sign(each) + " " + each.name() + "  " + versions(each))));
        return lines;
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atOffset(ZoneOffset.UTC));
    }
}
