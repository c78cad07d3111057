package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.KeepRule;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.SwitchToken;
import org.obsenv.layout.GenerationLinks;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Links;
import org.obsenv.layout.Manifest;
import org.obsenv.layout.ManifestDocument;
import org.obsenv.words.IoWords;
import org.obsenv.yaml.YamlProblem;

/**
 * What is there to tidy away, and why the rest stays. Reads only; used under the build lock, so that no generation is
 * being built meanwhile.
 *
 * @param reasons why each generation stays; without a reason it goes
 * @param unread what of a generation that stays cannot be read: it may name any checkout, so then none goes
 * @param unnamed the checkouts that no generation that stays names
 */
record PruneLook(
        SortedMap<GenerationId, Set<KeepRule.Reason>> reasons, Optional<String> unread, SortedSet<Checkout> unnamed) {
    /** One checkout; sorts by package, then commit. */
    record Checkout(PackageName name, CommitId commit) implements Comparable<Checkout> {
        @Override
        public int compareTo(Checkout other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : commit.hex().compareTo(other.commit.hex());
        }
    }

    static PruneLook of(Act act) throws IOException, RefusedException {
        return look(act, false);
    }

    /**
     * Once generations have lost their names: whatever still has its name holds its checkouts, also one that nothing
     * keeps any more. It may have stayed since it was in use when the names were taken.
     */
    static PruneLook afterwards(Act act) throws IOException, RefusedException {
        return look(act, true);
    }

    private static PruneLook look(Act act, boolean allHold) throws IOException, RefusedException {
        LayoutPaths paths = act.paths();
        SortedMap<GenerationId, Known<Manifest>> all = generations(paths);
        SortedMap<GenerationId, Known<Instant>> made = new TreeMap<>();
        all.forEach((id, manifest) -> made.put(id, manifest.map(Manifest::made)));
        SortedMap<GenerationId, Set<KeepRule.Reason>> reasons =
                KeepRule.OF_THE_LAYOUT.reasons(made, named(act), act.clock().instant());
        Set<Checkout> held = new HashSet<>();
        Optional<String> unread = strangers(paths);
        for (GenerationId id : all.keySet()) {
            boolean holds = allHold || !reasons.getOrDefault(id, Set.of()).isEmpty();
            if (unread.isEmpty() && holds) {
                unread = hold(paths, id, all.get(id), held);
            }
        }
        SortedSet<Checkout> unnamed = unread.isEmpty() ? checkouts(paths) : new TreeSet<>();
        unnamed.removeAll(held);
        return new PruneLook(reasons, unread, unnamed);
    }

    SortedSet<GenerationId> goes() {
        return new TreeSet<>(reasons.entrySet().stream()
                .filter(each -> each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList());
    }

    /** What the links and the marks name now. */
    static KeepRule.Named named(Act act) throws IOException, RefusedException {
        Links links = act.links();
        Optional<String> current = links.current().map(SwitchToken::target);
        Optional<GenerationId> running = current.isEmpty() ? Optional.empty() : links.generationFor(current.get());
        for (Path link : List.of(act.paths().deploy(), act.paths().base())) {
            Optional<String> text = Links.text(link);
            requireKnown(link, text, text.flatMap(Links::generationIn));
        }
        requireKnown(act.paths().current(), current, running);
        return new KeepRule.Named(running, links.deploy(), links.base(), marked(act.paths()));
    }

    private static void requireKnown(Path link, Optional<String> text, Optional<GenerationId> id)
            throws RefusedException {
        if (text.isPresent() && id.isEmpty()) {
            throw new RefusedException(
                    Refusal.CANNOT_PRUNE, Map.of("problem", link + " leads to " + text.get() + ", no generation"));
        }
    }

    /** A mark counts by its name: one that cannot be read is a mark, too. */
    private static Set<GenerationId> marked(LayoutPaths paths) throws IOException {
        Set<GenerationId> marked = new HashSet<>();
        for (Path each : children(paths.marks())) {
            GenerationId.parse(String.valueOf(each.getFileName()).replaceAll("\\.yaml$", ""))
                    .ifPresent(marked::add);
        }
        return marked;
    }

    private static SortedMap<GenerationId, Known<Manifest>> generations(LayoutPaths paths) throws IOException {
        SortedMap<GenerationId, Known<Manifest>> all = new TreeMap<>();
        for (Path each : children(paths.generations())) {
            Optional<GenerationId> id = GenerationId.parse(String.valueOf(each.getFileName()));
            if (id.isPresent()) {
                all.put(id.get(), manifest(paths, id.get()));
            }
        }
        return all;
    }

    private static Known<Manifest> manifest(LayoutPaths paths, GenerationId id) {
        try {
            Manifest manifest = ManifestDocument.read(paths.manifest(id));
            return manifest.generation().equals(id)
                    ? Known.of(manifest)
                    : Known.unknown(paths.manifest(id) + " is that of generation " + manifest.generation());
        } catch (YamlProblem e) {
            return Known.unknown(e.told());
        } catch (IOException e) {
            return Known.unknown(IoWords.of(e));
        }
    }

    /** What is no generation by its name may be one that somebody put aside by hand. */
    private static Optional<String> strangers(LayoutPaths paths) throws IOException {
        return children(paths.generations()).stream()
                .filter(each ->
                        GenerationId.parse(String.valueOf(each.getFileName())).isEmpty())
                .findFirst()
                .map(each -> each + " is no generation");
    }

    /** Adds what the generation holds, by its manifest and by its links; says what of it cannot be read. */
    private static Optional<String> hold(
            LayoutPaths paths,
            GenerationId id,
            @org.jspecify.annotations.Nullable Known<Manifest> manifest,
            Set<Checkout> held) {
        return switch (manifest) {
            case null -> Optional.empty();
            case Known.Unknown<Manifest>(String problem) -> Optional.of(problem);
            case Known.Value<Manifest>(Manifest known) -> {
                known.packages().forEach((name, commit) -> held.add(new Checkout(name, commit)));
                try {
                    GenerationLinks.read(paths, id).forEach((name, commit) -> held.add(new Checkout(name, commit)));
                    yield Optional.empty();
                } catch (IOException e) {
                    yield Optional.of(IoWords.of(e));
                }
            }
        };
    }

    private static SortedSet<Checkout> checkouts(LayoutPaths paths) throws IOException {
        SortedSet<Checkout> all = new TreeSet<>();
        for (Path directory : children(paths.checkouts())) {
            String name = String.valueOf(directory.getFileName());
            for (Path each : children(directory)) {
                String commit = String.valueOf(each.getFileName());
                if (PackageName.isValid(name)
                        && CommitId.isFull(commit)
                        && Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    all.add(new Checkout(new PackageName(name), new CommitId(commit)));
                }
            }
        }
        return all;
    }

    private static List<Path> children(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList();
        }
    }
}
