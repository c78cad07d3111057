package org.obsenv.domain.basing;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Review;

/**
 * The base list as somebody saw it: what she decides is asked of exactly this text.
 *
 * @param file where it is
 * @param sha256 of its bytes
 * @param cycle the cycle build that it names
 * @param reviewed the newest review of exactly this text
 * @param since when and by whom it came to be so; number 0 where it was edited and no base was built from it
 */
public record ListSight(
        String file,
        String sha256,
        SortedMap<PackageName, PinText> pins,
        Optional<String> cycle,
        Optional<Review> reviewed,
        ListVersion since) {
    public ListSight {
        pins = Collections.unmodifiableSortedMap(new TreeMap<>(pins));
    }
}
