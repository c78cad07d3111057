package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.Sha256;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.site.CheckRule.Limits;
import org.obsenv.site.SharedPackage;
import org.obsenv.words.IoWords;

/**
 * The files that a package imports and git ignores, made once in a checkout by the site's command.
 *
 * @param digests path in the checkout → SHA-256 of the file
 */
record Prepared(SortedMap<String, String> digests) {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(5), 4L * 1024 * 1024 * 1024);

    /**
     * Runs the package's command, if it has one: behind the walls of a check, with its checkout alone to write in. What
     * it did to the way from there to the repository is undone, or whoever runs git there would follow it.
     */
    static Prepared make(LayoutPaths paths, SharedPackage shared, Path checkout) throws IOException, RefusedException {
        if (shared.prepare().isEmpty()) {
            return found(shared, checkout);
        }
        List<String> command = shared.prepare().get().command();
        Path way = checkout.resolve(".git");
        byte[] led = Files.readAllBytes(way);
        Contained.Ended ended;
        try {
            ended = HeadCheck.inWork(paths, work -> new Contained(work, LIMITS, OutOfSight.of(paths, command))
                    .writing(checkout)
                    .run(command, checkout, Map.of()));
        } catch (IOException e) {
            throw problem(shared, "could not be run: " + IoWords.of(e));
        }
        TreeRemoval.remove(way);
        Durable.create(way, led);
        switch (ended) {
            case Contained.Ended.Late late ->
                throw problem(shared, "was ended after " + LIMITS.time().toSeconds() + " s");
            case Contained.Ended.By(int exit, String output) -> {
                if (exit != 0) {
                    throw problem(shared, "ended with " + exit + ": " + GitProgram.lastLine(output));
                }
            }
        }
        return found(shared, checkout);
    }

    private static RefusedException problem(SharedPackage shared, String problem) {
        return GitProgram.cannotBuild(shared.name().text(), "its prepare command " + problem);
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
