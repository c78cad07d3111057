package org.obsenv.helper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which modules a checkout offers at the top. Its source root is {@code python}, else {@code src}, else the checkout
 * itself. A directory with {@code __init__.py} is a top module; one without, or whose {@code __init__.py} only says that
 * others share its name ({@code extend_path}), is a namespace such as {@code lsst} and {@code lsst.ts}: those below it are looked at.
 */
final class TopModules {
    private static final String INIT = "__init__.py";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int DEEPEST = 4;

    /** At the root of a checkout these are not what people import. */
    private static final Set<String> NOT_OURS = Set.of(
            "tests", "test", "doc", "docs", "examples", "example", "ups", "bin", "build", "notebooks", "scripts");

    private TopModules() {}

    static Path sourceRoot(Path checkout) {
        for (String name : new String[] {"python", "src"}) {
            Path root = checkout.resolve(name);
            if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
                return root;
            }
        }
        return checkout;
    }

    /** Dotted names, sorted; none for a package without Python modules. */
    static Set<String> of(Path checkout) throws IOException {
        Set<String> found = new TreeSet<>();
        Path root = sourceRoot(checkout);
        try (DirectoryStream<Path> children = Files.newDirectoryStream(root)) {
            for (Path child : children) {
                String name = String.valueOf(child.getFileName());
                boolean isBare = root.equals(checkout);
                // Without a directory for sources, only the observatory's namespace is worth a look inside.
                boolean isLeftOut = isBare && (NOT_OURS.contains(name) || !(hasInit(child) || name.equals("lsst")));
                if (!isLeftOut) {
                    look(child, name, 1, found);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }

    private static void look(Path directory, String module, int depth, Collection<String> found) throws IOException {
        String name = String.valueOf(directory.getFileName());
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                || !NAME.matcher(name).matches()) {
            return;
        }
        if (hasInit(directory) && !isNamespace(directory.resolve(INIT))) {
            found.add(module);
        } else if (depth < DEEPEST) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
                for (Path child : children) {
                    look(child, module + "." + child.getFileName(), depth + 1, found);
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
    }

    private static boolean hasInit(Path directory) {
        return Files.isRegularFile(directory.resolve(INIT), LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isNamespace(Path init) throws IOException {
        return new String(Files.readAllBytes(init), StandardCharsets.ISO_8859_1).contains("extend_path");
    }
}
