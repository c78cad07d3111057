package org.obsenv.domain;

import java.util.List;

/**
 * The unified diff of one file.
 *
 * @param cut how many lines were left out at the end because of the cap
 */
public record FileDiff(FileChange file, List<DiffLine> lines, int cut) {
    public FileDiff {
        lines = List.copyOf(lines);
    }
}
