package org.obsenv.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.obsenv.layout.LayoutPaths;

/** What a push costs until the night runs it, and what it leaves on the disk. */
final class Builds {
    /** Of sixteen packages the one in the middle: some 600 commits, 200 files. */
    private static final int MIDDLE = 7;

    private static final int GENERATIONS = 1000;
    private static final int PAIRS = 9;

    /** Of a thousand packages each look at the remotes takes ten seconds. */
    private static final int FEW_PAIRS = 3;

    private static final int SPACE_PUSHES = 4;

    /** These are told: what a build has to do besides a pull is decided by the layout, not by its speed. */
    private static final double UNBOUND = Double.POSITIVE_INFINITY;

    /** What grows with the number of generations would end a night some day. */
    private static final double FLAT = 1.3;

    private final Path work;
    private int pushes = (int) (System.currentTimeMillis() / 1000 % 1_000_000_000);

    Builds(Path work) {
        this.work = work;
    }

    /** Takes up a comparison and prints it. */
    interface Rows {
        void compare(String what, String yardstick, double bound, int pairs, LongSupplier ours, LongSupplier theirs);
    }

    /** Returns what is to be said below the table. */
    List<String> against(Rows rows, BenchSite real, BenchSite sixteen, BenchSite thousand) throws IOException {
        String middle = real.packages().get(MIDDLE);
        String pull = "git -C '" + real.clones().resolve(middle) + "' pull -q --ff-only";
        rows.compare(
                "whole `sync`, 1 of 16 packages moved",
                "`git pull` in that clone",
                UNBOUND,
                PAIRS,
                () -> pushed(real, middle),
                () -> Shell.time(List.of(0), "sh", "-c", pull));
        rows.compare(
                "whole `sync`, 1 of 16 packages moved",
                "loop of `git pull` in all 16 clones",
                UNBOUND,
                PAIRS,
                () -> pushed(real, middle),
                () -> real.overClones("git -C $p pull -q --ff-only"));
        rows.compare(
                "whole `sync`, nothing new, 16 packages",
                "loop of `git ls-remote` of all 16",
                UNBOUND,
                PAIRS,
                () -> real.verb("sync"),
                () -> real.overClones("git -C $p ls-remote -q origin deploy >/dev/null"));
        BenchSite old = BenchSite.ofCount(
                work.resolve("count-16-old"), sixteen.packages().size(), GENERATIONS);
        rows.compare(
                "whole `sync`, 1 of 16 packages moved, 1,000 generations",
                "the same with a few",
                FLAT,
                PAIRS,
                () -> pushed(old, old.packages().getFirst()),
                () -> pushed(sixteen, sixteen.packages().getFirst()));
        rows.compare(
                "whole `sync`, 1 of 1,000 packages moved",
                "the same of 16",
                UNBOUND,
                FEW_PAIRS,
                () -> pushed(thousand, thousand.packages().getFirst()),
                () -> pushed(sixteen, sixteen.packages().getFirst()));
        return List.of(
                "",
                space(real, middle, pull),
                space(thousand, thousand.packages().getFirst(), "true"));
    }

    private long pushed(BenchSite site, String name) {
        site.push(name, ++pushes);
        return site.verb("sync");
    }

    /** What one push leaves, on the average of a few. */
    private String space(BenchSite site, String name, String pull) throws IOException {
        LayoutPaths paths = new LayoutPaths(site.site().root());
        Path checkouts = paths.checkouts();
        Path clone = site.clones().resolve(name);
        long[] before = {size(paths.generations()), size(checkouts), size(paths.inner()), size(clone)};
        for (int i = 0; i < SPACE_PUSHES; i++) {
            pushed(site, name);
        }
        Shell.run("sh", "-c", pull);
        long links = size(paths.generations()) - before[0];
        long files = size(checkouts) - before[1];
        long rest = size(paths.inner()) - before[2] - links - files;
        String told = String.format(
                Locale.ROOT,
                "A generation in which 1 of %,d packages moved: %d KiB of links and manifest, %d KiB of checkout, %d KiB of"
                        + " objects, journal and the rest",
                site.packages().size(),
                links / SPACE_PUSHES,
                files / SPACE_PUSHES,
                rest / SPACE_PUSHES);
        return pull.equals("true")
                ? told + "."
                : told + "; a pull into its clone: " + (size(clone) - before[3]) / SPACE_PUSHES + " KiB.";
    }

    /** KiB on the disk. */
    private static long size(Path tree) {
        if (!Files.exists(tree)) {
            return 0;
        }
        return Long.parseLong(
                Shell.output(List.of("du", "-sk", tree.toString())).split("\\s+", 2)[0]);
    }
}
