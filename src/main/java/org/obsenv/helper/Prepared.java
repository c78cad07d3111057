package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Sha256;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.site.SharedPackage;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;

/**
 * The files that a package imports and git ignores, made once in a checkout by the site's command.
 *
 * @param digests path in the checkout → SHA-256 of the file
 */
record Prepared(SortedMap<String, String> digests) {
    private static final String GIT_DIRECTORY = "gitdir: ";
    private static final int MOST_LINES = 4;
    private static final Duration COPYING = Duration.ofMinutes(2);

    /**
     * Runs the package's command, if it has one: behind the walls of a check, in a copy of its checkout that nobody else
     * can reach, and takes from there the files that it is to make and nothing besides. So what is imported later was
     * never open to what was pushed, nor to anybody who works with it.
     */
    static Prepared make(LayoutPaths paths, SharedPackage shared, Path checkout) throws IOException, RefusedException {
        if (shared.prepare().isPresent()) {
            SharedPackage.Prepare prepare = shared.prepare().get();
            Optional<HeadVerdict.Failed> failed;
            try {
                failed = HeadCheck.inWork(paths, work -> run(paths, prepare, checkout, work));
            } catch (IOException e) {
                throw GitProgram.cannotBuild(
                        shared.name().text(), "its prepare command could not be run: " + IoWords.of(e));
            }
            if (failed.isPresent()) {
                throw new FailedException(shared, failed.get());
            }
        }
        return found(shared, checkout);
    }

    /** It ran, and made nothing that can be used; on a busy machine it may the next time. */
    static final class FailedException extends RefusedException {
        private static final long serialVersionUID = 1L;

        private final transient HeadVerdict.Failed verdict;

        private FailedException(SharedPackage shared, HeadVerdict.Failed verdict) {
            super(Refusal.CANNOT_BUILD, Map.of("package", shared.name().text(), "problem", told(verdict)));
            this.verdict = verdict;
        }

        private static String told(HeadVerdict.Failed verdict) {
            Words words = Words.of("gate");
            return verdict.lines().isEmpty()
                    ? words.text("prepare", "what", verdict.what())
                    : words.text(
                            "prepare.because",
                            "what",
                            verdict.what(),
                            "line",
                            verdict.lines().getLast().strip());
        }

        HeadVerdict.Failed verdict() {
            return verdict;
        }
    }

    /** Returns what went wrong. */
    private static Optional<HeadVerdict.Failed> run(
            LayoutPaths paths, SharedPackage.Prepare prepare, Path checkout, Path work) throws IOException {
        Words words = Words.of("gate");
        Path copy = copy(checkout, work);
        Contained.Ended ended = new Contained(work, prepare.limits(), OutOfSight.of(paths, prepare.command()))
                .writing(copy)
                .run(prepare.command(), copy, Map.of());
        return switch (ended) {
            case Contained.Ended.Late(String output) ->
                Optional.of(failed(
                        words.text(
                                "prepare.late",
                                "seconds",
                                prepare.limits().time().toSeconds()),
                        output));
            case Contained.Ended.By(int exit, String output)
            when exit != 0 -> Optional.of(failed(words.text("prepare.failed", "exit", exit), output));
            case Contained.Ended.By by -> {
                for (String each : prepare.outputs()) {
                    take(each, copy, checkout);
                }
                yield Optional.empty();
            }
        };
    }

    /** The last lines: what a build ended with stands there. */
    private static HeadVerdict.Failed failed(String what, String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        return new HeadVerdict.Failed(
                what, lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()), HeadVerdict.Hold.UNSURE);
    }

    /** git answers there as in the checkout itself. */
    private static Path copy(Path checkout, Path work) throws IOException {
        Path copy = work.resolve("copy");
        ProgramRun.Ended ended = ProgramRun.run(
                List.of("/usr/bin/cp", "-a", "--reflink=auto", "--", checkout.toString(), copy.toString()),
                work,
                Map.of("LC_ALL", "C.UTF-8", "PATH", "/usr/bin:/bin"),
                COPYING);
        if (ended.exit() != 0) {
            throw new IOException(ended.complaint());
        }
        Path way = copy.resolve(".git");
        String led = Files.readString(way).strip().substring(GIT_DIRECTORY.length());
        Files.writeString(way, GIT_DIRECTORY + checkout.resolve(led).normalize() + "\n");
        return copy;
    }

    /** A file of ours with these bytes: whoever has the other one open changes nothing here. */
    private static void take(String output, Path copy, Path checkout) throws IOException {
        Path from = copy.resolve(output);
        // What it made may be a link, or lie behind one.
        if (!Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)
                || !from.toRealPath().equals(copy.toRealPath().resolve(output))) {
            return;
        }
        Path to = checkout.resolve(output);
        Files.createDirectories(Durable.parent(to));
        if (Files.isExecutable(from)) {
            Durable.replaceProgram(to, Files.readAllBytes(from));
        } else {
            Durable.create(to, Files.readAllBytes(from));
        }
    }

    /** What is there of the command's outputs: all, or it is refused. */
    static Prepared found(SharedPackage shared, Path checkout) throws IOException, RefusedException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String output :
                shared.prepare().map(SharedPackage.Prepare::outputs).orElse(List.of())) {
            Path file = checkout.resolve(output);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw GitProgram.cannotBuild(
                        shared.name().text(), output + ", which its prepare command makes, is not there");
            }
            digests.put(output, Sha256.hex(Files.readAllBytes(file)));
        }
        return new Prepared(digests);
    }

    /** What in a checkout is not the commit's. */
    Set<Path> leftOutOf(Path checkout) {
        Set<Path> leftOut = new HashSet<>(Set.of(checkout.resolve(".git")));
        digests.keySet().forEach(output -> leftOut.add(checkout.resolve(output)));
        return leftOut;
    }
}
