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
import org.obsenv.site.SharedPackage;

/**
 * The files that a package imports and git ignores, made once in a checkout by the site's command.
 *
 * @param digests path in the checkout → SHA-256 of the file
 */
record Prepared(SortedMap<String, String> digests) {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** Runs the package's command, if it has one, in an empty environment. */
    static Prepared make(SharedPackage shared, Path checkout) throws IOException, RefusedException {
        if (shared.prepare().isEmpty()) {
            return found(shared, checkout);
        }
        List<String> command = shared.prepare().get().command();
        ProgramRun.Ended ended = ProgramRun.run(
                command, checkout, Map.of("LC_ALL", "C.UTF-8", "PATH", "/usr/bin:/bin", "HOME", "/nonexistent"), LIMIT);
        if (ended.exit() != 0) {
            throw GitProgram.cannotBuild(
                    shared.name().text(),
                    "its prepare command ended with " + ended.exit() + ": " + GitProgram.lastLine(ended.complaint()));
        }
        return found(shared, checkout);
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
