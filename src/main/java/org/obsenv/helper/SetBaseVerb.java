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
import org.obsenv.protocol.Aim;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/**
 * Proves the base list by building it, in daylight, and only then moves {@code base}. Asked for another list, it proves
 * and builds that one before it is written: a death on the way leaves the old list with the old base, or the new list
 * that is not built yet, which every reader says and which this verb, run again, builds.
 */
final class SetBaseVerb implements VerbAct {
    @Override
    public Outcome run(Act act) throws IOException, RefusedException {
        Instant began = act.clock().instant();
        BuildAct build = new BuildAct(act);
        try (LockFile lock = build.lock()) {
            ListFile found = ListFile.read(act);
            ListVersions versions = new ListVersions(act);
            AskedList asked = new AskedList(act, found, versions);
            asked.requireSeen();
            build.fetch(act.site().packages());
            AskedList.Text text = asked.text();
            PinResolution pins = PinResolution.of(act.site(), act.paths(), text.list());
            Optional<GenerationId> before = act.links().base();
            prove(act, pins);
            requireUnedited(act, found);
            List<String> notes = new ArrayList<>(pins.notes());
            notes.addAll(text.notes());
            boolean isBuilt = isBuilt(act, text.list(), pins, before);
            Optional<GenerationId> built =
                    isBuilt ? Optional.empty() : Optional.of(generation(act, text.list(), pins, before));
            Optional<String> changed = ListMove.of(act, found, text, versions).write();
            changed.ifPresent(notes::add);
            List<PackageMove> moves = PackageMove.between(build.packagesOf(before), pins.commits());
            if (built.isPresent()) {
                notes.addAll(build.moveLink(act.paths().base(), built.get(), moves, changed));
            }
            reviewed(act, text.list().sha256()).ifPresent(notes::add);
            return ended(act, began, built, isBuilt ? 0 : moves.size(), notes);
        }
    }

    /** Whoever asks for exactly this list has reviewed it. */
    private static Optional<String> reviewed(Act act, String list) {
        if (!(act.request().aim() instanceof Aim.SetBase)) {
            return Optional.empty();
        }
        try {
            ReviewBaseVerb.write(act, list, act.clock().instant());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Words.of("endings").text("note.review-unwritten", "problem", IoWords.of(e)));
        }
    }

    private static Outcome ended(Act act, Instant began, Optional<GenerationId> built, int moved, List<String> notes) {
        Instant now = act.clock().instant();
        return new Outcome.Built(built, now, Duration.between(began, now), moved, notes);
    }

    private static void requireUnedited(Act act, ListFile found) throws IOException, RefusedException {
        if (!found.isUnchanged()) {
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
