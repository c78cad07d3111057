package org.obsenv.git;

import org.obsenv.domain.Drift;

/**
 * Two commits compared, as {@code git rev-list --left-right --count left...right}.
 *
 * @param ahead commits reachable from the first and not from the second
 * @param behind commits reachable from the second and not from the first
 */
public record AheadBehind(int ahead, int behind) {
    static final AheadBehind SAME = new AheadBehind(0, 0);

    /** How the first commit stands to the second as the pin. */
    public Drift drift() {
        return Drift.of(ahead, behind);
    }

    /** The second commit compared with the first. */
    @SuppressWarnings("ArgumentSelectionDefectChecker") // swapping is what it is for
    public AheadBehind reversed() {
        return new AheadBehind(behind, ahead);
    }

    /** True when the first commit can be reached from the second. */
    public boolean isContained() {
        return ahead == 0;
    }
}
