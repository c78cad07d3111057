package org.obsenv.domain.trace;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.PackageName;

/**
 * What a look found.
 *
 * @param holding what is so now
 * @param looked where a look was had: of what is not among these nothing new is known
 */
public record Findings(Set<Cause> holding, Set<Place> looked) {
    public Findings {
        holding = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(holding));
        looked = Set.copyOf(looked);
    }

    /** What may be wrong, of which package; empty where it is about the environment. */
    public record Place(Cause.Kind kind, Optional<PackageName> about) {
        static Place of(Cause cause) {
            return new Place(cause.kind(), cause.about());
        }
    }
}
