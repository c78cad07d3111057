package org.obsenv.domain.registry;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.signoff.Digest;

/**
 * What is in an image, by its digest and so for ever.
 *
 * @param made when it was built, as its configuration says
 * @param labels its labels
 */
public record ImageFacts(Digest digest, Optional<Instant> made, SortedMap<String, String> labels) {
    public ImageFacts {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }
}
