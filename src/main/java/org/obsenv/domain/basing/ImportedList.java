package org.obsenv.domain.basing;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.obsenv.domain.PackageName;

/**
 * Versions from a file, as they are spelled there; nothing of it is resolved, and nothing was run.
 *
 * @param name the file's own name, such as {@code cycle.env}
 * @param cycle what it calls itself, such as {@code c0044.008} or {@code main}
 * @param versions only of packages of this site; one that is not in it is not named there
 */
public record ImportedList(String name, Optional<String> cycle, Map<PackageName, String> versions) {
    public ImportedList {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }
}
