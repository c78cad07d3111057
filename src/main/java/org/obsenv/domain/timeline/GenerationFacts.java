package org.obsenv.domain.timeline;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageName;

/**
 * A generation as its manifest tells it.
 *
 * @param why the verb that made it
 * @param by the account for which it was made
 * @param parent the one it was made from
 * @param pins how the base list names its commits, or how those on test were typed; empty for any other
 */
public record GenerationFacts(
        GenerationId id,
        Instant made,
        String why,
        String by,
        Optional<GenerationId> parent,
        SortedMap<PackageName, CommitId> packages,
        Map<PackageName, String> pins) {
    public GenerationFacts {
        packages = Collections.unmodifiableSortedMap(new TreeMap<>(packages));
        pins = Map.copyOf(pins);
    }

    /** Whether it was made for a test on sky. */
    public boolean isTest() {
        return why.equals("deploy");
    }

    /** Whether it was built from the base list. */
    public boolean isBase() {
        return !isTest() && !pins.isEmpty();
    }
}
