package org.obsenv.hostile.trace;

import java.util.List;

/**
 * How a traced verb ended.
 *
 * @param ending its exit code, or minus the signal that ended it
 * @param places the calls about the watched directory, in their order
 * @param struck those of them that did not take place
 * @param afterDeath writes by programs that the verb had started, when the verb was dead already
 */
public record Traced(int ending, String output, List<Place> places, List<Place> struck, List<Place> afterDeath) {
    private static final int SIGKILL = 9;

    public boolean wasKilled() {
        return ending == -SIGKILL;
    }
}
