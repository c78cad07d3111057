package org.obsenv.helper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.SwitchToken;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Manifest;
import org.obsenv.layout.ManifestDocument;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Deployed;
import org.obsenv.site.SharedPackage;
import org.obsenv.yaml.YamlProblem;

/**
 * Puts packages on a tag, a branch or a commit for an on-sky test: builds what runs now with those replaced, and moves
 * {@code current} to it, held. The deploy branches are not touched.
 */
final class DeployVerb implements VerbAct {
    private static final String WHY = "deploy";

    @Override
    public Outcome run(Act act) throws IOException, RefusedException {
        if (!(act.request().aim() instanceof Aim.Deploy(List<Deployed> asked, var until))) {
            throw new RefusedException(
                    Refusal.UNAIMED, Map.of("verb", act.request().verb().written()));
        }
        Optional<SwitchToken> saw = SeenSwitch.of(act);
        BuildAct build = new BuildAct(act);
        // All of it under the build lock: what is built must be there still when the switch goes to it.
        try (LockFile lock = build.lock()) {
            SeenSwitch.require(saw, act.links().current());
            Manifest running = running(act);
            List<SharedPackage> tested = shared(act, asked, running);
            build.fetchSoon(tested);
            SortedMap<PackageName, CommitId> packages = new TreeMap<>(running.packages());
            SortedMap<PackageName, String> revisions = earlier(running);
            for (int i = 0; i < asked.size(); i++) {
                packages.put(asked.get(i).name(), resolve(act, tested.get(i), asked.get(i)));
                revisions.put(asked.get(i).name(), asked.get(i).revision());
            }
            requireNews(act, running, packages);
            prove(act, tested, packages);
            GenerationId built = new GenerationBuilder(act)
                    .build(packages, Optional.of(running.generation()), Optional.empty(), revisions);
            return new SwitchAct(act)
                    .run(current -> {
                        // Again, and this time nothing can come in between: a roll back meanwhile is not undone.
                        SeenSwitch.require(saw, current);
                        return new SwitchAct.Target(LayoutPaths.textOf(built), built);
                    })
                    .outcome();
        }
    }

    private static Manifest running(Act act) throws IOException, RefusedException {
        Optional<String> current = act.links().current().map(SwitchToken::target);
        Optional<GenerationId> id =
                current.isEmpty() ? Optional.empty() : act.links().generationFor(current.get());
        if (id.isEmpty()) {
            throw new RefusedException(
                    Refusal.GENERATION_DAMAGED,
                    Map.of("generation", current.orElse("nothing"), "problem", "it names no generation"));
        }
        try {
            return ManifestDocument.read(act.paths().manifest(id.get()));
        } catch (YamlProblem e) {
            throw new RefusedException(
                    Refusal.GENERATION_DAMAGED, Map.of("generation", id.get().written(), "problem", e.told()));
        }
    }

    private static List<SharedPackage> shared(Act act, List<Deployed> asked, Manifest running) throws RefusedException {
        for (Deployed each : asked) {
            if (!running.packages().containsKey(each.name())
                    || !act.site().packageNames().contains(each.name())) {
                throw new RefusedException(
                        Refusal.NO_PACKAGE, Map.of("package", each.name().text()));
            }
        }
        return asked.stream()
                .map(each -> act.site().packages().stream()
                        .filter(shared -> shared.name().equals(each.name()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** What is on test already and stays there, by the names it was deployed by. */
    private static SortedMap<PackageName, String> earlier(Manifest running) {
        return running.why().equals(WHY) ? new TreeMap<>(running.pins()) : new TreeMap<>();
    }

    private static CommitId resolve(Act act, SharedPackage shared, Deployed asked)
            throws IOException, RefusedException {
        BareRepository repository = new BareRepository(act.paths().repository(shared.name()), shared);
        Revision found = Revision.of(repository, asked.revision());
        CommitId commit = found.commit()
                .orElseThrow(() -> new RefusedException(
                        Refusal.NO_REVISION,
                        Map.of("package", shared.name().text(), "problem", asked.revision() + found.problem())));
        if (asked.seen().isPresent() && !asked.seen().get().equals(commit)) {
            throw new RefusedException(
                    Refusal.REVISION_MOVED,
                    Map.of(
                            "package", shared.name().text(),
                            "revision", asked.revision(),
                            "saw", asked.seen().get().abbreviated(),
                            "now", commit.abbreviated()));
        }
        // A ticket's branch may be rewritten or gone tomorrow; what ran stays.
        repository.preserve("deployed/" + commit.hex(), commit);
        return commit;
    }

    /** The same packages again are news only while the environment follows: then the hold is. */
    private static void requireNews(Act act, Manifest running, SortedMap<PackageName, CommitId> packages)
            throws IOException, RefusedException {
        String current = act.links().current().map(SwitchToken::target).orElse("nothing");
        if (packages.equals(running.packages()) && !current.equals(LayoutPaths.DEPLOY)) {
            throw new RefusedException(Refusal.NOTHING_TO_DO, Map.of("now", current));
        }
    }

    private static void prove(Act act, List<SharedPackage> tested, SortedMap<PackageName, CommitId> packages)
            throws IOException, RefusedException {
        Checkouts checkouts = new Checkouts(act.paths(), act.clock());
        AtomicInteger done = new AtomicInteger();
        InParallel.each(tested, shared -> {
            checkouts.ensureProven(
                    shared,
                    new BareRepository(act.paths().repository(shared.name()), shared),
                    Objects.requireNonNull(packages.get(shared.name())));
            act.reporter().progress("tested", shared.name().text(), done.incrementAndGet(), tested.size());
            return shared;
        });
    }
}
