package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.fixture.Journal;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.layout.GenerationProof;
import org.obsenv.layout.LayoutPaths;

/** What must hold of an environment whatever happened to the verb that worked on it. */
final class Wholeness {
    private final TestEnvironment environment;
    private final LayoutPaths paths;
    private final Map<Path, String> contents = new HashMap<>();

    Wholeness(TestEnvironment environment) {
        this.environment = environment;
        this.paths = environment.paths();
    }

    /** Takes the checkouts that are there now for right. */
    Wholeness learn() {
        for (Path checkout : checkouts()) {
            contents.put(checkout, content(checkout));
        }
        return this;
    }

    /** The links are one of these sets; whatever generation they name is whole, down to the bytes of its files. */
    void require(String when, Set<ThreeLinks> allowed) {
        ThreeLinks links = ThreeLinks.of(environment);
        assertThat(allowed).as(when).contains(links);
        Stream.of(links.current(), links.deploy(), links.base())
                .filter(text -> !text.equals(LayoutPaths.DEPLOY) && !text.equals(ThreeLinks.NOTHING))
                .forEach(text -> requireGeneration(when, text));
        if (Files.exists(paths.journal())) {
            requireJournal(when);
        }
    }

    /** Nothing that a dead verb made is left, and no act in the journal stands without its end. */
    void requireSwept(String when) {
        assertThat(leftovers()).as("leftovers " + when).isEmpty();
        assertThat(requireJournal(when)).as("ends in the journal " + when).noneMatch(entry -> entry.outcome()
                .equals("begun"));
    }

    private void requireGeneration(String when, String text) {
        Optional<GenerationId> id = org.obsenv.layout.Links.generationIn(text);
        assertThat(id).as(text + " " + when).isPresent();
        GenerationProof proof = GenerationProof.of(paths, id.orElseThrow());
        assertThat(proof)
                .as(text + " " + when)
                .isInstanceOfSatisfying(
                        GenerationProof.Whole.class, whole -> whole.packages().forEach((name, commit) -> {
                            Path checkout = paths.checkout(name, commit);
                            assertThat(content(checkout))
                                    .as(checkout + " " + when)
                                    .isEqualTo(contents.get(checkout));
                        }));
    }

    private List<JournalEntry> requireJournal(String when) {
        try {
            return Journal.newest(paths, 1000);
        } catch (AssertionError e) {
            throw new AssertionError(when + ": " + e.getMessage(), e);
        }
    }

    private List<Path> leftovers() {
        List<Path> leftovers = new ArrayList<>(List.of());
        try (Stream<Path> all = Files.walk(environment.root())) {
            all.filter(path -> String.valueOf(path.getFileName()).startsWith(".new-"))
                    .filter(path -> !paths.ready().equals(path.getParent()))
                    .forEach(leftovers::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        checkouts().stream()
                .filter(checkout -> !Files.exists(checkout.resolveSibling(checkout.getFileName() + ".yaml")))
                .forEach(leftovers::add);
        readyLinks().forEach((text, count) -> {
            if (count > 3) {
                leftovers.add(paths.ready().resolve(count + " links to " + text));
            }
        });
        return leftovers;
    }

    private Map<String, Integer> readyLinks() {
        Map<String, Integer> count = new TreeMap<>();
        for (Path link : children(paths.ready())) {
            count.merge(environment.linkText(link), 1, Integer::sum);
        }
        return count;
    }

    private List<Path> checkouts() {
        return children(paths.inner().resolve("checkouts")).stream()
                .flatMap(each -> children(each).stream())
                .filter(Files::isDirectory)
                .toList();
    }

    private static List<Path> children(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names, modes and bytes of everything in a tree. */
    static String content(Path tree) {
        StringBuilder content = new StringBuilder();
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted().toList()) {
                content.append(tree.relativize(path)).append(' ');
                if (Files.isSymbolicLink(path)) {
                    content.append(Files.readSymbolicLink(path));
                } else {
                    content.append(Files.getAttribute(path, "unix:mode")).append(' ');
                    if (Files.isRegularFile(path)) {
                        content.append(Files.readString(path, java.nio.charset.StandardCharsets.ISO_8859_1));
                    }
                }
                content.append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content.toString();
    }
}
