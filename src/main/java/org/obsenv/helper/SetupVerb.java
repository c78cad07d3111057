package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.obsenv.base.BaseList;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Links;
import org.obsenv.layout.ManifestDocument;
import org.obsenv.layout.SyncState;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncStateDocument;
import org.obsenv.site.SharedPackage;
import org.obsenv.words.IoWords;
import org.obsenv.yaml.YamlProblem;

/**
 * Makes the layout, or adds what it lacks: repositories, the first deploy and base generations, the links. Can be run
 * again after any interruption; the paths that people import from appear last.
 */
final class SetupVerb implements VerbAct {
    private static final String THROUGH_CURRENT = ".obsenv/current/";

    @Override
    public Outcome run(Act act) throws IOException, RefusedException {
        Instant began = act.clock().instant();
        requireNothingInTheWay(act);
        directories(act.paths());
        BuildAct build = new BuildAct(act);
        try (LockFile lock = build.lock()) {
            GenerationBuilder generations = new GenerationBuilder(act);
            SortedMap<PackageName, CommitId> heads = heads(act);
            BaseList list = SetBaseVerb.read(act);
            PinResolution pins = SetBaseVerb.resolve(act, list);
            Optional<GenerationId> deployBefore = act.links().deploy();
            List<PackageMove> moves = PackageMove.between(build.packagesOf(deployBefore), heads);
            List<String> notes = new ArrayList<>();
            GenerationId deploy = deployBefore.orElse(new GenerationId(1));
            if (!moves.isEmpty()) {
                deploy = generations.build(heads, deployBefore, Optional.empty(), new TreeMap<>());
                notes.addAll(build.moveLink(act.paths().deploy(), deploy, moves));
            }
            if (!isBuiltFrom(act, list)) {
                Optional<GenerationId> baseBefore = act.links().base();
                SetBaseVerb.prove(act, pins);
                GenerationId base = SetBaseVerb.generation(act, list, pins, baseBefore);
                notes.addAll(pins.notes());
                notes.addAll(build.moveLink(
                        act.paths().base(), base, PackageMove.between(build.packagesOf(baseBefore), pins.commits())));
            }
            if (!Files.exists(act.paths().state())) {
                Durable.replace(act.paths().state(), SyncStateDocument.write(state(heads, began)));
            }
            SyncVerb.beat(act);
            links(act);
            Instant ended = act.clock().instant();
            return new Outcome.Built(Optional.of(deploy), ended, Duration.between(began, ended), moves.size(), notes);
        }
    }

    private static void requireNothingInTheWay(Act act) throws IOException, RefusedException {
        for (String name : stableNames(act)) {
            Path stable = act.paths().root().resolve(name);
            boolean taken = Files.exists(stable, LinkOption.NOFOLLOW_LINKS);
            if (taken && !isOurs(stable)) {
                throw GitProgram.cannotBuild(name, stable + " is in the way: it is not a link of ours");
            }
        }
    }

    private static boolean isOurs(Path stable) throws IOException {
        return Files.isSymbolicLink(stable)
                && Links.text(stable)
                        .filter(text -> text.startsWith(THROUGH_CURRENT))
                        .isPresent();
    }

    /** What people import and source: a name each under the root. */
    private static List<String> stableNames(Act act) {
        List<String> names = new ArrayList<>(
                act.site().packageNames().stream().map(PackageName::text).toList());
        names.addAll(List.of(SetupFiles.STABLE, SetupFiles.PINNED));
        return names;
    }

    private static void directories(LayoutPaths paths) throws IOException {
        for (Path directory : List.of(
                paths.root(),
                paths.inner(),
                paths.generations(),
                paths.checkouts(),
                paths.inner().resolve("repositories"),
                paths.journal(),
                paths.ready(),
                paths.marks())) {
            Durable.directory(directory, "rwxr-xr-x");
        }
        LockFile.prepareDirectory(paths.locks());
    }

    /** Clones what is missing and exports every accepted head. */
    private static SortedMap<PackageName, CommitId> heads(Act act) throws IOException, RefusedException {
        AtomicInteger done = new AtomicInteger();
        List<SharedPackage> packages = act.site().packages();
        Checkouts checkouts = new Checkouts(act.paths(), act.clock());
        List<CommitId> commits = InParallel.each(packages, shared -> {
            BareRepository repository = new BareRepository(act.paths().repository(shared.name()), shared);
            CommitId head = head(shared, repository);
            checkouts.ensure(shared, repository, head);
            act.reporter().progress("cloned", shared.name().text(), done.incrementAndGet(), packages.size());
            return head;
        });
        SortedMap<PackageName, CommitId> heads = new TreeMap<>();
        for (int i = 0; i < packages.size(); i++) {
            heads.put(packages.get(i).name(), commits.get(i));
        }
        return heads;
    }

    private static CommitId head(SharedPackage shared, BareRepository repository) throws IOException, RefusedException {
        if (!repository.exists()) {
            try {
                repository.create();
            } catch (IOException e) {
                throw GitProgram.cannotBuild(shared.name().text(), "it cannot be cloned: " + IoWords.of(e));
            }
        }
        Optional<CommitId> accepted = repository.accepted();
        if (accepted.isPresent()) {
            return accepted.get();
        }
        CommitId offered = repository
                .offered()
                .orElseThrow(() -> GitProgram.cannotBuild(
                        shared.name().text(), shared.remote() + " has no branch " + shared.deployBranch()));
        repository.accept(offered);
        return offered;
    }

    private static boolean isBuiltFrom(Act act, BaseList list) throws IOException {
        Optional<GenerationId> base = act.links().base();
        try {
            return base.isPresent()
                    && ManifestDocument.readHeader(act.paths().manifest(base.get()))
                            .list()
                            .equals(Optional.of(list.sha256()));
        } catch (YamlProblem e) {
            return false;
        }
    }

    private static SyncState state(SortedMap<PackageName, CommitId> heads, Instant now) {
        SortedMap<PackageName, PackageState> states = new TreeMap<>();
        heads.forEach((name, commit) -> states.put(name, new PackageState(commit, commit, now, Optional.empty())));
        return new SyncState(states);
    }

    /** The switch, then the stable paths: whoever finds a package's path finds everything behind it. */
    private static void links(Act act) throws IOException {
        LayoutPaths paths = act.paths();
        if (Links.text(paths.current()).isEmpty()) {
            Durable.replaceLink(paths.current(), LayoutPaths.DEPLOY);
        }
        for (String name : stableNames(act)) {
            Path stable = paths.root().resolve(name);
            String text = THROUGH_CURRENT + name;
            if (!Links.text(stable).equals(Optional.of(text))) {
                Durable.replaceLink(stable, text);
            }
        }
    }
}
