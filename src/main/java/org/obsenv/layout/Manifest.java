package org.obsenv.layout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageMove;
import org.obsenv.domain.PackageName;

/**
 * A generation's own record: which commit of each package, and why. Immutable on disk.
 *
 * @param why the verb that made it
 * @param by the account for which it was made
 * @param parent the generation it was made from
 * @param list for a generation built from the base list: the SHA-256 of the list's bytes, in hexadecimal
 * @param pins for a generation built from the base list: how the list names each commit
 */
public record Manifest(
        GenerationId generation,
        Instant made,
        String why,
        String by,
        Optional<GenerationId> parent,
        Optional<String> list,
        SortedMap<PackageName, CommitId> packages,
        SortedMap<PackageName, String> pins) {
    public Manifest {
        packages = Collections.unmodifiableSortedMap(new TreeMap<>(packages));
        pins = Collections.unmodifiableSortedMap(new TreeMap<>(pins));
    }

    /** The packages whose commit differs between the two, with both commits. */
    public static List<PackageMove> moves(Map<PackageName, CommitId> from, Map<PackageName, CommitId> to) {
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
