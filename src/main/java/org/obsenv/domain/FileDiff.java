package org.obsenv.domain;

import java.util.List;
import java.util.Optional;
import org.obsenv.domain.diff.Comparison;

/**
 * How one file differs between two commits.
 *
 * @param notes what is to be said of it beside its lines, in words: a mode, a symbolic link, a submodule, an encoding
 * @param lines its lines; empty where there are none to compare, as of a binary file, and a note says why
 */
public record FileDiff(FileChange file, List<String> notes, Optional<Comparison> lines) {
    public FileDiff {
        notes = List.copyOf(notes);
    }
}
