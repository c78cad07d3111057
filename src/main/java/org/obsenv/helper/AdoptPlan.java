package org.obsenv.helper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Sha256;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.site.SharedPackage;
import org.obsenv.words.Sizes;
import org.obsenv.words.Words;

/**
 * What adopt finds and would do with it. Reads only: what git writes for it goes into a directory that is removed.
 *
 * @param packages what becomes of each of the site's, in its order
 * @param files set-up files at the root that would be put aside
 * @param missing set-up files that an adopt which died did not come to
 */
record AdoptPlan(List<Found> packages, List<String> files, List<String> missing, long needed, long free) {
    private static final int SHORT = 12;
    private static final List<String> SET_UP_FILES = List.of(SetupFiles.STABLE, SetupFiles.PINNED);

    /** What stands at a package's path. */
    sealed interface Found {
        SharedPackage shared();
    }

    record Clone(SharedPackage shared, CommitId head, ImportedClone.Work work, String line) implements Found {}

    /** Its path is a link of ours already. */
    record Adopted(SharedPackage shared) implements Found {}

    /** There is nothing; its repository is made as setup makes it. */
    record Absent(SharedPackage shared) implements Found {}

    record Unfit(SharedPackage shared, String problem) implements Found {}

    static AdoptPlan of(Act act) throws IOException {
        LayoutPaths paths = act.paths();
        Words words = Words.of("endings");
        Path scratch = Scratch.make(Path.of(System.getProperty("java.io.tmpdir", "/tmp")), "adopt");
        try {
            List<Found> found = new ArrayList<>();
            List<Path> clones = new ArrayList<>();
            for (SharedPackage shared : act.site().packages()) {
                Path path = paths.stable(shared.name());
                found.add(look(shared, path, scratch.resolve(shared.name().text()), words));
                if (found.getLast() instanceof Clone) {
                    clones.add(path);
                }
            }
            long needed = 0;
            if (!clones.isEmpty()) {
                DiskUse use = DiskUse.of(clones, 0);
                needed = clones.stream().mapToLong(use::bytes).sum();
            }
            Path disk = Files.exists(paths.root()) ? paths.root() : Durable.parent(paths.root());
            long free = Files.getFileStore(disk).getUsableSpace();
            return new AdoptPlan(found, files(act), missing(act), needed, free);
        } finally {
            TreeRemoval.remove(scratch);
        }
    }

    private static Found look(SharedPackage shared, Path path, Path scratch, Words words) throws IOException {
        if (StablePaths.isOurs(path)) {
            return new Adopted(shared);
        }
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return new Absent(shared);
        }
        try {
            ImportedClone clone = ImportedClone.look(shared, path, scratch);
            CommitId head = clone.head();
            ImportedClone.Work work = clone.work();
            TreeGate.require(scratch, shared.name().text(), head);
            return new Clone(shared, head, work, line(shared, clone, head, work, words));
        } catch (RefusedException e) {
            return new Unfit(shared, e.outcome().facts().getOrDefault("problem", "?"));
        } catch (IOException e) {
            return new Unfit(shared, String.valueOf(e.getMessage()));
        }
    }

    private static String line(
            SharedPackage shared, ImportedClone clone, CommitId head, ImportedClone.Work work, Words words)
            throws IOException {
        List<String> parts = new ArrayList<>();
        parts.add(words.text(
                "adopt.head",
                "package",
                shared.name(),
                "commit",
                head.abbreviated(),
                "branch",
                clone.branch().orElseGet(() -> words.text("adopt.detached"))));
        part(parts, words, "adopt.staged", clone.differing(work.head(), work.index(), "ACDMRTUXB"));
        part(parts, words, "adopt.changed", clone.differing(work.index(), work.files(), "CDMRTUXB"));
        part(parts, words, "adopt.untracked", clone.differing(work.index(), work.files(), "A"));
        part(parts, words, "adopt.ignored", clone.ignored());
        part(parts, words, "adopt.ahead", clone.ahead());
        part(parts, words, "adopt.stashes", clone.stashes());
        return String.join(", ", parts);
    }

    private static void part(List<String> parts, Words words, String key, long count) {
        if (count > 0) {
            parts.add(words.text(key, "n", count));
        }
    }

    private static List<String> files(Act act) throws IOException {
        List<String> files = new ArrayList<>();
        for (String each : SET_UP_FILES) {
            Path path = act.paths().root().resolve(each);
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !StablePaths.isOurs(path)) {
                files.add(each);
            }
        }
        return files;
    }

    private static List<String> missing(Act act) {
        return SET_UP_FILES.stream()
                .filter(each -> !Files.exists(act.paths().root().resolve(each), LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    /** Why nothing can be done; empty when it can. */
    Optional<String> problem() {
        Words words = Words.of("endings");
        if (needed > free) {
            return Optional.of(words.text("adopt.no-room", "needed", Sizes.of(needed), "free", Sizes.of(free)));
        }
        return packages.stream()
                .flatMap(each -> each instanceof Unfit(SharedPackage shared, String problem)
                        ? java.util.stream.Stream.of(shared.name() + ": " + problem)
                        : java.util.stream.Stream.empty())
                .findFirst();
    }

    boolean isDone() {
        return files.isEmpty() && missing.isEmpty() && packages.stream().allMatch(Adopted.class::isInstance);
    }

    /** Whether a clone of this plan has become a link of ours meanwhile. */
    boolean isOvertaken(LayoutPaths paths) throws IOException {
        for (Found each : packages) {
            if (each instanceof Clone
                    && StablePaths.isOurs(paths.stable(each.shared().name()))) {
                return true;
            }
        }
        return false;
    }

    /** Fits only these clones with this work in them. */
    String id() {
        StringBuilder all = new StringBuilder();
        for (Found each : packages) {
            all.append(each.shared().name()).append(' ');
            all.append(
                    switch (each) {
                        case Clone clone ->
                            clone.head().hex() + " " + clone.work().index() + " "
                                    + clone.work().files();
                        case Adopted adopted -> "adopted";
                        case Absent absent -> "absent";
                        case Unfit unfit -> "unfit";
                    });
            all.append('\n');
        }
        files.forEach(each -> all.append(each).append('\n'));
        missing.forEach(each -> all.append("no ").append(each).append('\n'));
        return Sha256.hex(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, SHORT);
    }

    List<String> lines() {
        Words words = Words.of("endings");
        List<String> lines = new ArrayList<>();
        for (Found each : packages) {
            lines.add(
                    switch (each) {
                        case Clone clone -> clone.line();
                        case Adopted adopted ->
                            words.text(
                                    "adopt.adopted", "package", adopted.shared().name());
                        case Absent absent ->
                            words.text(
                                    "adopt.absent", "package", absent.shared().name());
                        case Unfit(SharedPackage shared, String problem) ->
                            words.text("adopt.unfit", "package", shared.name(), "problem", problem);
                    });
        }
        files.forEach(each -> lines.add(words.text("adopt.file", "name", each)));
        missing.forEach(each -> lines.add(words.text("adopt.missing", "name", each)));
        lines.add(words.text("adopt.space", "needed", Sizes.of(needed), "free", Sizes.of(free)));
        lines.add(words.text("adopt.how"));
        problem().ifPresent(problem -> lines.add(words.text("adopt.impossible", "problem", problem)));
        return lines;
    }
}
