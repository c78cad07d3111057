package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.base.BaseList;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.ManifestDocument;
import org.obsenv.layout.SyncState;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncStateDocument;
import org.obsenv.yaml.YamlProblem;

/** What setup and adopt share: everything from heads that are checked out to where the stable paths can be made. */
final class LayoutBuild {
    private final Act act;
    private final BuildAct build;
    private final Instant began;
    private final List<String> notes = new ArrayList<>();

    LayoutBuild(Act act, BuildAct build, Instant began) {
        this.act = act;
        this.build = build;
        this.began = began;
    }

    static void directories(LayoutPaths paths) throws IOException {
        for (Path directory : List.of(
                paths.root(),
                paths.inner(),
                paths.generations(),
                paths.checkouts(),
                paths.inner().resolve("repositories"),
                paths.journal(),
                paths.ready(),
                paths.marks(),
                paths.lists())) {
            Durable.directory(directory, "rwxr-xr-x");
        }
        LockFile.prepareDirectory(paths.locks());
    }

    /** How the paths that people import from come to be; returns what is to be said of it. */
    interface Placing {
        List<String> place() throws IOException, RefusedException;
    }

    /** Builds deploy of these heads and base of these pins, then places the stable paths. */
    Outcome finish(SortedMap<PackageName, CommitId> heads, BaseList list, PinResolution pins, Placing placing)
            throws IOException, RefusedException {
        Optional<GenerationId> deployBefore = act.links().deploy();
        List<PackageMove> moves = PackageMove.between(build.packagesOf(deployBefore), heads);
        GenerationId deploy = deployBefore.orElse(new GenerationId(1));
        if (!moves.isEmpty()) {
            deploy = new GenerationBuilder(act).build(heads, deployBefore, Optional.empty(), new TreeMap<>());
            notes.addAll(build.moveLink(act.paths().deploy(), deploy, moves));
        }
        if (!isBuiltFrom(list)) {
            base(list, pins);
        }
        if (!Files.exists(act.paths().state())) {
            Durable.replace(act.paths().state(), SyncStateDocument.write(state(heads)));
        }
        SyncVerb.beat(act);
        notes.addAll(placing.place());
        Instant ended = act.clock().instant();
        return new Outcome.Built(Optional.of(deploy), ended, Duration.between(began, ended), moves.size(), notes);
    }

    private void base(BaseList list, PinResolution pins) throws IOException, RefusedException {
        Optional<GenerationId> before = act.links().base();
        SetBaseVerb.prove(act, pins);
        GenerationId base = SetBaseVerb.generation(act, list, pins, before);
        ListFile file = ListFile.read(act);
        if (file.sha256().equals(list.sha256())) {
            new ListVersions(act).found(file);
        }
        notes.addAll(pins.notes());
        notes.addAll(build.moveLink(
                act.paths().base(), base, PackageMove.between(build.packagesOf(before), pins.commits())));
    }

    private boolean isBuiltFrom(BaseList list) throws IOException {
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

    private SyncState state(SortedMap<PackageName, CommitId> heads) {
        SortedMap<PackageName, PackageState> states = new TreeMap<>();
        heads.forEach((name, commit) -> states.put(name, new PackageState(commit, commit, began, Optional.empty())));
        return new SyncState(states);
    }
}
