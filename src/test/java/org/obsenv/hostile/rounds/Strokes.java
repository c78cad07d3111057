package org.obsenv.hostile.rounds;

import java.util.List;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.hostile.Launched;

/** How strace is told where to stop a verb. The signal of a call that is struck takes effect when the call returns. */
final class Strokes {
    static final String RENAMES = "rename,renameat,renameat2";

    private Strokes() {}

    /** Follows renames only, and stops nothing. */
    static List<String> none() {
        return List.of(Launched.ONLY_THOSE_CALLS, "-e", "trace=" + RENAMES);
    }

    static List<String> at(Schedule.Where where, TestEnvironment environment) {
        return switch (where) {
            // What a verb decides on it has looked at when it opens the lock's file.
            case BEFORE_ITS_LOCK ->
                List.of(
                        Launched.ONLY_THOSE_CALLS,
                        "-P",
                        environment.paths().locks().resolve("switch").toString(),
                        "-e",
                        "trace=openat",
                        "-e",
                        "inject=openat:signal=STOP:when=1");
            // The journal's beginning is forced right before.
            case BEFORE_ITS_RENAME -> stop("fsync");
            case AT_ITS_RENAME -> stop("rename");
        };
    }

    /** Stops it at its first call of that name. */
    static List<String> stop(String call) {
        return List.of(
                Launched.ONLY_THOSE_CALLS, "-e", "trace=" + call, "-e", "inject=" + call + ":signal=STOP:when=1");
    }
}
