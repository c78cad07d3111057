package org.obsenv.clones;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/**
 * Which files git does not want to hear of: {@code .gitignore} of every directory on the way, then
 * {@code info/exclude}. A person's own global excludes are not read: they are somebody else's here.
 */
final class IgnoreRules {
    private final Path workTree;
    private final Path exclude;
    private final Map<Path, IgnoreNode> nodes = new HashMap<>();

    IgnoreRules(Path workTree, Path commonDirectory) {
        this.workTree = workTree;
        this.exclude = commonDirectory.resolve("info/exclude");
    }

    /** The innermost rule that speaks of the path decides. */
    boolean isIgnored(Path path, boolean isDirectory) throws IOException {
        for (Path directory = path.getParent(); directory != null; directory = directory.getParent()) {
            Optional<Boolean> said = ask(directory.resolve(".gitignore"), directory, path, isDirectory);
            if (said.isPresent()) {
                return said.get();
            }
            if (directory.equals(workTree)) {
                break;
            }
        }
        return ask(exclude, workTree, path, isDirectory).orElse(false);
    }

    /** Rereads a directory's own rules at the next question. */
    void forget(Path directory) {
        nodes.remove(directory.resolve(".gitignore"));
    }

    /** Rereads every file of rules at the next question. */
    void forget() {
        nodes.clear();
    }

    private Optional<Boolean> ask(Path rules, Path from, Path path, boolean isDirectory) throws IOException {
        IgnoreNode node = node(rules);
        @Nullable Boolean said = node.checkIgnored(from.relativize(path).toString(), isDirectory);
        return Optional.ofNullable(said);
    }

    private IgnoreNode node(Path rules) throws IOException {
        IgnoreNode known = nodes.get(rules);
        if (known != null) {
            return known;
        }
        IgnoreNode node = new IgnoreNode();
        // A link here is not followed: git does not either.
        if (Files.isRegularFile(rules, LinkOption.NOFOLLOW_LINKS)) {
            try (InputStream in = Files.newInputStream(rules)) {
                node.parse(in);
            }
        }
        nodes.put(rules, node);
        return node;
    }
}
