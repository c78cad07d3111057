package org.obsenv.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A package's commit before and after an act; empty where the generation does not hold the package.
 */
public record PackageMove(PackageName name, Optional<CommitId> from, Optional<CommitId> to) {
    /** The packages whose commit differs between two choices, with both commits, in the order of their names. */
    public static List<PackageMove> between(Map<PackageName, CommitId> from, SortedMap<PackageName, CommitId> to) {
        List<PackageMove> moves = new ArrayList<>();
        int kept = 0;
        for (Map.Entry<PackageName, CommitId> came : to.entrySet()) {
            CommitId left = from.get(came.getKey());
            if (left != null) {
                kept++;
            }
            if (!came.getValue().equals(left)) {
                moves.add(new PackageMove(came.getKey(), Optional.ofNullable(left), Optional.of(came.getValue())));
            }
        }
        if (kept < from.size()) {
            from.forEach((name, left) -> {
                if (!to.containsKey(name)) {
                    moves.add(new PackageMove(name, Optional.of(left), Optional.empty()));
                }
            });
            moves.sort(Comparator.comparing(PackageMove::name));
        }
        return List.copyOf(moves);
    }
}
