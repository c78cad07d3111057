package org.obsenv.helper;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.obsenv.base.BaseList;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.Refusal;
import org.obsenv.layout.GenerationProof;
import org.obsenv.layout.ManifestHeader;
import org.obsenv.layout.PinnedSetup;
import org.obsenv.yaml.YamlProblem;

/** Proves the base list by building it, in daylight, and only then moves {@code base}. */
final class SetBaseVerb implements VerbAct {
    @Override
    public Outcome run(Act act) throws IOException, RefusedException {
        Instant began = act.clock().instant();
        BuildAct build = new BuildAct(act);
        try (LockFile lock = build.lock()) {
            BaseList list = read(act);
            PinResolution pins = resolve(act, list);
            Optional<GenerationId> before = act.links().base();
            prove(act, pins);
            requireUnedited(act, list);
            List<String> notes = new ArrayList<>(pins.notes());
            if (isBuilt(act, list, pins, before)) {
                return ended(act, began, Optional.empty(), 0, notes);
            }
            GenerationId built = generation(act, list, pins, before);
            List<PackageMove> moves = PackageMove.between(build.packagesOf(before), pins.commits());
            notes.addAll(build.moveLink(act.paths().base(), built, moves));
            return ended(act, began, Optional.of(built), moves.size(), notes);
        }
    }

    private static Outcome ended(Act act, Instant began, Optional<GenerationId> built, int moved, List<String> notes) {
        Instant now = act.clock().instant();
        return new Outcome.Built(built, now, Duration.between(began, now), moved, notes);
    }

    private static void requireUnedited(Act act, BaseList list) throws RefusedException {
        if (!read(act).sha256().equals(list.sha256())) {
            throw new RefusedException(
                    Refusal.BAD_LIST,
                    Map.of("problem", act.site().baseList() + " was edited while base was being built"));
        }
    }

    /** Base anew from the same would be another generation, and a hold at this one would read as one elsewhere. */
    private static boolean isBuilt(Act act, BaseList list, PinResolution pins, Optional<GenerationId> base)
            throws IOException {
        return base.isPresent()
                && GenerationProof.of(act.paths(), base.get())
                        instanceof GenerationProof.Whole(ManifestHeader header, var packages)
                && header.list().equals(Optional.of(list.sha256()))
                && packages.equals(pins.commits())
                // One of an older build: a notebook that sources its setup file would get what runs.
                && PinnedSetup.isOwn(act.paths(), base.get());
    }

    static BaseList read(Act act) throws RefusedException {
        try {
            return BaseList.read(act.site().baseList());
        } catch (YamlProblem e) {
            throw new RefusedException(Refusal.BAD_LIST, Map.of("problem", e.told()));
        }
    }

    /** After a fetch, since a branch or a tag may have moved; a remote that is silent is said and stops nothing. */
    static PinResolution resolve(Act act, BaseList list) throws IOException, RefusedException {
        new BuildAct(act).fetch(act.site().packages());
        return PinResolution.of(act.site(), act.paths(), list);
    }

    /** Exports what is missing, and proves what is there from its files. */
    static void prove(Act act, PinResolution pins) throws IOException, RefusedException {
        Checkouts checkouts = new Checkouts(act.paths(), act.clock());
        AtomicInteger done = new AtomicInteger();
        int total = act.site().packages().size();
        InParallel.each(act.site().packages(), shared -> {
            checkouts.ensureProven(
                    shared,
                    new BareRepository(act.paths().repository(shared.name()), shared),
                    Objects.requireNonNull(pins.commits().get(shared.name())));
            act.reporter().progress("proven", shared.name().text(), done.incrementAndGet(), total);
            return shared;
        });
    }

    /** Builds the generation of checkouts that are proven; {@code base} is not moved. */
    static GenerationId generation(Act act, BaseList list, PinResolution pins, Optional<GenerationId> parent)
            throws IOException {
        return new GenerationBuilder(act).build(pins.commits(), parent, Optional.of(list.sha256()), pins.names());
    }
}
