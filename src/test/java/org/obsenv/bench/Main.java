package org.obsenv.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.obsenv.clones.ClonesEnvironmentReader;
import org.obsenv.domain.EnvironmentReader;
import org.obsenv.domain.Verdict;
import org.obsenv.environment.LayoutEnvironmentReader;
import org.obsenv.git.BoundedReads;
import org.obsenv.git.CommitCache;
import org.obsenv.site.Site;

/**
 * {@code DIRECTORY [PART…]}: measures the parts (clones, ticks, status, rollback, builds, diffs, readers; all without words) and
 * prints the tables of docs/performance.md. Exit code 1 when a bound does not hold.
 */
public final class Main {
    private static final int PAIRS = 11;
    private static final int SWITCHES = 400;
    private static final int TICKS = 2_000;
    private static final int WARM_LOOKS = 150;
    private static final String GIT_LOOP = "loop of `git rev-parse`, `rev-list --count`, `status`";

    private final Path work;
    private final List<String> parts;
    private final List<Comparison> done = new ArrayList<>();

    private Main(Path work, List<String> parts) {
        this.work = work;
        this.parts = List.copyOf(parts);
    }

    public static void main(String[] arguments) throws Exception {
        Main bench = new Main(
                Path.of(arguments[0]).toAbsolutePath(), List.of(arguments).subList(1, arguments.length));
        Files.createDirectories(bench.work);
        System.exit(bench.run() ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        say("Making sixteen packages of real size and a site of 1,000 (kept under " + work + ") …");
        BenchSite real = BenchSite.ofRealSize(work.resolve("real"));
        BenchSite sixteen = BenchSite.ofCount(work.resolve("count-16"), 16);
        BenchSite thousand = BenchSite.ofCount(work.resolve("count-1000"), 1000);

        // A run that was stopped may have left a site held.
        List.of(real, sixteen, thousand).forEach(site -> site.verb("resume"));
        say("");
        say("| what | against | ours | yardstick | ratio | at most | holds |");
        say("| --- | --- | ---: | ---: | ---: | ---: | --- |");
        if (isAsked("clones")) {
            clones(real);
        }
        if (isAsked("ticks")) {
            ticks(sixteen, thousand);
        }
        if (isAsked("status")) {
            commandLine(real);
        }
        if (isAsked("rollback")) {
            rollbacks(real, sixteen, thousand);
        }
        if (isAsked("builds")) {
            new Builds(work).against(this::compare, real, sixteen, thousand).forEach(Main::say);
        }
        boolean isQuick = !isAsked("diffs") || new Diffs(work).against(this::compare);
        boolean isWhole = !isAsked("readers") || readers(real);
        return isQuick && isWhole && done.stream().allMatch(Comparison::holds);
    }

    private boolean isAsked(String part) {
        return parts.isEmpty() || parts.contains(part);
    }

    private void clones(BenchSite real) {
        StatsInC stats = new StatsInC(work, real.clones(), real.packages(), real.baseList());
        try (EnvironmentReader reader = new ClonesEnvironmentReader(
                real.clones(),
                real.baseList(),
                "deploy",
                Duration.ofDays(1),
                reads(),
                new CommitCache(),
                InstantSource.system())) {
            for (int i = 0; i < WARM_LOOKS; i++) {
                requireKnown(reader);
            }
            compare(
                    "warm full reading of 16 plain clones",
                    GIT_LOOP,
                    0.20,
                    () -> timed(reader::rescan),
                    () -> real.overClones(gitLook()));
            compare(
                    "no-change look at 16 plain clones",
                    "the same stats in C",
                    2.0,
                    () -> perTick(reader),
                    () -> stats.perLook(TICKS));
        }
    }

    /** What is quick because it failed must not count. */
    private static void requireKnown(EnvironmentReader reader) {
        Verdict verdict = Verdict.of(reader.rescan());
        if (!(verdict instanceof Verdict.Differ(int differing, int total)) || differing != total) {
            throw new IllegalStateException("read wrongly: " + verdict);
        }
    }

    private static long timed(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return System.nanoTime() - began;
    }

    private void ticks(BenchSite sixteen, BenchSite thousand) {
        try (EnvironmentReader few = layout(sixteen.site());
                EnvironmentReader many = layout(thousand.site())) {
            requireKnown(few);
            requireKnown(many);
            compare(
                    "no-change look at the layout, 1,000 packages",
                    "the same with 16",
                    1.3,
                    () -> perTick(many),
                    () -> perTick(few));
        }
    }

    private void commandLine(BenchSite real) {
        compare(
                "cold `obsenv status`, 16 packages",
                GIT_LOOP,
                8.0,
                () -> Shell.time(
                        List.of(0, 1),
                        "packaging/obsenv",
                        "status",
                        "--site",
                        real.siteFile().toString()),
                () -> real.overClones(gitLook()));
    }

    private void rollbacks(BenchSite real, BenchSite sixteen, BenchSite thousand) {
        compare(
                "whole `obsenv-helper rollback`, 16 packages",
                "loop of `git checkout`",
                1.5,
                () -> rollback(real),
                () -> {
                    long took = real.overClones("git -C $p checkout -q pin");
                    real.overClones("git -C $p checkout -q deploy");
                    return took;
                });
        compare(
                "whole `obsenv-helper rollback`, 1,000 packages",
                "the same with 16",
                1.3,
                () -> rollback(thousand),
                () -> rollback(sixteen));
    }

    private boolean readers(BenchSite real) throws IOException, InterruptedException {
        Path root = real.site().root();
        Path inner = root.resolve(".obsenv");
        Map<String, String> deploy = SwitchReaders.texts(inner.resolve("deploy"), real.packages());
        Map<String, String> base = SwitchReaders.texts(inner.resolve("base"), real.packages());
        SwitchReaders readers = new SwitchReaders(root, deploy, base);
        SwitchReaders.Counts counts = readers.during(() -> {
            for (int i = 0; i < SWITCHES / 2; i++) {
                real.verb("rollback");
                real.verb("resume");
            }
        });
        say("");
        say("Readers during " + SWITCHES + " switches: " + counts.reads() + " files read, " + counts.missing()
                + " missing, " + counts.partial() + " partial; " + counts.rounds() + " rounds resolved once, "
                + counts.mixed() + " mixed.");
        return counts.missing() + counts.partial() + counts.mixed() == 0 && counts.rounds() > SWITCHES;
    }

    private void compare(String what, String yardstick, double bound, LongSupplier ours, LongSupplier theirs) {
        compare(what, yardstick, bound, PAIRS, ours, theirs);
    }

    private void compare(
            String what, String yardstick, double bound, int pairs, LongSupplier ours, LongSupplier theirs) {
        Comparison comparison = Comparison.measure(what, yardstick, bound, pairs, ours, theirs);
        done.add(comparison);
        say(comparison.row());
    }

    /** Only the way to base is timed; the way back makes the next one a real one. */
    private static long rollback(BenchSite site) {
        long took = site.verb("rollback");
        site.verb("resume");
        return took;
    }

    private static String gitLook() {
        return "git -C $p rev-parse -q HEAD >/dev/null && git -C $p rev-list --left-right --count pin...HEAD >/dev/null"
                + " && git -C $p status --porcelain >/dev/null";
    }

    private static long perTick(EnvironmentReader reader) {
        long began = System.nanoTime();
        for (int i = 0; i < TICKS; i++) {
            reader.refresh();
        }
        return (System.nanoTime() - began) / TICKS;
    }

    private static LayoutEnvironmentReader layout(Site site) {
        return new LayoutEnvironmentReader(
                site.name(),
                site.root(),
                site.baseList(),
                site.packageNames(),
                reads(),
                new CommitCache(),
                InstantSource.system());
    }

    private static BoundedReads reads() {
        return new BoundedReads(Duration.ofSeconds(30), Runtime.getRuntime().availableProcessors());
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
