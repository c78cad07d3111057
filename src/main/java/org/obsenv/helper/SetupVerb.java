package org.obsenv.helper;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.obsenv.base.BaseList;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.site.SharedPackage;
import org.obsenv.words.IoWords;

/**
 * Makes the layout, or adds what it lacks: repositories, the first deploy and base generations, the links. Can be run
 * again after any interruption; the paths that people import from appear last.
 */
final class SetupVerb implements VerbAct {
    @Override
    public Outcome run(Act act) throws IOException, RefusedException {
        Instant began = act.clock().instant();
        StablePaths stable = new StablePaths(act);
        stable.requireNothingInTheWay();
        LayoutBuild.directories(act.paths());
        BuildAct build = new BuildAct(act);
        try (LockFile lock = build.lock()) {
            SortedMap<PackageName, CommitId> heads = heads(act);
            BaseList list = SetBaseVerb.read(act);
            PinResolution pins = SetBaseVerb.resolve(act, list);
            return new LayoutBuild(act, build, began).finish(heads, list, pins, () -> {
                stable.make();
                return stable.settle();
            });
        }
    }

    /** Clones what is missing and exports every accepted head. */
    private static SortedMap<PackageName, CommitId> heads(Act act) throws IOException, RefusedException {
        AtomicInteger done = new AtomicInteger();
        List<SharedPackage> packages = act.site().packages();
        Checkouts checkouts = new Checkouts(act.paths(), act.clock());
        List<CommitId> commits = InParallel.each(packages, shared -> {
            BareRepository repository = new BareRepository(act.paths().repository(shared.name()), shared);
            CommitId head = head(act, shared, repository);
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

    /** The head that generations are built from; where there is no repository yet, the one that its remote offers. */
    static CommitId head(Act act, SharedPackage shared, BareRepository repository)
            throws IOException, RefusedException {
        if (!repository.exists()) {
            try {
                if (repository.create().isPresent()) {
                    act.reporter().progress("incomplete", shared.name().text(), 0, 1);
                }
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
}
