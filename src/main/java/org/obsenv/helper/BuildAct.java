package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Links;
import org.obsenv.layout.ManifestDocument;
import org.obsenv.words.IoWords;
import org.obsenv.yaml.YamlProblem;

/** What the building verbs share: the build lock, the commits behind a link, a link's move with its record. */
final class BuildAct {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Act act;

    BuildAct(Act act) {
        this.act = act;
    }

    /** Never taken by a switch: a long build stands in nobody's way. */
    LockFile lock() throws IOException, RefusedException {
        return LockFile.take(act.paths().locks().resolve("build"), PATIENCE);
    }

    /** The commits of a generation; none when it is not there or cannot be read (it is then built anew). */
    SortedMap<PackageName, CommitId> packagesOf(Optional<GenerationId> id) {
        try {
            if (id.isPresent()) {
                return ManifestDocument.read(act.paths().manifest(id.get())).packages();
            }
        } catch (IOException | YamlProblem e) {
            return new TreeMap<>();
        }
        return new TreeMap<>();
    }

    /** Renames a link onto a generation that is whole, and writes the act into the journal. */
    List<String> moveLink(Path link, GenerationId to, List<PackageMove> moves) throws IOException, RefusedException {
        Optional<String> from = Links.text(link);
        Durable.replaceLink(link, LayoutPaths.textOf(to));
        Optional<String> now = Links.text(link);
        if (!now.equals(Optional.of(LayoutPaths.textOf(to)))) {
            throw new IOException("after the rename " + link + " names " + now.orElse("nothing"));
        }
        return record(from, LayoutPaths.textOf(to), moves);
    }

    private List<String> record(Optional<String> from, String to, List<PackageMove> moves)
            throws IOException, RefusedException {
        JournalFile journal = new JournalFile(act.paths().journal());
        ActRecord record = new ActRecord(act, journal);
        try (LockFile lock = LockFile.take(act.paths().locks().resolve("switch"), SwitchAct.PATIENCE)) {
            record.repair();
            record.end(from, to, moves, "done", Optional.empty());
            journal.keepRoom();
            new ReadyLinks(act.paths().ready()).replenish(readyTargets());
            return List.of();
        } catch (IOException e) {
            return List.of("The journal entry could not be written: " + IoWords.of(e));
        }
    }

    private Set<String> readyTargets() throws IOException {
        Set<String> targets = new TreeSet<>(Set.of(LayoutPaths.DEPLOY));
        act.links().base().map(LayoutPaths::textOf).ifPresent(targets::add);
        return targets;
    }
}
