package org.obsenv.domain.changes;

import java.util.List;

/**
 * The commits between two commits, newest first on each side.
 *
 * @param gained in the second and not in the first
 * @param lost in the first and not in the second
 * @param cut how many further commits there are beyond the limit that was asked for
 */
public record RangeHistory(List<RangeCommit> gained, List<RangeCommit> lost, int cut) {
    public RangeHistory {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }
}
