package org.obsenv.domain;

import java.util.List;
import java.util.Optional;

/**
 * The CSCs under test.
 *
 * @param revision how often the list was changed; what a person saw travels by it
 */
public record CscList(int revision, List<CscUnderTest> entries) {
    /** The list of a site that never wrote one. */
    public static final CscList NONE = new CscList(0, List.of());

    public CscList {
        entries = List.copyOf(entries);
    }

    public Optional<CscUnderTest> entry(String name) {
        return entries.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
