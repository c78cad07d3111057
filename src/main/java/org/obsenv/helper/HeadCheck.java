package org.obsenv.helper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.site.CheckRule;
import org.obsenv.site.CheckRule.Limits;
import org.obsenv.site.SharedPackage;
import org.obsenv.words.Words;

/**
 * The site's check of one head, in its finished checkout, beside the packages that it would run with. Nothing of what
 * it runs can change anything ({@link Contained}).
 */
final class HeadCheck {
    private final LayoutPaths paths;
    private final Words words = Words.of("gate");

    HeadCheck(LayoutPaths paths) {
        this.paths = paths;
    }

    /** A directory for one run. */
    interface Work<T> {
        T in(Path directory) throws IOException;
    }

    /**
     * @param accepted the head that it would replace
     * @param others what the other packages are at; one without a checkout is left out
     * @throws IOException when nothing could be found out
     */
    HeadVerdict of(SharedPackage shared, CommitId head, CommitId accepted, SortedMap<PackageName, CommitId> others)
            throws IOException {
        return switch (shared.check()) {
            case CheckRule.Nothing none -> new HeadVerdict.Passed();
            case CheckRule.Command(List<String> command, Path interpreter, Limits limits) ->
                command(shared.name(), head, others, command, limits);
            case CheckRule.Python(Path interpreter, Limits limits) ->
                new PythonCheck(paths, shared.name(), interpreter, limits).of(head, accepted, others);
        };
    }

    private HeadVerdict command(
            PackageName name,
            CommitId head,
            SortedMap<PackageName, CommitId> others,
            List<String> command,
            Limits limits)
            throws IOException {
        Path checkout = paths.checkout(name, head);
        String path = ImportPath.of(paths, name, head, others).stream()
                .map(Path::toString)
                .collect(Collectors.joining(":"));
        Contained.Ended ended = inWork(paths, work -> new Contained(work, limits, OutOfSight.of(paths, command))
                .run(command, checkout, Map.of("PYTHONPATH", path)));
        return switch (ended) {
            case Contained.Ended.Late(String output) -> late(words, limits, output);
            case Contained.Ended.By(int exit, String output) ->
                exit == 0
                        ? new HeadVerdict.Passed()
                        : new HeadVerdict.Failed(
                                words.text("check.failed", "exit", exit), lines(output), HeadVerdict.Hold.BESIDE);
        };
    }

    static HeadVerdict late(Words words, Limits limits, String output) {
        return new HeadVerdict.Failed(
                words.text("check.late", "seconds", limits.time().toSeconds()), lines(output), HeadVerdict.Hold.UNSURE);
    }

    static List<String> lines(String output) {
        return output.lines().toList();
    }

    /** Gives a directory that is gone afterwards; what a verb that dies leaves is swept by the next. */
    static <T> T inWork(LayoutPaths paths, Work<T> work) throws IOException {
        Path directory = Unique.beside(paths.state());
        try {
            Files.createDirectory(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            Files.createDirectory(directory.resolve("tmp"));
            return work.in(directory);
        } finally {
            TreeRemoval.remove(directory);
        }
    }

    static void write(Path file, List<String> lines) throws IOException {
        Files.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
