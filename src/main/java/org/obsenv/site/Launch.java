package org.obsenv.site;

import java.nio.file.Path;
import java.util.List;

/**
 * How verbs are started.
 *
 * @param prefix the words before the verb's path, with {@code {account}} for the account it runs as; empty starts the
 *     verb directly, as the caller
 * @param verbs the directory of the verbs' executables
 */
public record Launch(List<String> prefix, Path verbs) {
    public Launch {
        prefix = List.copyOf(prefix);
    }

    /** Without a prefix a verb runs as its caller, on a tree the caller owns: demo and tests. */
    public boolean isDirect() {
        return prefix.isEmpty();
    }
}
