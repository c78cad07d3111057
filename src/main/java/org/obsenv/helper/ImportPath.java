package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.LayoutPaths;

/** Where a package and those that it would run with are imported from; its own first. */
final class ImportPath {
    private ImportPath() {}

    static List<Path> of(
            LayoutPaths paths, PackageName name, CommitId commit, SortedMap<PackageName, CommitId> others) {
        return checkouts(paths, name, commit, others).stream()
                .map(TopModules::sourceRoot)
                .toList();
    }

    /** The top modules of all of them. */
    static Set<String> modules(
            LayoutPaths paths, PackageName name, CommitId commit, SortedMap<PackageName, CommitId> others)
            throws IOException {
        Set<String> modules = new TreeSet<>();
        for (Path checkout : checkouts(paths, name, commit, others)) {
            modules.addAll(TopModules.of(checkout));
        }
        return modules;
    }

    private static List<Path> checkouts(
            LayoutPaths paths, PackageName name, CommitId commit, SortedMap<PackageName, CommitId> others) {
        List<Path> checkouts = new ArrayList<>(List.of(paths.checkout(name, commit)));
        for (Map.Entry<PackageName, CommitId> other : others.entrySet()) {
            Path checkout = paths.checkout(other.getKey(), other.getValue());
            if (!other.getKey().equals(name) && Files.isDirectory(checkout, LinkOption.NOFOLLOW_LINKS)) {
                checkouts.add(checkout);
            }
        }
        return checkouts;
    }
}
