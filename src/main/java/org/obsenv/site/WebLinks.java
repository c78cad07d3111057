package org.obsenv.site;

import java.util.Optional;

/**
 * Templates of web addresses.
 *
 * @param ticket with {@code {id}}
 * @param commit with {@code {package}} and {@code {commit}}
 * @param releaseNotes with {@code {tag}}, of an image
 */
public record WebLinks(Optional<String> ticket, Optional<String> commit, Optional<String> releaseNotes) {
    /** No links at all. */
    public static final WebLinks NONE = new WebLinks(Optional.empty(), Optional.empty(), Optional.empty());
}
