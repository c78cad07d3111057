package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.KeepRule;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Remark;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.words.Endings;
import org.obsenv.words.Ranges;
import org.obsenv.words.Words;

/**
 * Carries a plan out. Whatever stops it, every generation that has its name is whole: generations lose their names
 * first, then the checkouts that none of the rest needs their markers, and only then files go. What is left of that is
 * swept by the next build.
 */
final class Pruning {
    private final Act act;
    private final PrunePlan plan;
    private final LayoutPaths paths;
    private final Words words = Words.of("endings");
    private final List<String> notes = new ArrayList<>();

    Pruning(Act act, PrunePlan plan) {
        this.act = act;
        this.plan = plan;
        this.paths = act.paths();
    }

    Outcome run() throws IOException, RefusedException {
        List<Path> aside = new ArrayList<>();
        SortedSet<GenerationId> taken = takeNames(aside);
        for (Path each : aside) {
            TreeRemoval.remove(each);
        }
        // Looked at anew: of the generations that stayed, one may not have been meant to.
        PruneLook rest = PruneLook.afterwards(act);
        SortedSet<PruneLook.Checkout> unnamed = new TreeSet<>(rest.unnamed());
        unnamed.retainAll(plan.look().unnamed());
        rest.unread().ifPresent(problem -> notes.add(words.text("prune.unread", "problem", problem)));
        int done = 0;
        for (PruneLook.Checkout each : unnamed) {
            remove(each);
            act.reporter().progress("pruned", each.name().text(), ++done, unnamed.size());
        }
        Instant now = act.clock().instant();
        return new Outcome.Pruned(taken.size(), unnamed.size(), plan.bytes(taken, unnamed), now, notes);
    }

    /**
     * Under the switch lock: whoever goes to one of them meanwhile either had it as {@code current} before, and it
     * stays, or does not find it any more.
     */
    private SortedSet<GenerationId> takeNames(List<Path> aside) throws IOException, RefusedException {
        SortedSet<GenerationId> taken = new TreeSet<>();
        try (LockFile lock = LockFile.take(paths.locks().resolve("switch"), SwitchAct.PATIENCE)) {
            KeepRule.Named named = PruneLook.named(act);
            for (GenerationId each : plan.look().goes()) {
                if (isNamed(each, named)) {
                    notes.add(words.text("prune.needed-after-all", "n", each.number()));
                } else {
                    taken.add(each);
                }
            }
            ActRecord record = new ActRecord(act, new JournalFile(paths.journal()));
            record.repair();
            record.begin(Optional.empty(), what(taken));
            for (GenerationId each : taken) {
                aside.add(away(paths.generation(each), paths.generations()));
            }
            for (String each : plan.named()) {
                aside.add(away(paths.adopted().resolve(each), paths.inner()));
            }
            Durable.forceDirectory(paths.generations());
            Durable.forceDirectory(paths.inner());
            end(record, taken);
        }
        return taken;
    }

    private void end(ActRecord record, SortedSet<GenerationId> taken) {
        try {
            record.end(Optional.empty(), what(taken), List.of(), "done", Optional.of(what(taken)));
        } catch (IOException e) {
            notes.add(new Endings().remark(Remark.RECORD_INCOMPLETE, Endings.Done.PRUNED));
        }
    }

    private String what(SortedSet<GenerationId> taken) {
        List<String> parts = new ArrayList<>();
        if (!taken.isEmpty()) {
            parts.add(words.count("prune.record.generations", taken.size(), "which", Ranges.of(taken)));
        }
        int checkouts = plan.look().unnamed().size();
        if (checkouts > 0) {
            parts.add(words.count("prune.record.checkouts", checkouts));
        }
        plan.named().forEach(each -> parts.add(words.text("prune.record.old-clone", "name", each)));
        return parts.isEmpty() ? words.text("prune.record.nothing") : String.join(", ", parts);
    }

    private static boolean isNamed(GenerationId id, KeepRule.Named named) {
        Optional<GenerationId> one = Optional.of(id);
        return one.equals(named.current())
                || one.equals(named.deploy())
                || one.equals(named.base())
                || named.marked().contains(id);
    }

    private static Path away(Path tree, Path into) throws IOException {
        Path aside = Unique.beside(into.resolve("aside"));
        Files.move(tree, aside, StandardCopyOption.ATOMIC_MOVE);
        return aside;
    }

    /** Without its marker it is unfinished, and the next build sweeps what is left of it here and in its repository. */
    private void remove(PruneLook.Checkout checkout) throws IOException {
        Path tree = paths.checkout(checkout.name(), checkout.commit());
        Files.deleteIfExists(paths.marker(checkout.name(), checkout.commit()));
        Durable.forceDirectory(Durable.parent(tree));
        TreeRemoval.remove(tree);
        TreeRemoval.remove(paths.repository(checkout.name())
                .resolve("worktrees")
                .resolve(checkout.commit().hex()));
    }
}
