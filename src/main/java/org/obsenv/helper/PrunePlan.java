package org.obsenv.helper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.KeepRule;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Sha256;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.words.Ranges;
import org.obsenv.words.Sizes;
import org.obsenv.words.Words;

/**
 * What a prune would do, in words and as the short text by which a person asks for exactly this.
 *
 * @param named the old clones that were asked for by name
 * @param kept the old clones that stay
 */
record PrunePlan(PruneLook look, List<String> named, List<String> kept, DiskUse use, LayoutPaths paths) {
    private static final int SHORT = 12;

    static PrunePlan of(Act act, List<String> named) throws IOException, RefusedException {
        LayoutPaths paths = act.paths();
        List<String> kept = new ArrayList<>(OldClones.of(paths));
        kept.removeAll(named);
        DiskUse use = DiskUse.of(List.of(paths.generations(), paths.checkouts(), paths.adopted()), 2);
        return new PrunePlan(PruneLook.of(act), named, kept, use, paths);
    }

    /** Fits only what this would take away, whatever else has changed. */
    String id() {
        StringBuilder all = new StringBuilder();
        look.goes().forEach(each -> all.append(each.written()).append('\n'));
        look.unnamed().forEach(each -> all.append(each.name())
                .append(' ')
                .append(each.commit().hex())
                .append('\n'));
        named.forEach(each -> all.append(each).append('\n'));
        return Sha256.hex(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, SHORT);
    }

    boolean isEmpty() {
        return look.goes().isEmpty() && look.unnamed().isEmpty() && named.isEmpty();
    }

    long bytes() {
        return bytes(look.goes(), look.unnamed());
    }

    /** What comes free when just these go, with the clones that were named. */
    long bytes(SortedSet<GenerationId> generations, SortedSet<PruneLook.Checkout> checkouts) {
        long all = 0;
        for (GenerationId each : generations) {
            all += use.bytes(paths.generation(each));
        }
        for (PruneLook.Checkout each : checkouts) {
            all += use.bytes(paths.checkout(each.name(), each.commit()));
        }
        for (String each : named) {
            all += bytes(each);
        }
        return all;
    }

    private long bytes(String oldClone) {
        return use.bytes(paths.adopted().resolve(oldClone));
    }

    /** A line each, for a person who decides. */
    List<String> lines() {
        Words words = Words.of("endings");
        List<String> lines = new ArrayList<>();
        if (isEmpty()) {
            lines.add(words.text("prune.nothing"));
        }
        if (!look.goes().isEmpty()) {
            lines.add(words.count("prune.generations", look.goes().size(), "which", Ranges.of(look.goes())));
        }
        byPackage().forEach((name, count) -> lines.add(words.count("prune.checkouts", count, "package", name)));
        for (String each : named) {
            lines.add(words.text("prune.old-clone", "name", each, "size", Sizes.of(bytes(each))));
        }
        if (!isEmpty()) {
            lines.add(words.text("prune.space", "size", Sizes.of(bytes())));
        }
        staying()
                .forEach((reason, which) -> lines.add(
                        words.text("prune.stay." + reason.name().toLowerCase(Locale.ROOT), "which", Ranges.of(which))));
        look.unread().ifPresent(problem -> lines.add(words.text("prune.unread", "problem", problem)));
        for (String each : kept) {
            lines.add(words.text("prune.kept-clone", "name", each, "size", Sizes.of(bytes(each))));
        }
        return lines;
    }

    private SortedMap<PackageName, Integer> byPackage() {
        SortedMap<PackageName, Integer> counts = new TreeMap<>();
        look.unnamed().forEach(each -> counts.merge(each.name(), 1, Integer::sum));
        return counts;
    }

    /** Each generation under every reason that it has. */
    private Map<KeepRule.Reason, SortedSet<GenerationId>> staying() {
        Map<KeepRule.Reason, SortedSet<GenerationId>> staying = new EnumMap<>(KeepRule.Reason.class);
        look.reasons()
                .forEach((id, reasons) -> reasons.forEach(reason ->
                        staying.computeIfAbsent(reason, none -> new TreeSet<>()).add(id)));
        return staying;
    }
}
