package org.obsenv.layout;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageName;

/**
 * A generation's own record: which commit of each package, and why. Immutable on disk.
 *
 * @param why the verb that made it
 * @param by the account for which it was made
 * @param parent the generation it was made from
 * @param reason why, in a person's words
 * @param until for one that was deployed for a test: when that is meant to end; it only reminds
 * @param list for a generation built from the base list: the SHA-256 of the list's bytes, in hexadecimal
 * @param pins for a generation built from the base list: how the list names each commit; for one that was deployed: how
 *     those on test were typed
 */
public record Manifest(
        GenerationId generation,
        Instant made,
        String why,
        String by,
        Optional<GenerationId> parent,
        Optional<String> reason,
        Optional<Instant> until,
        Optional<String> list,
        SortedMap<PackageName, CommitId> packages,
        SortedMap<PackageName, String> pins) {
    public Manifest {
        packages = Collections.unmodifiableSortedMap(new TreeMap<>(packages));
        pins = Collections.unmodifiableSortedMap(new TreeMap<>(pins));
    }
}
