package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Links;
import org.obsenv.layout.ManifestDocument;
import org.obsenv.site.SharedPackage;
import org.obsenv.words.Endings;
import org.obsenv.yaml.YamlProblem;

/** What the building verbs share: the build lock, the commits behind a link, a link's move with its record. */
final class BuildAct {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Act act;

    BuildAct(Act act) {
        this.act = act;
    }

    /** Never taken by a switch: a long build stands in nobody's way. What builds that died left is swept first. */
    LockFile lock() throws IOException, RefusedException {
        LockFile lock = LockFile.takeUnlessAtWork(act.paths().locks().resolve("build"), PATIENCE);
        try {
            Orphans.end();
            new Leftovers(act.paths()).sweep();
            act.text().keep(act.paths());
        } catch (IOException | RefusedException e) {
            lock.close();
            throw e;
        }
        return lock;
    }

    /** Brings here what the remotes have; one that is silent is said, and stops nothing. */
    void fetch(List<SharedPackage> packages) throws IOException, RefusedException {
        fetch(packages, shared -> new BareRepository(act.paths().repository(shared.name()), shared));
    }

    /** As {@link #fetch}, with the auto-pull's patience: what hangs keeps the builds of others waiting. */
    void fetchSoon(List<SharedPackage> packages) throws IOException, RefusedException {
        fetch(
                packages,
                shared -> new BareRepository(
                        act.paths().repository(shared.name()),
                        shared,
                        act.site().sync()));
    }

    private void fetch(List<SharedPackage> packages, Function<SharedPackage, BareRepository> of)
            throws IOException, RefusedException {
        InParallel.each(packages, shared -> {
            try {
                BareRepository repository = of.apply(shared);
                repository.remoteHead(); // answers within seconds, or not at all
                if (repository.fetch().missed().isPresent()) {
                    act.reporter().progress("incomplete", shared.name().text(), 0, 1);
                }
            } catch (IOException e) {
                act.reporter().progress("unreachable", shared.name().text(), 0, 1);
            }
            return shared;
        });
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

    /**
     * Renames a link onto a generation that is whole, with its record.
     *
     * @return what must be said of it
     * @throws IOException when nothing was moved
     */
    List<String> moveLink(Path link, GenerationId to, List<PackageMove> moves) throws IOException, RefusedException {
        return moveLink(link, to, moves, Optional.empty());
    }

    /** As {@link #moveLink(Path, GenerationId, List)}, with a note in its record. */
    List<String> moveLink(Path link, GenerationId to, List<PackageMove> moves, Optional<String> note)
            throws IOException, RefusedException {
        try (LockFile lock = LockFile.take(act.paths().locks().resolve("switch"), SwitchAct.PATIENCE)) {
            LinkMove move = new LinkMove(act);
            move.repair();
            move.move(link, Links.text(link), LayoutPaths.textOf(to), moves, note);
            move.tidy();
            return move.remarks().stream()
                    .map(remark -> new Endings().remark(remark, Endings.Done.BUILT))
                    .toList();
        }
    }
}
