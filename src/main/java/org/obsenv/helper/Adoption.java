package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.base.BaseList;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Remark;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.site.SharedPackage;
import org.obsenv.words.Endings;
import org.obsenv.words.Words;

/**
 * Carries the plan out. Until the exchanges at the end nothing that people import is touched; each exchange puts a link
 * to the same commit in a clone's place. Every step finds what an earlier run left of it.
 */
final class Adoption {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Act act;
    private final BuildAct build;
    private final AdoptPlan plan;
    private final LayoutPaths paths;
    private final Instant began;
    private final String utc;
    private final Words words = Words.of("endings");
    private final List<String> notes = new ArrayList<>();

    Adoption(Act act, BuildAct build, AdoptPlan plan) {
        this.act = act;
        this.build = build;
        this.plan = plan;
        this.paths = act.paths();
        this.began = act.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        this.utc = UTC.format(began);
    }

    Outcome run() throws IOException, RefusedException {
        BaseList list = SetBaseVerb.read(act);
        SortedMap<PackageName, CommitId> heads = new TreeMap<>();
        int done = 0;
        for (AdoptPlan.Found each : plan.packages()) {
            SharedPackage shared = each.shared();
            BareRepository repository = new BareRepository(paths.repository(shared.name()), shared);
            if (each instanceof AdoptPlan.Clone clone) {
                take(clone, repository);
            }
            CommitId head = SetupVerb.head(act, shared, repository);
            new Checkouts(paths, act.clock()).ensure(shared, repository, head);
            heads.put(shared.name(), head);
            act.reporter()
                    .progress(
                            "adopted",
                            shared.name().text(),
                            ++done,
                            plan.packages().size());
        }
        return new LayoutBuild(act, build, began).finish(heads, list, pins(list), this::place);
    }

    /** By what the clones brought; only where that is not enough the remotes are asked. */
    private PinResolution pins(BaseList list) throws IOException, RefusedException {
        try {
            return PinResolution.of(act.site(), paths, list);
        } catch (RefusedException e) {
            return SetBaseVerb.resolve(act, list);
        }
    }

    private void take(AdoptPlan.Clone clone, BareRepository repository) throws IOException, RefusedException {
        Path next = Unique.beside(repository.directory());
        try {
            ImportedClone imported = ImportedClone.take(
                    clone.shared(), paths.stable(clone.shared().name()), next);
            imported.settle(utc, imported.head(), imported.work())
                    .ifPresent(rescue -> notes.add(words.text(
                            "adopt.rescued", "package", clone.shared().name(), "ref", rescue)));
            CloneCopy.openToAll(next);
            Durable.forceAll(next);
            if (repository.exists()) {
                repository.takeAll(next);
            } else {
                Durable.rename(next, repository.directory());
            }
        } finally {
            TreeRemoval.remove(next);
        }
    }

    private List<String> place() throws IOException, RefusedException {
        // Somebody may have worked in a clone since it was taken in.
        AdoptVerb.requireStill(AdoptPlan.of(act), plan.id());
        StablePaths stable = new StablePaths(act);
        stable.follow();
        Path aside = paths.adopted().resolve(utc);
        Durable.directory(paths.adopted(), "rwxr-xr-x");
        Durable.directory(aside, "rwxr-xr-x");
        for (String name : stable.names()) {
            Path path = paths.root().resolve(name);
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !StablePaths.isOurs(path)) {
                Path link = aside.resolve(name);
                Files.createSymbolicLink(link, Path.of(StablePaths.text(name)));
                Exchange.of(link, path);
                notes.add(words.text("adopt.kept", "name", name, "place", link));
            }
        }
        stable.make();
        record();
        notes.addAll(stable.settle());
        return notes;
    }

    /** The clones are exchanged by now: what cannot be written about it is only said. */
    private void record() {
        try (LockFile lock = LockFile.take(paths.locks().resolve("switch"), SwitchAct.PATIENCE)) {
            ActRecord record = new ActRecord(act, new JournalFile(paths.journal()));
            record.repair();
            String kept = paths.adopted().resolve(utc).toString();
            record.end(
                    Optional.empty(),
                    "the layout",
                    List.of(),
                    "done",
                    Optional.of(words.text("adopt.record", "place", kept)));
        } catch (IOException | RefusedException e) {
            notes.add(new Endings().remark(Remark.RECORD_INCOMPLETE, Endings.Done.BUILT));
        }
    }
}
