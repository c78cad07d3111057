package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.obsenv.layout.LayoutPaths;

/**
 * The places that a check finds empty. It runs as the account, so all that the account may read it could read, and
 * print, where everybody reads it; a lock that it takes would make a roll back wait; and a socket or a pipe that it
 * finds leads out of a file system that cannot be written.
 *
 * <p>A place that holds the environment or what the check is run with stays as it is.
 */
final class OutOfSight {
    /** Of sockets, pipes and what others left lying about. */
    private static final List<Path> COMMON =
            List.of(Path.of("/root"), Path.of("/run"), Path.of("/tmp"), Path.of("/var/tmp"));

    /** Where the whole home cannot go: an interpreter may be there. */
    private static final List<String> SECRETS = List.of(".ssh", ".gnupg", ".config", ".aws", ".docker");

    private OutOfSight() {}

    /** @param words what is run; those that are a path are needed */
    static List<Path> of(LayoutPaths paths, List<String> words) {
        return of(paths, words, Path.of(System.getProperty("user.home", "/")));
    }

    static List<Path> of(LayoutPaths paths, List<String> words, Path home) {
        List<Path> needed = Stream.concat(
                        Stream.of(paths.root()),
                        words.stream().filter(word -> word.startsWith("/")).map(Path::of))
                .flatMap(each -> Stream.of(each.normalize(), real(each)))
                .toList();
        List<Path> places = new ArrayList<>(COMMON);
        places.add(home);
        SECRETS.forEach(each -> places.add(home.resolve(each)));
        List<Path> hidden = new ArrayList<>(List.of(paths.locks()));
        places.stream()
                .filter(Path::isAbsolute)
                .filter(Files::isDirectory)
                .map(OutOfSight::real)
                .distinct()
                .filter(place -> needed.stream().noneMatch(each -> each.startsWith(place)))
                .forEach(hidden::add);
        return List.copyOf(hidden);
    }

    /** Itself, where it is not to be found. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.normalize();
        }
    }
}
