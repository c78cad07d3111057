package org.obsenv.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.comparison.Comparison;
import org.obsenv.domain.content.PackageChange;

/** What changed between two images, for scripts. */
final class ImageChangesJson {
    private ImageChangesJson() {}

    static Map<String, Object> of(Comparison comparison, Optional<String> notes) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(
                "state",
                switch (comparison) {
                    case Comparison.Compared compared -> "compared";
                    case Comparison.Same same -> "same";
                    case Comparison.Unsaid unsaid -> "unknown";
                });
        fields.put("image", subject(comparison.image()));
        fields.put("replaces", comparison.replaced().map(ImageChangesJson::subject));
        List<PackageChange> changes = comparison instanceof Comparison.Compared compared
                ? compared.changes().all()
                : List.of();
        fields.put("added", each(changes, PackageChange.Added.class));
        fields.put("removed", each(changes, PackageChange.Removed.class));
        fields.put("changed", each(changes, PackageChange.Changed.class));
        fields.put(
                "reasons",
                comparison instanceof Comparison.Unsaid unsaid
                        ? unsaid.gaps().stream().map(ImageChangesJson::gap).toList()
                        : List.of());
        fields.put("release-notes", notes);
        return fields;
    }

    private static Map<String, Object> subject(Comparison.Subject subject) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tag", subject.tag());
        fields.put("digest", subject.digest().text());
        return fields;
    }

    private static Map<String, Object> gap(Comparison.Gap gap) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("why", gap.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        fields.put("tag", gap.tag());
        fields.put("detail", gap.detail());
        return fields;
    }

    private static List<Map<String, Object>> each(List<PackageChange> changes, Class<? extends PackageChange> kind) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (PackageChange change : changes) {
            if (kind.isInstance(change)) {
                all.add(fields(change));
            }
        }
        return all;
    }

    private static Map<String, Object> fields(PackageChange change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", change.name());
        switch (change) {
            case PackageChange.Added added -> fields.put("version", added.version());
            case PackageChange.Removed removed -> fields.put("version", removed.version());
            case PackageChange.Changed changed -> {
                fields.put("from", changed.from());
                fields.put("to", changed.to());
                fields.put("direction", changed.direction().name().toLowerCase(Locale.ROOT));
            }
        }
        return fields;
    }
}
