package org.obsenv.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A package's commit before and after an act; empty where the generation does not hold the package.
 */
public record PackageMove(PackageName name, Optional<CommitId> from, Optional<CommitId> to) {
    /** The packages whose commit differs between two choices, with both commits, in the order of their names. */
    public static List<PackageMove> between(Map<PackageName, CommitId> from, Map<PackageName, CommitId> to) {
        List<PackageMove> moves = new ArrayList<>();
        TreeSet<PackageName> names = new TreeSet<>(from.keySet());
        names.addAll(to.keySet());
        for (PackageName name : names) {
            CommitId left = from.get(name);
            CommitId came = to.get(name);
            if (!Objects.equals(left, came)) {
                moves.add(new PackageMove(name, Optional.ofNullable(left), Optional.ofNullable(came)));
            }
        }
        return List.copyOf(moves);
    }
}
